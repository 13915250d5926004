package penumbra.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

class MetricsTest {

    private static final List<Point> CORNERS =
            List.of(new Point(0, 0), new Point(0, 20), new Point(60, 20), new Point(60, 0));
    private static final Box BOX = new Box(0, 0, 60, 20);

    private static Truth truth(int classIndex, double x, boolean... unlabelled) {
        List<Boolean> labelled = new ArrayList<>(Collections.nCopies(4, true));
        for (int i = 0; i < unlabelled.length; i++) {
            labelled.set(i, !unlabelled[i]);
        }
        return new Truth(classIndex, shifted(x, 0), labelled, new Box(x, 0, 60, 20));
    }

    private static List<Point> shifted(double x, double y) {
        return CORNERS.stream().map(p -> p.plus(new Point(x, y))).toList();
    }

    private static Detection detection(int classIndex, double score, double x, double y) {
        return new Detection(classIndex, score, shifted(x, y), new Box(x, y, 60, 20));
    }

    private static Evaluation evaluation(List<Truth> truths, Detection... detections) {
        return Evaluation.of(List.of(new Picture(truths, List.of(detections))), 640);
    }

    private static double value(String id, Evaluation evaluation) {
        return Metrics.byId(id).orElseThrow().of(evaluation);
    }

    @Test
    void everyKindOfMetricIsInTheListAndSaysWhatItIs() {
        var written =
                new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                        .importPackages("penumbra.metric").stream()
                                .filter(c -> c.isAssignableTo(Metric.class))
                                .filter(c -> !c.isInterface())
                                .map(JavaClass::getName)
                                .toList();
        assertThat(Metrics.ALL.stream().map(m -> m.getClass().getName()).distinct())
                .containsExactlyInAnyOrderElementsOf(written);
        List<Metric> all = Metrics.with(Collections.nCopies(4, 0.03));
        assertThat(all).extracting(Metric::id).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(m -> assertThat(m.title()).isNotBlank());
        assertThat(all).extracting(Metric::unit).containsOnly("px", "1");
        assertThat(Metrics.byId("nothing")).isEmpty();
    }

    @Test
    void aPerfectPredictionHasEveryBestValue() {
        Evaluation perfect = evaluation(List.of(truth(1, 0)), detection(1, 0.9, 0, 0));
        for (Metric metric : Metrics.with(Collections.nCopies(4, 0.03))) {
            assertThat(metric.of(perfect))
                    .as(metric.id())
                    .isEqualTo(metric.better() == Better.HIGHER ? 1.0 : 0.0);
        }
    }

    @Test
    void withoutATargetOrAPredictionNothingIsMadeUp() {
        Evaluation none = evaluation(List.of(), detection(1, 0.9, 0, 0));
        Evaluation missed = evaluation(List.of(truth(1, 0)));
        for (Metric metric : Metrics.ALL) {
            assertThat(metric.of(none)).as(metric.id()).isNaN();
        }
        assertThat(value("rmse", missed)).isNaN();
        assertThat(value("found", missed)).isZero();
        assertThat(value("auc", missed)).isZero();
        assertThat(value("failures", missed)).isEqualTo(1);
        assertThat(value("pck10", missed)).isZero();
        assertThat(value("pose-map", missed)).isZero();
    }

    /// All four points off by (3, 4): 5 px; box side sqrt(1200) = 34.641.
    @Test
    void errorsOfPlaceAreTheOnesByHand() {
        Evaluation e = evaluation(List.of(truth(1, 0)), detection(1, 0.9, 3, 4));
        assertThat(value("rmse", e)).isCloseTo(5, within(1e-12));
        assertThat(value("rmse-coord", e)).isCloseTo(5 / Math.sqrt(2), within(1e-12));
        assertThat(value("rmse-norm", e)).isCloseTo(5 / Math.sqrt(2) / 640, within(1e-15));
        assertThat(value("nme", e)).isCloseTo(5 / Math.sqrt(1200), within(1e-12));
        assertThat(value("failures", e)).isEqualTo(1);
        assertThat(value("pck10", e)).isZero();
        double oks = Math.exp(-25 / (2 * 0.53 * 1200 * 0.25));
        assertThat(value("oks", e)).isCloseTo(oks, within(1e-12));
    }

