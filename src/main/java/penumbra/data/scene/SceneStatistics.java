package penumbra.data.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import penumbra.geometry.Point;
import penumbra.model.Target;
import penumbra.text.Texts;

/// What a set of labelled pictures looks like in a few numbers, to compare rendered with real ones.
///
/// @param pictures how many
/// @param plates how many targets with four labelled points
/// @param brightness mean over all pixels of all pictures of (R + G + B) / 3, 0 to 255
/// @param brightShare share of pixels whose largest channel is above 200
/// @param barLength quartiles 25, 50 and 75 % of the mean length of a plate's two bars, px
/// @param plateWidth quartiles of the distance between the middles of a plate's bars, px
public record SceneStatistics(
        int pictures,
        int plates,
        double brightness,
        double brightShare,
        Quartiles barLength,
        Quartiles plateWidth) {

    private static final int BRIGHT = 200;

    /// The values below which 25, 50 and 75 % of a sample lie, interpolated linearly between the
    /// order statistics; NaN for an empty sample.
    public record Quartiles(double first, double second, double third) {

        static Quartiles of(List<Double> sample) {
            double[] sorted = sample.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
        }

        private static double at(double[] sorted, double share) {
            if (sorted.length == 0) {
                return Double.NaN;
            }
            double place = share * (sorted.length - 1);
            int i = (int) place;
            int next = Math.min(i + 1, sorted.length - 1);
            return sorted[i] + (place - i) * (sorted[next] - sorted[i]);
        }
    }

    /// One line of a comparison.
    ///
    /// @param key of the quantity's name in the bundle
    public record Row(String key, double reference, double value) {

        /// How far the value lies from the reference, as a share of it: 0.1 is 10 % more.
        public double deviation() {
            return value / reference - 1;
        }

        /// The line as a person reads it.
        @Override
        public String toString() {
            String name = Texts.of(SceneStatistics.class, key);
            return Texts.of(
                    SceneStatistics.class, "row", name, reference, value, 100 * deviation());
        }
    }

    /// The statistics beside those of a reference, quantity by quantity.
    public List<Row> against(SceneStatistics reference) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("brightness", reference.brightness, brightness));
        rows.add(new Row("brightShare", reference.brightShare, brightShare));
        rows.add(new Row("bar.25", reference.barLength.first, barLength.first));
        rows.add(new Row("bar.50", reference.barLength.second, barLength.second));
        rows.add(new Row("bar.75", reference.barLength.third, barLength.third));
        rows.add(new Row("width.25", reference.plateWidth.first, plateWidth.first));
        rows.add(new Row("width.50", reference.plateWidth.second, plateWidth.second));
        rows.add(new Row("width.75", reference.plateWidth.third, plateWidth.third));
        return List.copyOf(rows);
    }

    /// Collects pictures one by one; for one thread.
    public static final class Tally {

        private final List<Double> bars = new ArrayList<>();
        private final List<Double> widths = new ArrayList<>();
        private int pictures;
        private long pixels;
        private double light;
        private long bright;

        /// Takes a picture in.
        ///
        /// @param argb all pixels, `0xffRRGGBB` each
        /// @param targets points TL, BL, BR, TR, px; a target with another number of points or an
        ///   unlabelled one does not count
        public Tally add(int[] argb, List<Target> targets) {
            pictures++;
            pixels += argb.length;
            light += Arrays.stream(argb).mapToLong(SceneStatistics::sum).sum() / 3.0;
            bright += Arrays.stream(argb).filter(c -> largest(c) > BRIGHT).count();
            for (Target target : targets) {
                List<Point> p = target.labelledPoints();
                if (target.keypoints().size() == 4 && p.size() == 4) {
                    bars.add((p.get(0).distance(p.get(1)) + p.get(2).distance(p.get(3))) / 2);
                    Point left = p.get(0).plus(p.get(1)).times(0.5);
                    widths.add(left.distance(p.get(2).plus(p.get(3)).times(0.5)));
                }
            }
            return this;
        }

        public SceneStatistics statistics() {
            return new SceneStatistics(
                    pictures,
                    bars.size(),
                    light / pixels,
                    (double) bright / pixels,
                    Quartiles.of(bars),
                    Quartiles.of(widths));
        }
    }

    private static int sum(int argb) {
        return (argb >> 16 & 0xff) + (argb >> 8 & 0xff) + (argb & 0xff);
    }

    private static int largest(int argb) {
        return Math.max(argb >> 16 & 0xff, Math.max(argb >> 8 & 0xff, argb & 0xff));
    }
}
