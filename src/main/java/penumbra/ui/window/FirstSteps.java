package penumbra.ui.window;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import penumbra.text.Texts;
import penumbra.ui.Keymap;
import penumbra.ui.Shortcut;

/// A card over the canvas with the five steps from a picture to a data set, until it is dismissed.
final class FirstSteps {

    /// For each step, the commands whose keys it names.
    private static final List<List<Shortcut>> STEPS =
            List.of(
                    List.of(Shortcut.TWO_DRAGS),
                    List.of(),
                    List.of(Shortcut.SNAP),
                    List.of(Shortcut.NEXT_PICTURE, Shortcut.CARRY_ON),
                    List.of(Shortcut.EXPORT));

    private FirstSteps() {}

    /// @param dismissed runs when a person has read it
    static Node of(Keymap keymap, Runnable dismissed) {
        Label title = new Label(text("steps.title"));
        title.getStyleClass().add("heading");
        VBox card = new VBox(8, title);
        for (int step = 1; step <= STEPS.size(); step++) {
            Object[] keys = STEPS.get(step - 1).stream().map(keymap::text).toArray();
            Label label = new Label(step + "  " + text("steps." + step, keys));
            label.setWrapText(true);
            card.getChildren().add(label);
        }
        Button done = new Button(text("steps.done"));
        done.getStyleClass().addAll("accent", "small");
        done.setId("steps-done");
        done.setOnAction(_ -> {
            card.setVisible(false);
            dismissed.run();
        });
        card.getChildren().add(done);
        card.getStyleClass().add("first-steps");
        card.setId("first-steps");
        card.setMaxSize(340, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.TOP_RIGHT);
        StackPane.setMargin(card, new Insets(16));
        return card;
    }

    private static String text(String key, Object... keys) {
        return Texts.of(FirstSteps.class, key, keys);
    }
}
