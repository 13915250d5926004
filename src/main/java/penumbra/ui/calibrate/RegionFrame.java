package penumbra.ui.calibrate;

import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Viewport;

/// Darkens what lies outside the neighbourhood in which a plate is asked for.
final class RegionFrame extends Pane {

    private static final Color SHADE = Color.color(0, 0, 0, 0.55);
    private static final Color LINE = Color.color(1, 1, 1, 0.7);

    private final Rectangle line = new Rectangle();

    RegionFrame() {
        setMouseTransparent(true);
        setId("look-region");
        setMinSize(0, 0);
        line.setFill(Color.TRANSPARENT);
        line.setStroke(LINE);
        line.getStrokeDashArray().setAll(6.0, 4.0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    void show(Box region, Optional<Viewport> view) {
        setVisible(view.isPresent());
        view.ifPresent(v -> {
            Point corner = v.toScreen(new Point(region.x(), region.y()));
            line.setX(corner.x());
            line.setY(corner.y());
            line.setWidth(region.width() * v.scale());
            line.setHeight(region.height() * v.scale());
            Rectangle inside =
                    new Rectangle(line.getX(), line.getY(), line.getWidth(), line.getHeight());
            Shape outside = Shape.subtract(new Rectangle(v.width(), v.height()), inside);
            outside.setFill(SHADE);
            getChildren().setAll(outside, line);
        });
    }
}
