package penumbra.ui.overlay;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import penumbra.geometry.Viewport;

/// What the overlays that are on say about themselves in the lower left corner of the canvas.
final class Captions {

    private static final Font FONT = Font.font("System", FontWeight.BOLD, 12);
    private static final double HEIGHT = 20;
    private static final double GAP = 4;
    private static final double MARGIN = 10;

    private Captions() {}

    static void paint(GraphicsContext g, Viewport view, List<OverlayLayer<?>> layers) {
        List<String> lines =
                layers.stream()
                        .filter(layer -> layer.onProperty().get())
                        .map(Captions::caption)
                        .filter(line -> !line.isEmpty())
                        .toList();
        double y = view.height() - MARGIN - lines.size() * (HEIGHT + GAP);
        g.save();
        g.setFont(FONT);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        for (String line : lines) {
            Text measure = new Text(line);
            measure.setFont(FONT);
            g.setFill(Color.color(0, 0, 0, 0.62));
            double width = measure.getLayoutBounds().getWidth() + 12;
            g.fillRoundRect(MARGIN, y, width, HEIGHT, 5, 5);
            g.setFill(Color.WHITE);
            g.fillText(line, MARGIN + 6, y + HEIGHT / 2);
            y += HEIGHT + GAP;
        }
        g.restore();
    }

    private static <S extends Record> String caption(OverlayLayer<S> layer) {
        return layer.overlay().caption(layer.settingsProperty().get());
    }
}
