package penumbra.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import penumbra.Shared;
import penumbra.data.DecodedImage;
import penumbra.data.ImageReader;
import penumbra.format.LabelSet;
import penumbra.format.plate.Sjtu9Format;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.LabelledImage;
import penumbra.model.Target;

/// Real low-exposure pictures with the labels of a team.
class SnapArenaTest {

    /// A bar is 56 mm long on a plate that leans back by 15 degrees; the bars of a small plate are
    /// 135 mm apart, those of a large one 230 mm. Length over distance from the front:
    private static final double SMALL = 56 * Math.cos(Math.toRadians(15)) / 135;

    private static final double LARGE = 56 * Math.cos(Math.toRadians(15)) / 230;

    private static final int LARGEST = 10;

    /// A label far from where its end was snapped to.
    private record Miss(String where, double along, double across, String cause) {

        double distance() {
            return Math.hypot(along, across);
        }
    }

    private final List<Miss> misses = new ArrayList<>();
    private final Map<Refusal, Integer> refusals = new TreeMap<>();
    private final EndErrors moves = new EndErrors();
    private final List<Double> small = new ArrayList<>();
    private final List<Double> large = new ArrayList<>();
    private final List<Double> smallLabels = new ArrayList<>();
    private final List<Double> largeLabels = new ArrayList<>();
    private int lit;
    private int unlit;
    private int whole;

    @Test
    void mostLitBarsAreSnappedAndHaveTheLengthThatTheRulesSay() throws Exception {
        Path source = Shared.folder("data/real/low_exposure_arena");
        LabelSet labels = new Sjtu9Format().read(source, "");
        for (LabelledImage image : labels.images()) {
            DecodedImage picture = ImageReader.read(Path.of(image.path()));
            for (Target label : image.targets()) {
                String name = labels.schema().classes().get(label.classIndex()).name();
                SnapResult result = BarSnap.snap(picture, labels.schema(), label);
                add(name, label, result);
                String where = Path.of(image.path()).getFileName() + " " + name;
                result.bars().forEach(bar -> addMisses(where, picture, name, label, bar));
            }
        }
        print(labels.targetCount());

        assertThat(labels.targetCount()).isEqualTo(105);
        assertThat(unlit).as("ends of plates that are off").isZero();
        assertThat(moves.count()).isGreaterThan((int) (0.85 * lit));
        // No plate is seen narrower than from the front, and many are seen about from there.
        assertThat(quarter(small)).isCloseTo(SMALL, withinPercentage(10));
        assertThat(quarter(large)).isCloseTo(LARGE, withinPercentage(10));
    }

    private void add(String name, Target label, SnapResult result) {
        lit += name.startsWith("N") ? 0 : 4;
        for (BarOutcome bar : result.bars()) {
            switch (bar) {
                case BarOutcome.Refused(var edge, Refusal reason) ->
                        refusals.merge(reason, 2, Integer::sum);
                case BarOutcome.Fitted(var edge, var from, var to, var shape) -> {
                    add(name, from, label, edge.from(), edge.to());
                    add(name, to, label, edge.to(), edge.from());
                }
            }
        }
        if (result instanceof SnapResult.Snapped snapped
                && snapped.covariances().stream().allMatch(Optional::isPresent)) {
            whole++;
            boolean isLarge = name.endsWith("1") || name.endsWith("Bb");
            (isLarge ? large : small).add(ratio(snapped.target()));
            (isLarge ? largeLabels : smallLabels).add(ratio(label));
        }
    }

    private void add(String name, BarOutcome.End end, Target label, int own, int other) {
        if (end.kept().isPresent()) {
            refusals.merge(end.kept().get(), 1, Integer::sum);
            return;
        }
        unlit += name.startsWith("N") ? 1 : 0;
        Point at = label.keypoints().get(own).at();
        moves.add(end, at, label.keypoints().get(other).at(), at);
    }

    private void addMisses(
            String where, DecodedImage picture, String name, Target label, BarOutcome bar) {
        if (bar instanceof BarOutcome.Fitted(var edge, var from, var to, var shape)) {
            Point first = label.keypoints().get(edge.from()).at();
            Point second = label.keypoints().get(edge.to()).at();
            Box box = Box.hull(List.of(first, second, from.at(), to.at())).orElseThrow();
            LightPatch patch = LightPatch.of(picture, PlateColour.ofClass(name), box);
            double peak = patch.at(from.at().plus(to.at()).times(0.5));
            addMiss(where + " point " + edge.from(), from, first, second, patch, peak, shape);
            addMiss(where + " point " + edge.to(), to, second, first, patch, peak, shape);
        }
    }

    private void addMiss(
            String where,
            BarOutcome.End end,
            Point label,
            Point other,
            LightPatch patch,
            double peak,
            BarOutcome.Shape shape) {
        if (end.kept().isPresent()) {
            return;
        }
        Point out = label.minus(other).times(1 / label.distance(other));
        Point miss = end.at().minus(label);
        double along = miss.dot(out);
        double share = patch.at(label) / peak;
        String cause =
                shape.clipped() > 0.25
                        ? "large saturated bar"
                        : share < 0.15
                                ? "label lies in the dark"
                                : along > 1 && share > 0.4
                                        ? "bar glows on beyond the label"
                                        : "none of the usual";
        misses.add(new Miss(where, along, miss.cross(out), cause));
    }

    private static double ratio(Target plate) {
        List<Point> p = plate.labelledPoints();
        double length = (p.get(0).distance(p.get(1)) + p.get(2).distance(p.get(3))) / 2;
        Point left = p.get(0).plus(p.get(1)).times(0.5);
        return length / left.distance(p.get(2).plus(p.get(3)).times(0.5));
    }

    private static double quarter(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 4).findFirst().orElseThrow();
    }

    private void print(int plates) {
        String figures =
                String.format(
                        Locale.ROOT,
                        "%d real plates: all four ends snapped on %d; ends snapped %d of %d lit%n"
                                + "distance to the label, px: median along %.2f, across %.2f; "
                                + "90 %% within %.2f; outwards on average %+.2f%n"
                                + "kept: %s%n"
                                + "length over distance, lower quartile: small %.3f (label %.3f, "
                                + "front %.3f), large %.3f (label %.3f, front %.3f)",
                        plates,
                        whole,
                        moves.count(),
                        lit,
                        moves.medianAlong(),
                        moves.medianAcross(),
                        moves.quantile(0.9),
                        moves.bias(),
                        refusals,
                        quarter(small),
                        quarter(smallLabels),
                        SMALL,
                        quarter(large),
                        quarter(largeLabels),
                        LARGE);
        System.out.println(figures);
        misses.stream()
                .sorted(Comparator.comparingDouble(Miss::distance).reversed())
                .limit(LARGEST)
                .forEach(m ->
                        System.out.printf(
                                Locale.ROOT,
                                "%-24s %5.2f px: outwards %+.2f, across %+.2f; %s%n",
                                m.where,
                                m.distance(),
                                m.along,
                                m.across,
                                m.cause));
    }
}
