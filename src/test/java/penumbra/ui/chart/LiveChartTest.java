package penumbra.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.jfree.chart.fx.ChartCanvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import penumbra.geometry.Point;
import penumbra.plot.Axis;
import penumbra.plot.LineChart;
import penumbra.ui.window.OpenWindow;

@ExtendWith(ApplicationExtension.class)
class LiveChartTest {

    private final SimpleBooleanProperty dark = new SimpleBooleanProperty();
    private final List<Point> chosen = new ArrayList<>();
    private LiveChart live;

    @Start
    void start(Stage stage) {
        live = new LiveChart(new ChartLook(dark), (_, _) -> {});
        live.onChosen(chosen::add);
        stage.setScene(new Scene(live, 600, 400));
        stage.show();
    }

    private static LineChart chart() {
        return new LineChart(
                "t",
                Axis.of("x", "px").within(0, 10),
                new double[] {0, 10},
                Axis.of("y", "1").within(0, 1),
                List.of(new LineChart.Line("a", new double[] {0, 1}, 0)),
                List.of());
    }

    @Test
    void itIsDrawnOnceForEachChartAndAgainWhenTheThemeChanges() {
        OpenWindow.fx(() -> {
            assertThat(live.refresh()).as("nothing to draw").isFalse();
            live.show(chart());
            assertThat(live.refresh()).isTrue();
            assertThat(live.refresh()).as("drawn").isFalse();
            live.show(chart());
            assertThat(live.refresh()).as("another").isTrue();
            dark.set(true);
            assertThat(live.refresh()).as("theme").isTrue();
            assertThat(live.settled()).isTrue();
            return null;
        });
    }

    @Test
    void aClickInThePlotIsTheValueOfBothAxesThereAndOneBesideItIsNothing() {
        OpenWindow.fx(() -> {
            live.show(chart());
            return live.refresh();
        });
        OpenWindow.until(() -> canvas().getWidth() > 0);
        OpenWindow.fx(() -> {
            var area = canvas().getRenderingInfo().getPlotInfo().getDataArea();
            click(area.getX() + 0.25 * area.getWidth(), area.getY() + 0.4 * area.getHeight());
            click(2, 2);
            return null;
        });
        assertThat(chosen).hasSize(1);
        assertThat(chosen.getFirst().x()).isCloseTo(2.5, within(1e-9));
        assertThat(chosen.getFirst().y()).isCloseTo(0.6, within(1e-9));
    }

    private ChartCanvas canvas() {
        return (ChartCanvas) live.getChildrenUnmodifiable().getFirst();
    }

    private void click(double x, double y) {
        Event.fireEvent(
                live,
                new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }
}
