package penumbra.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// An upright logarithmic axis. Powers of ten have their number; 2 and 5 too where less than three
/// decades are shown, and all of 1 to 9 where less than one is. From five decades on, nothing else
/// has a line.
final class DecadeAxis extends LogarithmicAxis {

    @Serial private static final long serialVersionUID = 1L;

    private static final List<Integer> POWERS = List.of(1);
    private static final List<Integer> SOME = List.of(1, 2, 5);
    private static final List<Integer> ALL = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9);

    DecadeAxis(String label) {
        super(label);
        setStrictValuesFlag(false);
    }

    @Override
    protected List<NumberTick> refreshTicksVertical(
            Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
        double least = getRange().getLowerBound();
        double most = getRange().getUpperBound();
        List<NumberTick> ticks = new ArrayList<>();
        if (!(least > 0)) {
            return ticks;
        }
        double decades = Math.log10(most / least);
        List<Integer> numbered = decades < 1 ? ALL : decades < 3 ? SOME : POWERS;
        int last = (int) Math.floor(Math.log10(most));
        for (int decade = (int) Math.floor(Math.log10(least)); decade <= last; decade++) {
            for (int digit : decades < 5 ? ALL : POWERS) {
                BigDecimal exact = BigDecimal.valueOf(digit).scaleByPowerOfTen(decade);
                double value = exact.doubleValue();
                if (value >= least && value <= most) {
                    String text = numbered.contains(digit) ? text(exact) : "";
                    ticks.add(
                            new NumberTick(
                                    value,
                                    text,
                                    TextAnchor.CENTER_RIGHT,
                                    TextAnchor.CENTER_RIGHT,
                                    0));
                }
            }
        }
        return ticks;
    }

    private static String text(BigDecimal value) {
        return value.abs().doubleValue() < 1e-4 || value.doubleValue() >= 1e6
                ? value.round(MathContext.DECIMAL32).toString()
                : value.toPlainString();
    }
}
