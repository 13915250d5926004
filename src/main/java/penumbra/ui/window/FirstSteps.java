package penumbra.ui.window;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import penumbra.text.Texts;

/// A card over the canvas with the five steps from a picture to a data set, until it is dismissed.
final class FirstSteps {

    private static final int STEPS = 5;

    private FirstSteps() {}

    /// @param dismissed runs when a person has read it
    static Node of(Runnable dismissed) {
        Label title = new Label(text("steps.title"));
        title.getStyleClass().add("heading");
        VBox card = new VBox(8, title);
        for (int step = 1; step <= STEPS; step++) {
            Label label = new Label(step + "  " + text("steps." + step));
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
        card.setMaxSize(340, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.TOP_RIGHT);
        StackPane.setMargin(card, new Insets(16));
        return card;
    }

    private static String text(String key) {
        return Texts.of(FirstSteps.class, key);
    }
}
