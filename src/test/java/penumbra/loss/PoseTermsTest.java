package penumbra.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.geometry.Point;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.SigmaUnits;
import penumbra.uncertainty.TargetScale;

class PoseTermsTest {

    /// 60 x 30 px, noise 2 px along and 0.5 px across.
    private static final LabelContext USUAL =
            new LabelContext(
                    new TargetScale(24, 25, 1800, 8, 640),
                    new EndNoise(2, 0.5, new Point(0.6, 0.8)));

    private static final Point X = new Point(1, 0);

    private static final PoseTerms.Setting ASSUMED =
            new PoseTerms.Setting(List.of(0.25, 0.25, 0.25, 0.25), USUAL, false);

    private static final PoseTerms.Setting MEASURED =
            new PoseTerms.Setting(ASSUMED.oksSigmas(), USUAL, true);

    static final List<String> IDS = PoseTerms.IDS;

    private static PoseLoss loss(String id, PoseTerms.Setting setting) {
        return (PoseLoss) PoseTerms.byId(id, setting).orElseThrow();
    }

    private static List<KeypointResidual> target(LabelContext label, Point... residuals) {
        List<KeypointResidual> points = new ArrayList<>();
        for (Point e : residuals) {
            points.add(new KeypointResidual(e, true, label));
        }
        return points;
    }

    @Test
    void everyLossAndTwoPresetsCanBeNamed() {
        assertThat(IDS)
                .containsAll(Losses.ALL.stream().map(KeypointLoss::id).toList())
                .contains("helium-paper", "helium-best")
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(PoseTerms.byId(id, ASSUMED)).isPresent());
        assertThat(PoseTerms.byId("helium-worst", ASSUMED)).isEmpty();
    }

    @Test
    void oksIsTheReferencesWithTheSchemasSigmas() {
        assertThat(PoseTerms.byId("oks", ASSUMED)).hasValue(YoloPose.stock(4, 3));
    }

    /// A plate with d_min 3 cells, predictions off by (1, .5), (-1, 2), (0, 0) and (-10, 0) px on
    /// stride 8: in cells eq. 7 with the printed divisor adds up to 7.740016.
    @Test
    void thePapersPresetIsItsEquationInCells() {
        LabelContext label = LabelContext.assumed(new TargetScale(24, 24, 1560, 8, 640), X);
        List<KeypointResidual> plate =
                target(
                        label,
                        new Point(1, 0.5),
                        new Point(-1, 2),
                        new Point(0, 0),
                        new Point(-10, 0));

        assertThat(loss("helium-paper", ASSUMED).of(List.of(plate)).value())
                .isCloseTo(12 * 7.740016, within(1e-4));
    }

    @Test
    void bestIsWhatTheMeasurementAllows() {
        PoseLoss measured = loss("helium-best", MEASURED);
        PoseLoss assumed = loss("helium-best", ASSUMED);

        // The data's one length is sqrt(2 · 0.5) = 1 px.
        assertThat(measured.loss()).isInstanceOf(HeliumMahalanobis.class);
        assertThat(((HeliumMahalanobis) measured.loss()).reference()).isEqualTo(1);
        assertThat(assumed.loss())
                .isInstanceOfSatisfying(
                        HeliumPrecision.class,
                        h -> {
                            assertThat(h.sigma().units()).isEqualTo(SigmaUnits.CALIBRATED);
                            assertThat(h.reference()).isEqualTo(1);
                        });
        assertThat(measured.units()).isEqualTo(LossUnits.BOX);
    }

    @Test
    void gainsAreSixOfALengthTwelveWithoutUnit() {
        assertThat(loss("helium", ASSUMED))
                .isEqualTo(
                        new PoseLoss(
                                Losses.byId("helium").orElseThrow(),
                                LossUnits.BOX,
                                Reduction.MEAN,
                                6));
        assertThat(loss("oks-cal", ASSUMED).gain()).isEqualTo(12);
    }

    /// For residuals of a tenth of the box a loss of slope 1 needs 5.67, the stock loss its own 12.
    @Test
    void aMatchedGainIsTheTablesAndTheStockLossKeepsItsOwn() {
        assertThat(loss("euclid", ASSUMED).matched(USUAL).gain()).isCloseTo(5.67, within(0.01));
        PoseLoss oks = new PoseLoss(new Oks(0.25), LossUnits.BOX, Reduction.MEAN, 1);
        assertThat(oks.matched(USUAL).gain()).isCloseTo(12, within(0.01));
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void aMatchedTermPullsAsHardAsTheStockOne(String id) {
        double stock = meanPull(new YoloPose(List.of(0.25), YoloPose.STOCK_GAIN));
        PoseTerm term = PoseTerms.byId(id, MEASURED).orElseThrow();
        PoseTerm matched = term instanceof PoseLoss loss ? loss.matched(USUAL) : term;

        assertThat(meanPull(matched) / stock).isCloseTo(1, within(0.02));
    }

    /// Mean length of the gradient over normal residuals of a tenth of the box, on polar nodes.
    private static double meanPull(PoseTerm term) {
        double tau = 0.1 * Math.sqrt(USUAL.scale().area());
        double sum = 0;
        double weights = 0;
        for (int i = 1; i <= 60; i++) {
            double r = 0.1 * i - 0.05;
            for (int j = 0; j < 24; j++) {
                double angle = 2 * Math.PI * (j + 0.5) / 24;
                Point e = new Point(r * tau * Math.cos(angle), r * tau * Math.sin(angle));
                double weight = r * Math.exp(-r * r / 2);
                Point g =
                        term.of(List.of(target(USUAL, e)))
                                .targets()
                                .getFirst()
                                .gradients()
                                .getFirst();
                sum += weight * g.norm();
                weights += weight;
            }
        }
        return sum / weights;
    }

    @ParameterizedTest
    @ValueSource(strings = {"l1", "helium", "helium-best", "oks-cal", "helium-paper"})
    void targetsWithoutLabelsAreNotCounted(String id) {
        PoseTerm term = PoseTerms.byId(id, MEASURED).orElseThrow();
        List<KeypointResidual> one = target(USUAL, new Point(3, 4));
        List<KeypointResidual> none =
                List.of(new KeypointResidual(new Point(100, 100), false, USUAL));

        PoseTerm.BatchValue both = term.of(List.of(one, none));

        assertThat(both.value()).isEqualTo(term.of(List.of(one)).value()).isPositive();
        assertThat(both.targets().getLast().gradients()).containsOnly(new Point(0, 0));
        assertThat(term.of(List.of(none)).value()).isZero();
    }
}
