package penumbra.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.geometry.Point;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.TargetScale;

/// What every keypoint loss must keep.
class LossesTest {

    /// A plate 60 x 30 px on the grid of stride 8; noise 2 px along (0.6, 0.8), 1 px across.
    private static final LabelContext LABEL =
            new LabelContext(
                    new TargetScale(24, 25, 1800, 8, 640), new EndNoise(2, 1, new Point(0.6, 0.8)));

    /// By hand for the residual (3, 4), whose length is 5 and which lies along the bar.
    ///
    /// sigma = 8 · 0.05 exp(-0.3) = 0.296327, so Helium is 5 + 0.48641 sigma² / 5 = 5.008543 up to
    /// the next term of its far field, and Rice 5 + sigma² / 10 = 5.008781. L2 has e_ref = 0.1
    /// sqrt(1800) = 4.242641. Calibrated: sqrt(2) px. z of Mahalanobis is (2.5, 0).
    private static final Map<String, Double> BY_HAND =
            Map.ofEntries(
                    Map.entry("l1", 7.0),
                    Map.entry("l2", 25 / (2 * 4.242640687119285)),
                    Map.entry("euclid", 5.0),
                    Map.entry("smoothl1", 2.5 + 3.5),
                    Map.entry("smoothl1-h", 4.508543),
                    Map.entry("wing", 10 * Math.log(2.5) + 10 * Math.log(3)),
                    Map.entry("helium", 5.008543),
                    Map.entry("rice", 5.008781),
                    Map.entry("oks", 1 - Math.exp(-25 / (2 * 1800 * 0.25))),
                    Map.entry("oks-cal", 1 - Math.exp(-6.25 / 18)));

    static Stream<KeypointLoss> losses() {
        return Losses.ALL.stream();
    }

    private static List<Point> residuals(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(
                        () -> new Point(random.nextDouble(-12, 12), random.nextDouble(-12, 12)))
                .limit(count)
                .toList();
    }

    @Test
    void everyLossOfThePackageIsInTheList() {
        var written =
                new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                        .importPackages("penumbra.loss").stream()
                                .filter(c -> c.isAssignableTo(KeypointLoss.class))
                                .filter(c -> !c.isInterface())
                                .map(JavaClass::getName)
                                .toList();
        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(
                        Losses.ALL.stream().map(l -> l.getClass().getName()).toList());
    }

