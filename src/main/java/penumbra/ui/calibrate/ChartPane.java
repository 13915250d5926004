package penumbra.ui.calibrate;

import java.util.concurrent.Executor;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import penumbra.geometry.Size;
import penumbra.plot.Chart;
import penumbra.plot.ChartImage;
import penumbra.plot.Skin;
import penumbra.ui.Fx;
import penumbra.ui.chart.ChartPixels;

/// One chart, drawn on a worker as large as it is shown.
final class ChartPane extends Region {

    private static final double LEAST = 60;

    private final Chart chart;
    private final Skin skin;
    private final Executor pool;
    private final ImageView image = new ImageView();
    private Size wanted = new Size(1, 1);

    ChartPane(Chart chart, Skin skin, Executor pool) {
        this.chart = chart;
        this.skin = skin;
        this.pool = pool;
        getChildren().setAll(image);
        setMinSize(LEAST, LEAST);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(chart.title());
    }

    /// Whether it is seen as it is to be seen.
    boolean settled() {
        return image.getImage() != null
                && Math.abs(image.getFitWidth() - wanted.width()) < 1
                && Math.abs(image.getFitHeight() - wanted.height()) < 1;
    }

    @Override
    protected void layoutChildren() {
        Size size = new Size((int) getWidth(), (int) getHeight());
        if (!size.equals(wanted) && getWidth() >= LEAST && getHeight() >= LEAST) {
            wanted = size;
            double scale = getScene().getWindow().getRenderScaleX();
            pool.execute(() -> {
                ChartImage drawn = ChartImage.of(chart, skin, size, scale);
                Fx.later(() -> show(drawn, size));
            });
        }
    }

    private void show(ChartImage drawn, Size size) {
        if (!size.equals(wanted)) {
            return;
        }
        image.setImage(ChartPixels.of(drawn));
        image.setFitWidth(size.width());
        image.setFitHeight(size.height());
    }
}
