package penumbra.ui.train;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import penumbra.text.Texts;

/// What the look before a start found, each with what to do about it.
final class AdviceList {

    private final VBox node = new VBox(6);

    AdviceList() {
        node.setId("train-advice");
    }

    Node node() {
        return node;
    }

    void show(Optional<Preflight> found) {
        node.getChildren().clear();
        found.ifPresent(preflight -> {
            Label parts =
                    new Label(
                            Texts.of(
                                    AdviceList.class,
                                    "advice.parts",
                                    preflight.training().pictures(),
                                    preflight.training().targets(),
                                    preflight.validation().pictures(),
                                    preflight.validation().targets()));
            parts.setWrapText(true);
            node.getChildren().add(parts);
            preflight.advice().forEach(a -> node.getChildren().add(line(a)));
        });
    }

    private static Node line(Preflight.Advice advice) {
        FontIcon icon =
                new FontIcon(
                        switch (advice.severity()) {
                            case REFUSED -> MaterialDesignC.CLOSE_OCTAGON_OUTLINE;
                            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
                            case NOTE -> MaterialDesignI.INFORMATION_OUTLINE;
                        });
        icon.getStyleClass().add("advice-" + advice.severity().name().toLowerCase(Locale.ROOT));
        Label sentence = new Label(advice.sentence());
        sentence.setWrapText(true);
        sentence.setMinHeight(Label.USE_PREF_SIZE);
        return new HBox(6, icon, sentence);
    }
}
