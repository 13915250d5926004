package penumbra.snap;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;

/// Finds the glowing bar that a rough label means, and its axis: the principal direction of its
/// pixels, weighted with their light.
final class BarFinder {

    /// What was found near a label.
    sealed interface Search {}

    /// @param middle of the bright pixels, picture px
    /// @param axis unit length, from the label's first point towards its second
    /// @param half half the extent of the bright pixels along the axis, px
    /// @param peak light above the background in the bar's middle
    /// @param own pixels of the patch whose light comes from this bar: those reached downhill
    record Found(Point middle, Point axis, double half, double peak, boolean[] own)
            implements Search {}

    record Missed(Refusal reason) implements Search {}

    /// How far to the side of the label a bar is looked for, px.
    private static final double ASIDE = 5;

    private static final double STEP = 0.5;
    private static final int MOST_SAMPLES = 2000;

    /// A ridge glows by this many standard deviations and this much more than the background.
    private static final double CONTRAST = 6;

    private static final double LEAST_PEAK = 0.04;

    /// Share of the peak above which a pixel is bright.
    private static final double BRIGHT = 0.4;

    /// Two ridges whose distances from the label differ by less, px, cannot be told apart.
    private static final double SAME_DISTANCE = 1.5;

    /// Least ratio of the extents along and across.
    private static final double LEAST_ASPECT = 1.2;

    /// Standard deviation across, px and in lengths of the label, above which light without a
    /// direction is more than one bar.
    private static final double FAT = 0.6;

    private static final double FAT_SHARE = 0.12;

    private final LightPatch patch;
    private final Point from;
    private final Point to;
    private final Point along;
    private final Point normal;
    private final double length;

    /// @param from one end of the label, picture px
    /// @param to the other end, elsewhere
    BarFinder(LightPatch patch, Point from, Point to) {
        this.patch = patch;
        this.from = from;
        this.to = to;
        length = from.distance(to);
        along = to.minus(from).times(1 / length);
        normal = new Point(-along.y(), along.x());
    }

    Search find() {
        double[] ridge = acrossProfile();
        double highest = 0;
        for (double value : ridge) {
            highest = Math.max(highest, value);
        }
        if (highest < Math.max(LEAST_PEAK, CONTRAST * patch.noise())) {
            return new Missed(Refusal.NO_LIGHT);
        }
        List<Double> ridges = ridges(ridge, highest / 2);
        ridges.sort((a, b) -> Double.compare(Math.abs(a), Math.abs(b)));
        double nearest = ridges.getFirst();
        if (ridges.size() > 1 && Math.abs(ridges.get(1)) - Math.abs(nearest) < SAME_DISTANCE) {
            return new Missed(Refusal.AMBIGUOUS);
        }
        return measured(nearest);
    }

    /// Mean light above the background on lines beside the label, from -ASIDE to ASIDE.
    private double[] acrossProfile() {
        double[] profile = new double[(int) (2 * ASIDE / STEP) + 1];
        int n = Math.clamp((int) (0.7 * length), 4, MOST_SAMPLES);
        for (int i = 0; i < profile.length; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                double t = 0.15 + 0.7 * (j + 0.5) / n;
                sum += patch.at(beside(i * STEP - ASIDE, t)) - patch.background();
            }
            profile[i] = sum / n;
        }
        return profile;
    }

    private Point beside(double aside, double share) {
        return from.plus(along.times(share * length)).plus(normal.times(aside));
    }

    /// Places across the label of the runs above a level, each weighted with its light.
    private static List<Double> ridges(double[] profile, double level) {
        List<Double> places = new ArrayList<>();
        double weight = 0;
        double sum = 0;
        for (int i = 0; i <= profile.length; i++) {
            double above = i < profile.length ? profile[i] - level : 0;
            if (above > 0) {
                weight += above;
                sum += above * (i * STEP - ASIDE);
            } else if (weight > 0) {
                places.add(sum / weight);
                weight = 0;
                sum = 0;
            }
        }
        return places;
    }

    private Search measured(double aside) {
        int n = Math.clamp((int) (2 * length), 8, MOST_SAMPLES);
        double peak = 0;
        int brightest = -1;
        for (int j = 0; j < n; j++) {
            int i = patch.index(beside(aside, 0.1 + 0.8 * (j + 0.5) / n));
            if (i >= 0 && patch.light()[i] - patch.background() > peak) {
                peak = patch.light()[i] - patch.background();
                brightest = i;
            }
        }
        if (brightest < 0) {
            return new Missed(Refusal.NO_LIGHT);
        }
        float[] light = patch.light();
        double threshold = patch.background() + BRIGHT * peak;
        boolean[] seed = new boolean[light.length];
        seed[brightest] = true;
        boolean[] bright = Region.grown(patch, seed, (a, b) -> light[b] > threshold);
        return shaped(bright, threshold, peak);
    }

    private Search shaped(boolean[] bright, double threshold, double peak) {
        Moments m = Moments.of(patch, bright, threshold);
        Point axis = m.direction().dot(along) < 0 ? m.direction().times(-1) : m.direction();
        double turn = Math.acos(Math.clamp(axis.dot(along), -1, 1));
        double low = 0;
        double high = 0;
        for (int i = 0; i < bright.length; i++) {
            if (bright[i]) {
                double u = patch.centre(i).minus(m.middle()).dot(axis);
                low = Math.min(low, u);
                high = Math.max(high, u);
            }
        }
        double extent = high - low + 1;
        if (extent > 1.5 * length + 8) {
            return new Missed(Refusal.MERGED);
        }
        double fat = FAT + FAT_SHARE * length;
        if (m.major() < LEAST_ASPECT * m.minor()) {
            return new Missed(m.minor() > fat ? Refusal.MERGED : Refusal.TOO_SHORT);
        }
        if (turn > Math.toRadians(15) + Math.atan(5 / length)) {
            return new Missed(m.minor() > fat ? Refusal.MERGED : Refusal.AMBIGUOUS);
        }
        float[] light = patch.light();
        float tolerance = 2 * patch.noise();
        boolean[] own =
                Region.grown(
                        patch,
                        bright,
                        (a, b) -> light[b] <= light[a] + tolerance + 0.02f * light[a]);
        if (!patch.colour().matches(tint(own))) {
            return new Missed(Refusal.NO_LIGHT);
        }
        Point middle = m.middle().plus(axis.times((low + high) / 2));
        return new Found(middle, axis, extent / 2, peak, own);
    }

    /// Sums of red, green and blue over the bar and its rim, above those of the darkest pixels.
    private double[] tint(boolean[] own) {
        float[] light = patch.light();
        double[] sum = new double[3];
        double[] dark = new double[3];
        int bright = 0;
        int darkest = 0;
        for (int i = 0; i < own.length; i++) {
            if (light[i] <= patch.background()) {
                PlateColour.add(patch.argb()[i], dark);
                darkest++;
            } else if (own[i] && light[i] > patch.background() + 6 * patch.noise()) {
                PlateColour.add(patch.argb()[i], sum);
                bright++;
            }
        }
        for (int c = 0; c < 3; c++) {
            sum[c] -= dark[c] * bright / Math.max(1, darkest);
        }
        return sum;
    }
}