    @Test
    void idsAreThoseOfFilesAndTheCommandLine() {
        assertThat(Losses.ALL)
                .extracting(KeypointLoss::id)
                .containsExactlyInAnyOrder(
                        "l1",
                        "l2",
                        "euclid",
                        "smoothl1",
                        "smoothl1-h",
                        "wing",
                        "helium",
                        "rice",
                        "oks",
                        "oks-cal",
                        "helium-prec",
                        "helium-maha",
                        "helium-ell");
        assertThat(Losses.ALL).allSatisfy(l -> assertThat(Losses.byId(l.id())).hasValue(l));
        assertThat(Losses.byId("l3")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyLossHasAValueComputedByHand(KeypointLoss loss) {
        double value = loss.at(new Point(3, 4), LABEL).value();
        switch (loss.id()) {
            // Far from a label whose noise has sigma sqrt(2): 5 + 0.48641 · 2 / 5 = 5.19456, over
            // sigma = 3.6731; terms of third order are below 0.01.
            case "helium-prec" -> assertThat(value).isCloseTo(3.6731, within(0.01));
            // H(2.5; 1) lies above 2.5 and below its far field plus 0.02.
            case "helium-maha" -> assertThat(value).isCloseTo(2.5 + 0.4864 / 2.5, within(0.02));
            // Between Euclid and Helium with the larger sigma, 5 + 0.4864 · 4 / 5.
            case "helium-ell" -> assertThat(value).isBetween(5.0, 5.3892);
            default -> assertThat(value).isCloseTo(BY_HAND.get(loss.id()), within(2e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientsAreDifferenceQuotientsOfValues(KeypointLoss loss) {
        for (Point e : residuals(1, 200)) {
            Gradients.check(r -> loss.at(r, LABEL), e, 1);
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theLabelIsTheBestPlace(KeypointLoss loss) {
        LossValue atLabel = loss.at(new Point(0, 0), LABEL);
        assertThat(atLabel.slope()).isLessThan(1e-9);
        for (Point e : residuals(2, 200)) {
            assertThat(loss.at(e, LABEL).value()).isGreaterThan(atLabel.value());
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void oppositeErrorsCostTheSame(KeypointLoss loss) {
        for (Point e : residuals(3, 50)) {
            LossValue here = loss.at(e, LABEL);
            LossValue there = loss.at(e.times(-1), LABEL);
            assertThat(there.value()).isCloseTo(here.value(), within(1e-12 * here.value()));
            assertThat(there.dx()).isCloseTo(-here.dx(), within(1e-12));
            assertThat(there.dy()).isCloseTo(-here.dy(), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void extremesStayFinite(KeypointLoss loss) {
        List<TargetScale> scales =
                List.of(
                        new TargetScale(0, 0, 0, 8, 640),
                        new TargetScale(1e-9, 1e-9, 1e-18, 8, 640),
                        new TargetScale(1e5, 1e5, 1e10, 32, 640));
        for (TargetScale scale : scales) {
            for (double size : List.of(0.0, 1e-300, 1e-160, 1e-9, 1.0, 1e6, 1e100)) {
                for (double noise : List.of(1e-6, 1.0, 1e6)) {
                    LabelContext label = new LabelContext(scale, EndNoise.isotropic(noise));
                    LossValue at = loss.at(new Point(size, -size / 3), label);
                    assertThat(List.of(at.value(), at.dx(), at.dy()))
                            .as(loss.id() + " at " + size + ", noise " + noise + ", " + scale)
                            .allSatisfy(v -> assertThat(v).isFinite());
                }
            }
        }
    }

    /// Multiplying residual, size, noise and thresholds by a factor multiplies the loss by its
    /// power.
    @ParameterizedTest
    @MethodSource("losses")
    void degreeSaysHowALossGrowsWithThePicture(KeypointLoss loss) {
        double factor = 4;
        KeypointLoss enlarged = enlarged(loss, factor);
        LabelContext large =
                new LabelContext(
                        new TargetScale(24 * factor, 25 * factor, 1800 * factor * factor, 32, 2560),
                        LABEL.noise().scaled(factor));
        for (Point e : residuals(4, 50)) {
            double expected = loss.at(e, LABEL).value() * Math.pow(factor, loss.degree());
            assertThat(enlarged.at(e.times(factor), large).value())
                    .isCloseTo(expected, within(1e-12 * expected));
        }
    }

    private static KeypointLoss enlarged(KeypointLoss loss, double factor) {
        Map<String, Object> known = LossParameters.of(loss);
        Map<String, Double> larger = new HashMap<>();
        for (String length : List.of("eps", "threshold", "w")) {
            // The tips of the Mahalanobis form are rounded in deviations, which do not grow.
            if (known.containsKey(length) && !loss.id().equals("helium-maha")) {
                larger.put(length, (Double) known.get(length) * factor);
            }
        }
        if (known.containsKey("reference") && !loss.id().equals("l2")) {
            larger.put("reference", (Double) known.get("reference") * factor);
        }
        return LossParameters.with(loss, larger);
    }

    private static List<KeypointResidual> target(List<Point> residuals, boolean lastLabelled) {
        List<KeypointResidual> points = new ArrayList<>();
        for (int i = 0; i < residuals.size(); i++) {
            boolean labelled = lastLabelled || i < residuals.size() - 1;
            points.add(new KeypointResidual(residuals.get(i), labelled, LABEL));
        }
        return points;
    }

    @ParameterizedTest
    @MethodSource("losses")
    void pointsWithoutALabelCostNothingAndPullNowhere(KeypointLoss loss) {
        List<Point> residuals = residuals(5, 4);
        for (Reduction reduction : Reduction.values()) {
            TargetValue masked = loss.target(target(residuals, false), reduction);
            TargetValue shorter = loss.target(target(residuals.subList(0, 3), true), reduction);
            assertThat(masked.value()).isEqualTo(shorter.value());
            assertThat(masked.gradients().getLast()).isEqualTo(new Point(0, 0));
            assertThat(masked.gradients().subList(0, 3)).isEqualTo(shorter.gradients());
            assertThat(masked.labelled()).isEqualTo(3);
        }
        List<KeypointResidual> none =
                List.of(new KeypointResidual(new Point(1e9, 0), false, LABEL));
        TargetValue nothing = loss.target(none, Reduction.MEAN);
        assertThat(nothing.value()).isZero();
        assertThat(nothing.gradients()).containsExactly(new Point(0, 0));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theBatchsSizeDoesNotMatter(KeypointLoss loss) {
        for (LossUnits units : LossUnits.values()) {
            PoseLoss pose = new PoseLoss(loss, units, Reduction.MEAN, 6);
            List<KeypointResidual> one = target(residuals(6, 4), false);
            List<KeypointResidual> blank =
                    List.of(new KeypointResidual(new Point(3, 3), false, LABEL));
            double alone = pose.of(List.of(one)).value();
            assertThat(pose.of(List.of(one, one, one)).value())
                    .isCloseTo(alone, within(1e-14 * alone));
            assertThat(pose.of(List.of(one, blank)).value()).isEqualTo(alone);
            assertThat(pose.of(List.of(blank)).value()).isZero();
            assertThat(pose.of(List.of()).value()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientsOfABatchAreDifferenceQuotientsOfItsValue(KeypointLoss loss) {
        PoseLoss pose = new PoseLoss(loss, LossUnits.BOX, Reduction.MEAN, 6);
        List<Point> residuals = residuals(7, 4);
        Point gradient =
                pose.of(List.of(target(residuals, true), target(residuals(8, 4), false)))
                        .targets()
                        .getFirst()
                        .gradients()
                        .get(1);
        double h = 1e-5;
        List<Point> up = new ArrayList<>(residuals);
        List<Point> down = new ArrayList<>(residuals);
        up.set(1, residuals.get(1).plus(new Point(h, 0)));
        down.set(1, residuals.get(1).minus(new Point(h, 0)));
        List<KeypointResidual> other = target(residuals(8, 4), false);
        double difference =
                pose.of(List.of(target(up, true), other)).value()
                        - pose.of(List.of(target(down, true), other)).value();
        assertThat(gradient.x()).isCloseTo(difference / (2 * h), within(1e-7));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyLossSaysWhatItIs(KeypointLoss loss) {
        assertThat(loss.title()).isNotBlank();
        assertThat(loss.source()).isNotBlank();
        assertThat(loss.unit()).isEqualTo(loss.degree() == 0 ? "1" : "px");
    }
}
