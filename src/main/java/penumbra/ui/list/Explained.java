package penumbra.ui.list;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import penumbra.edit.filter.Completion;
import penumbra.model.LabelState;
import penumbra.text.Texts;

/// A proposal for the search line with what it means: the words to search by are the same in every
/// language, their meaning is said in that of the window.
///
/// @param completion what would be typed
/// @param meaning empty where the proposal speaks for itself, as the name of a class does
record Explained(Completion completion, Optional<String> meaning) {

    private static final double WORD_WIDTH = 120;

    static Explained of(Completion completion) {
        String text = completion.text();
        boolean word = text.matches("[a-z]+[:=<>]");
        boolean state =
                Arrays.stream(LabelState.values())
                        .anyMatch(s -> s.name().toLowerCase(Locale.ROOT).equals(text));
        if (!word && !state) {
            return new Explained(completion, Optional.empty());
        }
        String key = word ? "word." + text.substring(0, text.length() - 1) : "state." + text;
        return new Explained(completion, Optional.of(Texts.of(Explained.class, key)));
    }

    /// The proposal as a line of a list.
    Node node() {
        Label word = new Label(completion.text());
        HBox line = new HBox(12, word);
        line.setAlignment(Pos.BASELINE_LEFT);
        meaning.ifPresent(said -> {
            word.setMinWidth(WORD_WIDTH);
            Label label = new Label(said);
            label.getStyleClass().add("hint");
            line.getChildren().add(label);
        });
        line.setAccessibleText(
                meaning.map(said -> completion.text() + ", " + said).orElse(completion.text()));
        return line;
    }
}
