package penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

class DecadeAxisTest {

    @Test
    void numbersThinOutTheMoreDecadesThereAre() {
        assertThat(numbers(1.5, 9)).containsExactly("2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(numbers(0.015, 3))
                .as("losses of a run")
                .containsExactly("0.02", "0.05", "0.1", "0.2", "0.5", "1", "2");
        assertThat(numbers(0.05, 70_000))
                .as("losses of heat maps")
                .containsExactly("0.1", "1", "10", "100", "1000", "10000");
    }

    @Test
    void linesStandForEveryDigitUntilThereAreFiveDecades() {
        assertThat(ticks(1.5, 25))
                .extracting(NumberTick::getValue)
                .containsExactly(2., 3., 4., 5., 6., 7., 8., 9., 10., 20.);
        assertThat(ticks(0.5, 50_001))
                .extracting(NumberTick::getValue)
                .containsExactly(1., 10., 100., 1000., 10_000.);
    }

    private static List<String> numbers(double least, double most) {
        return ticks(least, most).stream()
                .map(NumberTick::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<NumberTick> ticks(double least, double most) {
        DecadeAxis axis = new DecadeAxis("loss");
        axis.setRange(least, most);
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        return axis.refreshTicksVertical(
                image.createGraphics(), new Rectangle2D.Double(0, 0, 400, 300), RectangleEdge.LEFT);
    }
}