    @Test
    void targetsCountAlikeOnlyWhereTheMetricSaysSo() {
        Truth one = truth(0, 0, true, true, true);
        Evaluation e =
                evaluation(
                        List.of(one, truth(0, 200)),
                        detection(0, 0.9, 0, 3),
                        detection(0, 0.8, 201, 0));
        // One point off by 3, four by 1.
        assertThat(value("rmse", e)).isCloseTo(Math.sqrt((9 + 4) / 5.0), within(1e-12));
        assertThat(value("rmse-target", e)).isCloseTo(2, within(1e-12));
    }

    @Test
    void theSurestPredictionOfTheRightClassTakesTheTarget() {
        Evaluation e =
                evaluation(
                        List.of(truth(3, 0)),
                        detection(3, 0.5, 0, 0),
                        detection(3, 0.9, 2, 0),
                        detection(4, 0.99, 0, 0));
        assertThat(value("rmse", e)).isCloseTo(2, within(1e-12));
        // 40 of 60 px common is 0.5; 41 apart is not enough.
        assertThat(value("found", evaluation(List.of(truth(3, 0)), detection(3, 1, 20, 0))))
                .isEqualTo(1);
        assertThat(value("found", evaluation(List.of(truth(3, 0)), detection(3, 1, 20.1, 0))))
                .isZero();
    }

    @Test
    void cornersInAnotherOrderAreToldApartFromWrongPlaces() {
        List<Point> turned = new ArrayList<>(CORNERS.subList(1, 4));
        turned.add(CORNERS.getFirst());
        Detection wrong = new Detection(0, 1, turned, BOX);
        Evaluation e = evaluation(List.of(truth(0, 0)), wrong);
        assertThat(value("turned", e)).isEqualTo(1);
        assertThat(value("rmse-order", e)).isZero();
        assertThat(value("rmse", e)).isGreaterThan(20);
        Evaluation right = evaluation(List.of(truth(0, 0)), detection(0, 1, 1, 1));
        assertThat(value("turned", right)).isZero();
    }

