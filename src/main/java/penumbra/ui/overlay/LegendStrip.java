package penumbra.ui.overlay;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The colours of a map from low to high, with words below both ends.
final class LegendStrip extends VBox {

    private static final int STEPS = 128;
    private static final int HEIGHT = 10;

    private final ImageView strip = new ImageView();
    private final Label low = new Label();
    private final Label high = new Label();

    LegendStrip() {
        super(2);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        low.getStyleClass().add("hint");
        high.getStyleClass().add("hint");
        strip.setFitHeight(HEIGHT);
        strip.setPreserveRatio(false);
        strip.setSmooth(false);
        Pane frame = new Pane(strip);
        frame.setMinSize(0, HEIGHT);
        // As wide as the card, which must not grow with the strip.
        strip.setManaged(false);
        getChildren().setAll(frame, new HBox(low, gap, high));
        widthProperty().subscribe(width -> strip.setFitWidth(width.doubleValue()));
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    void show(Optional<Legend> legend) {
        setVisible(legend.isPresent());
        legend.ifPresent(l -> {
            WritableImage image = new WritableImage(STEPS, HEIGHT);
            for (int i = 0; i < STEPS; i++) {
                int argb = 0xff << 24 | l.map().rgb(i / (STEPS - 1.0));
                for (int y = 0; y < HEIGHT; y++) {
                    image.getPixelWriter().setArgb(i, y, argb);
                }
            }
            strip.setImage(image);
            low.setText(l.low());
            high.setText(l.high());
        });
    }
}