    @Test
    void areaAndFailuresAreReadingsOfTheCurve() {
        ErrorCurve curve = ErrorCurve.of(List.of(0.12, 0.01, Double.NaN, 0.02, 0.05, 0.02));
        assertThat(curve.share(0.02)).isEqualTo(0.5);
        assertThat(curve.area(0.1)).isCloseTo(0.5, within(1e-15));
        assertThat(curve.failures(0.1)).isCloseTo(1 / 3.0, within(1e-15));
        // The area is the integral of the step curve, here by a fine sum.
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            sum += curve.share((i + 0.5) * 1e-6) / 100_000;
        }
        assertThat(curve.area(0.1)).isCloseTo(sum, within(1e-5));
    }

    @Test
    void areasAreNeverAboveOneAndSimilaritiesNeverOutsideZeroToOne() {
        SplittableRandom random = new SplittableRandom(2);
        Oks oks = new Oks(Collections.nCopies(4, 0.1), 1);
        for (int i = 0; i < 500; i++) {
            double x = Math.exp(random.nextDouble(-20, 20));
            assertThat(oks.of(truth(0, 0), shifted(x, -x))).isBetween(0.0, 1.0);
            assertThat(ErrorCurve.of(List.of(x, 0.0)).area(random.nextDouble(1e-3, 10)))
                    .isBetween(0.0, 1.0);
        }
        assertThat(oks.of(truth(0, 0, true, true, true, true), CORNERS)).isNaN();
        Truth flat = new Truth(0, CORNERS, Collections.nCopies(4, true), new Box(0, 0, 0, 0));
        assertThat(oks.of(flat, CORNERS)).isEqualTo(1);
        assertThat(oks.of(flat, shifted(1, 0))).isZero();
    }

    /// kappa s sqrt(2 ln(1/T)) is where a single point's similarity is T.
    @Test
    void theToleranceIsTheDistanceOfThatSimilarity() {
        Oks oks = new Oks(List.of(0.1), 0.53);
        Truth point = new Truth(0, List.of(new Point(0, 0)), List.of(true), new Box(0, 0, 60, 20));
        for (double t : List.of(0.5, 0.75, 0.95)) {
            double d = oks.tolerance(0, Math.sqrt(1200), t);
            assertThat(oks.of(point, List.of(new Point(0, d)))).isCloseTo(t, within(1e-14));
        }
    }

    @Test
    void averagePrecisionIsTheOneByHand() {
        assertThat(AveragePrecision.of(List.of(true), 2)).isCloseTo(51 / 101.0, within(1e-15));
        assertThat(AveragePrecision.of(List.of(false, true), 1)).isCloseTo(0.5, within(1e-15));
        assertThat(AveragePrecision.of(List.of(), 3)).isZero();
        assertThat(AveragePrecision.of(List.of(true, true, false, true, false), 4))
                .isCloseTo((51 + 25 * 0.75) / 101, within(1e-15));
    }

    /// Two classes: the first found (1), the second missed (0).
    @Test
    void classesCountAlike() {
        Evaluation e =
                evaluation(
                        List.of(truth(1, 0), truth(1, 100), truth(2, 200)),
                        detection(1, 0.9, 0, 0),
                        detection(1, 0.8, 100, 0),
                        detection(5, 0.7, 200, 0));
        assertThat(value("pose-map50", e)).isEqualTo(0.5);
        assertThat(value("box-map50", e)).isEqualTo(0.5);
    }

    @Test
    void aSecondPredictionOfOneTargetIsWrong() {
        Evaluation e =
                evaluation(
                        List.of(truth(1, 0), truth(1, 100)),
                        detection(1, 0.9, 0, 0),
                        detection(1, 0.8, 0, 0),
                        detection(1, 0.7, 100, 0));
        // Hit, miss, hit: precision 1 up to recall 0.5, then 2/3.
        assertThat(value("box-map50", e)).isCloseTo((51 + 50 * 2 / 3.0) / 101, within(1e-14));
    }

    /// Boxes 2 px apart overlap by 58 / 62 = 0.935: thresholds 0.5 to 0.9 are met, 0.95 is not.
    @Test
    void theMeanOverThresholdsFallsStepByStep() {
        Evaluation e = evaluation(List.of(truth(1, 0)), detection(1, 0.9, 2, 0));
        assertThat(value("box-map", e)).isCloseTo(0.9, within(1e-14));
        assertThat(value("box-map75", e)).isEqualTo(1);
        // One px is exp(-1 / (2 · 1200 · 4 · 0.0009)) = 0.89 for measured sigmas: 0.5 to 0.85.
        Evaluation near = evaluation(List.of(truth(1, 0)), detection(1, 0.9, 1, 0));
        Metric measured =
                Metrics.with(Collections.nCopies(4, 0.03)).stream()
                        .filter(m -> m.id().equals("pose-map-measured"))
                        .findFirst()
                        .orElseThrow();
        assertThat(measured.of(near)).isCloseTo(0.8, within(1e-14));
    }

    @Test
    void targetsWithoutKeypointsAreIgnoredForKeypointsOnly() {
        Truth blank = truth(1, 200, true, true, true, true);
        Evaluation e =
                evaluation(
                        List.of(truth(1, 0), blank),
                        detection(1, 0.95, 200, 0),
                        detection(1, 0.9, 0, 0));
        assertThat(value("pose-map", e)).isEqualTo(1);
        assertThat(value("box-map", e)).isEqualTo(1);
        assertThat(value("found", e)).isEqualTo(1);
        Evaluation only = evaluation(List.of(truth(1, 0), blank), detection(1, 0.9, 0, 0));
        assertThat(value("box-map50", only)).isCloseTo(51 / 101.0, within(1e-15));
    }

    @Test
    void noMoreThanTwentyPredictionsOfAPictureCount() {
        List<Detection> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(detection(1, 0.9 - i * 0.01, 1000 + 100 * i, 0));
        }
        many.add(detection(1, 0.1, 0, 0));
        Evaluation e = evaluation(List.of(truth(1, 0)), many.toArray(Detection[]::new));
        assertThat(value("box-map50", e)).isZero();
    }

    @Test
    void recallWithoutALimitSaysNothingOfPlaces() {
        List<Point> truth = List.of(new Point(0, 0), new Point(20, 20));
        List<Point> wild = List.of(new Point(1e6, 0), new Point(-1e6, 3));
        assertThat(Recall.of(wild, truth, Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Recall.of(wild, truth, 5)).isZero();
        assertThat(Recall.of(List.of(new Point(1, 0)), truth, 5)).isEqualTo(0.5);
    }

    @Test
    void listsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new Truth(0, CORNERS, List.of(true), BOX))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
