package penumbra.engine.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.loss.LossResult;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;
import penumbra.run.OptionKind;
import penumbra.run.RunOption;
import penumbra.uncertainty.adaloss.Adaloss;
import penumbra.uncertainty.adaloss.SigmaSchedule;
import penumbra.uncertainty.anchor.Fusion;
import penumbra.uncertainty.anchor.OffsetField;
import penumbra.uncertainty.heatmap.FocalLoss;
import penumbra.uncertainty.heatmap.Heatmap;
import penumbra.uncertainty.heatmap.Heatmap.Spot;
import penumbra.uncertainty.heatmap.RadiusFormula;

class HeatmapLossTest {

    private static final AnchorGrid INPUT = new AnchorGrid(64, 96);

    private static final List<KeypointMaps> FORMS =
            List.of(
                    new CentreNetMaps(Ideal.RADIUS),
                    new AdalossMaps(List.of(1.5, 2.0, 3.0, 1.0), true),
                    new AdalossMaps(List.of(1.5, 2.0, 3.0, 1.0), false),
                    AdaAnchorMaps.DEFAULT,
                    AdaAnchorMaps.DEFAULT.warmingUp(),
                    new AdaAnchorMaps(AdaAnchorMaps.DEFAULT.rule(), false, false));

    private static final List<List<InputLabel>> TARGETS =
            List.of(
                    List.of(
                            Plates.plate(1, 40.3, 30.2, 40, 18, 0.2),
                            Plates.plate(1, 57.8, 37.1, 36, 16, -0.1)),
                    List.of(Plates.plate(2, 92.1, 50.2, 24, 11, 0)),
                    List.of());

    static Stream<HeatmapLoss> losses() {
        return FORMS.stream().map(HeatmapLossTest::loss);
    }

    private static HeatmapLoss loss(KeypointMaps form) {
        return new HeatmapLoss(Ideal.RADIUS, form, HeatmapGains.DEFAULT);
    }

    private static MapOutput random(KeypointMaps form, int batch, double scale) {
        HeatmapLayout layout = new HeatmapLayout(form.form(), 3, 4, 4);
        float[] values = new float[batch * layout.channels() * 16 * 24];
        Random random = new Random(5);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (scale * random.nextGaussian());
        }
        return new MapOutput(layout, INPUT, batch, values);
    }

    /// The derivative by a number, against the loss a little to either side of it: by all that an
    /// object touches and by some of the others.
    @ParameterizedTest
    @MethodSource("losses")
    void theLossFallsAsItsDerivativeSays(HeatmapLoss loss) {
        MapOutput maps = random(loss.keypoints(), 3, 0.8);
        LossResult result = loss.evaluate(maps, TARGETS);
        double here = result.total();
        float[] derivatives = result.gradient().values();
        double step = 1 / 1024.0;
        Random random = new Random(1);
        int compared = 0;
        for (int channel = 0; channel < maps.layout().channels(); channel++) {
            List<Integer> places = new ArrayList<>();
            for (int picture = 0; picture < 3; picture++) {
                int from = maps.from(picture, channel);
                for (int i = from; i < from + maps.cells(); i++) {
                    if (derivatives[i] != 0) {
                        places.add(i);
                    }
                }
            }
            for (int n = 0; n < Math.min(12, places.size()); n++) {
                int at = places.get(random.nextInt(places.size()));
                float before = maps.values()[at];
                maps.values()[at] = (float) (before + step);
                double above = loss.evaluate(maps, TARGETS).total();
                maps.values()[at] = (float) (before - step);
                double below = loss.evaluate(maps, TARGETS).total();
                maps.values()[at] = before;
                // Where |x| or the field of offsets has a kink within the step, the derivative lies
                // between the slopes to either side of it.
                double left = (here - below) / step;
                double right = (above - here) / step;
                double rounding = 1e-3 + 1e-2 * Math.abs(right);
                assertThat((double) derivatives[at])
                        .as("channel %d, number %d", channel, at)
                        .isBetween(
                                Math.min(left, right) - rounding, Math.max(left, right) + rounding);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void aFocalMapIsThatOfTheFormula() {
        MapOutput maps = random(FORMS.getFirst(), 1, 2.5);
        Spot spot = Spot.of(3, 4, 2);
        double[] y = Heatmap.of(24, 16, List.of(spot)).values();
        MapOutput gradient = maps.zerosLike();

        double value = new FocalMaps(maps, gradient, 0.5).map(0, 1, y);

        double expected = 0;
        for (int i = 0; i < y.length; i++) {
            FocalLoss.Cell cell = FocalLoss.DEFAULT.cell(maps.at(0, 1, i), y[i]);
            expected += cell.value();
            assertThat((double) gradient.at(0, 1, i)).isCloseTo(0.5 * cell.slope(), within(1e-7));
        }
        assertThat(value).isCloseTo(expected, within(1e-8 * expected));
    }

    @Test
    void tablesGiveTheFormulaAtEveryLogit() {
        for (double z = -15.99; z < 40; z += 0.0137) {
            float[] by = new float[1];
            double value = FocalBackground.add(new float[] {(float) z}, by, 0, 1, 2);
            FocalLoss.Cell cell = FocalLoss.DEFAULT.cell((float) z, 0);

            assertThat(value).isCloseTo(cell.value(), within(1e-7 * cell.value()));
            assertThat((double) by[0]).isCloseTo(2 * cell.slope(), within(2e-7 * cell.slope()));
        }
    }

    /// One plate in a map of zeros: everything by hand.
    @Test
    void zerosCostWhatTheirLabelsSay() {
        KeypointMaps form = new CentreNetMaps(Ideal.RADIUS);
        MapOutput maps = random(form, 1, 0);
        InputLabel plate = Plates.plate(1, 41, 30, 32, 16, 0);

        LossResult result = loss(form).evaluate(maps, List.of(List.of(plate)));

        // Sides 8 and 4 cells; centre 10.25, 7.5.
        assertThat(result.items().box()).isCloseTo(0.1 * (8 + 4), within(1e-12));
        assertThat(result.items().distances()).isCloseTo(0.25 + 0.5, within(1e-12));
        // Corners at 6.25 and 14.25, 5.5 and 9.5, from the cell (10, 7); then within their cells.
        double ways = ((3.75 + 1.5) + (3.75 + 2.5) + (4.25 + 2.5) + (4.25 + 1.5)) / 4;
        assertThat(result.items().pose()).isCloseTo(ways + 0.25 + 0.5, within(1e-12));
        // ln 2 / 4 a cell, less around the centre, where the radius is 1 cell and sigma 1/2.
        double near =
                4 * (1 - Math.pow(1 - Math.exp(-2), 4)) + 4 * (1 - Math.pow(1 - Math.exp(-4), 4));
        double centres = Math.log(2) / 4 * (3 * 16 * 24 - near);
        assertThat(result.items().score()).isCloseTo(centres, within(1e-9));
        double heat = Math.log(2) / 4 * (4 * 16 * 24 - 4 * near) / 4;
        assertThat(result.items().visibility()).isCloseTo(heat, within(1e-9));
        assertThat(result.positives()).isEqualTo(1);
        assertThat(result.total()).isEqualTo(result.items().sum());
    }

    @Test
    void aMapOfZerosCostsOneWhateverTheDeviation() {
        InputLabel plate = Plates.plate(1, 41, 30, 32, 16, 0);
        for (double sigma : new double[] {0.8, 2, 6}) {
            KeypointMaps form = AdalossMaps.fixed(sigma, 4);
            LossResult result = loss(form).evaluate(random(form, 1, 0), List.of(List.of(plate)));

            assertThat(result.items().visibility()).isCloseTo(1, within(1e-12));
            assertThat(result.keypoints().means()).allMatch(m -> Math.abs(m - 1) < 1e-12);
        }
    }

    /// Numbers of the golden case ADA-7, whose map of 5 x 4 cells is too small for a head: there
    /// the zero map costs mean(y²) / mean(y)².
    @Test
    void normalisedByItsMeanAMapCostsWhatItsGaussianSays() {
        KeypointMaps form = new AdalossMaps(List.of(1.0, 1.0, 1.0, 1.0), false);
        InputLabel plate = Plates.plate(1, 41, 30, 32, 16, 0);
        double expected = 0;
        for (Keypoint k : plate.keypoints()) {
            Point node = k.at().times(0.25).minus(new Point(0.5, 0.5));
            Heatmap y = Heatmap.gaussian(24, 16, node, 1);
            double mean = Arrays.stream(y.values()).average().orElseThrow();
            expected += y.meanSquare() / mean / mean / 4;
        }

        LossResult result = loss(form).evaluate(random(form, 1, 0), List.of(List.of(plate)));

        assertThat(result.items().visibility()).isCloseTo(expected, within(1e-6 * expected));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void morePicturesOfTheSameKindCostTheSame(HeatmapLoss loss) {
        MapOutput one = random(loss.keypoints(), 1, 0.8);
        float[] twice = Arrays.copyOf(one.values(), 2 * one.values().length);
        System.arraycopy(one.values(), 0, twice, one.values().length, one.values().length);
        MapOutput two = new MapOutput(one.layout(), INPUT, 2, twice);
        List<InputLabel> objects = TARGETS.getFirst();

        double single = loss.evaluate(one, List.of(objects)).total();

        assertThat(loss.evaluate(two, List.of(objects, objects)).total())
                .isCloseTo(single, within(1e-9 * single));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void nothingIsEverNotANumber(HeatmapLoss loss) {
        InputLabel outside = Plates.plate(0, -50, -40, 20, 10, 0);
        InputLabel flat = Plates.plate(0, 50, 40, 0, 0, 0);
        InputLabel whole = Plates.plate(0, 48, 32, 300, 200, 0);
        InputLabel unlabelled =
                new InputLabel(
                        2,
                        new Box(10, 10, 40, 20),
                        Collections.nCopies(
                                4, new Keypoint(new Point(0, 0), Visibility.UNLABELLED)));
        for (double scale : new double[] {0, 1, 30, 1e4}) {
            for (List<InputLabel> objects :
                    List.of(
                            List.<InputLabel>of(),
                            List.of(outside),
                            List.of(unlabelled),
                            List.of(flat, flat),
                            List.of(whole, outside, flat, unlabelled))) {
                LossResult result =
                        loss.evaluate(
                                random(loss.keypoints(), 2, scale), List.of(objects, objects));
                assertThat(result.total()).isFinite();
                assertThat(result.gradient().finite()).isTrue();
            }
        }
    }

    @Test
    void unlabelledKeypointsTeachNothing() {
        HeatmapLoss loss = loss(new CentreNetMaps(Ideal.RADIUS));
        MapOutput maps = random(loss.keypoints(), 1, 0.5);
        InputLabel plate = Plates.plate(1, 41, 30, 32, 16, 0);
        List<Keypoint> some = new ArrayList<>(plate.keypoints());
        some.set(2, new Keypoint(new Point(0, 0), Visibility.UNLABELLED));

        float[] by =
                loss.evaluate(maps, List.of(List.of(new InputLabel(1, plate.box(), some))))
                        .gradient()
                        .values();

        for (int d = 0; d < 2; d++) {
            int from = maps.from(0, maps.layout().joint(2, d));
            assertThat(Arrays.copyOfRange(by, from, from + maps.cells())).containsOnly(0);
        }
    }

    @Test
    void placesBetweenNodesAreReadAsTheFormulaReadsThem() {
        MapOutput maps = random(AdaAnchorMaps.DEFAULT, 1, 1);
        HeatmapLayout layout = maps.layout();
        List<Point> offsets = new ArrayList<>();
        for (int i = 0; i < maps.cells(); i++) {
            offsets.add(maps.pair(0, layout.localOffset(1, 0), i));
        }
        OffsetField field = new OffsetField(24, 16, offsets);
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            Point p = new Point(random.nextDouble(-3, 27), random.nextDouble(-3, 19));
            Bilinear at = Bilinear.at(maps, p.x(), p.y());

            assertThat(at.read(maps, 0, layout.localOffset(1, 0), at.weights()))
                    .isCloseTo(field.at(p).x(), within(1e-6));
        }
    }

    @Test
    void warmingUpChoosesTheNearestTwentyCellsOfEachKeypoint() {
        KeypointMaps form = AdaAnchorMaps.DEFAULT.warmingUp();
        MapOutput maps = random(form, 1, 1);
        MapOutput gradient = maps.zerosLike();
        List<MapTarget> targets =
                MapTarget.of(
                        maps, List.of(List.of(Plates.plate(1, 48, 32, 40, 20, 0))), Ideal.RADIUS);

        form.add(maps, gradient, targets, 1);

        for (int k = 0; k < 4; k++) {
            Point node =
                    targets.getFirst().points().get(k).orElseThrow().minus(new Point(0.5, 0.5));
            int count = 0;
            for (int i = 0; i < maps.cells(); i++) {
                if (gradient.at(0, maps.layout().anchorOffset(k, 0), i) != 0) {
                    count++;
                    assertThat(node.distance(new Point(i % 24, i / 24))).isLessThan(3.2);
                }
            }
            // Derivatives of coarse and refined place may cancel at a few.
            assertThat(count).isBetween(10, 20);
        }
    }

    @Test
    void twoTargetsInOnePlaceShareNoAnchor() {
        InputLabel plate = Plates.plate(1, 48, 32, 40, 20, 0);
        MapOutput maps = random(AdaAnchorMaps.DEFAULT, 1, 0.3);

        LossResult one = loss(AdaAnchorMaps.DEFAULT).evaluate(maps, List.of(List.of(plate)));
        LossResult two = loss(AdaAnchorMaps.DEFAULT).evaluate(maps, List.of(List.of(plate, plate)));

        assertThat(one.keypoints().counts()).containsOnly(20);
        assertThat(two.keypoints().counts()).containsOnly(40);
    }

    @Test
    void presetsGiveTheLossOfEachEpoch() {
        assertThat(HeatmapPreset.byId("adaloss")).contains(HeatmapPreset.ADALOSS);
        AnchorGrid input = new AnchorGrid(512, 512);
        SigmaSchedule sigmas = HeatmapPreset.ADALOSS.begin(input, 4).orElseThrow();
        assertThat(sigmas.sigmas()).containsOnly(32.0);
        assertThat(HeatmapPreset.ADALOSS.loss(0, Optional.of(sigmas)).keypoints())
                .isEqualTo(AdalossMaps.fixed(32, 4));
        assertThat(HeatmapPreset.CENTERNET.begin(input, 4)).isEmpty();
        assertThat(HeatmapPreset.ADAANCHOR.loss(2, Optional.empty()).keypoints())
                .isEqualTo(AdaAnchorMaps.DEFAULT.warmingUp());
        assertThat(HeatmapPreset.ADAANCHOR.loss(3, Optional.empty()).keypoints())
                .isEqualTo(AdaAnchorMaps.DEFAULT);
    }

    @Test
    void aPresetIsChangedInOnePlace() {
        HeatmapPreset paper = HeatmapPreset.ADALOSS.with(Adaloss.PAPER).withStride(8);
        SigmaSchedule sigmas = paper.begin(new AnchorGrid(512, 256), 4).orElseThrow();

        assertThat(paper.layout(16, 4).stride()).isEqualTo(8);
        assertThat(sigmas.rule()).isEqualTo(Adaloss.PAPER);
        assertThat(sigmas.sigmas()).containsOnly(8.0);
        assertThat(((AdalossMaps) paper.loss(0, Optional.of(sigmas)).keypoints()).relative())
                .isFalse();
        RadiusRule legacy = RadiusRule.byId("legacy").orElseThrow();
        assertThat(HeatmapPreset.CENTERNET.with(legacy).loss(0, Optional.empty()))
                .isEqualTo(
                        new HeatmapLoss(legacy, new CentreNetMaps(legacy), HeatmapGains.DEFAULT));
        AdaAnchorMaps fixed = AdaAnchorMaps.DEFAULT.warmingUp();
        assertThat(HeatmapPreset.ADAANCHOR.with(fixed).loss(9, Optional.empty()).keypoints())
                .isEqualTo(fixed);
        assertThat(((OptionKind.Choice) RunOption.RADIUS.kind()).ids())
                .extracting(said -> RadiusRule.byId(said).orElseThrow().formula())
                .containsExactly(RadiusFormula.values());
        assertThat(RadiusRule.byId("none")).isEmpty();
    }

    @Test
    void aFixedDeviationStaysWhateverTheLossesDo() {
        HeatmapPreset fixed = HeatmapPreset.ADALOSS.withSigma("2.5");
        SigmaSchedule sigmas = fixed.begin(new AnchorGrid(512, 512), 4).orElseThrow();

        for (int epoch = 0; epoch < 12; epoch++) {
            assertThat(sigmas.sigmas()).containsOnly(2.5);
            assertThat(fixed.loss(epoch, Optional.of(sigmas)).keypoints())
                    .isEqualTo(AdalossMaps.fixed(2.5, 4));
            sigmas = sigmas.next(Collections.nCopies(4, 1 + Math.pow(-0.5, epoch)));
        }
        assertThat(sigmas.rule().id()).isEqualTo("fixed");
        assertThat(HeatmapPreset.ADALOSS.withSigma("rel").rule()).isEqualTo(Adaloss.REL);
        assertThat(HeatmapPreset.ADALOSS.withSigma("safe")).isEqualTo(HeatmapPreset.ADALOSS);
    }

    @Test
    void everyWayToChooseAnchorsThatARunCanNameDiffersInOneThing() {
        AdaAnchorMaps usual = AdaAnchorMaps.byId("ada").orElseThrow();
        assertThat(usual).isEqualTo(AdaAnchorMaps.DEFAULT);
        assertThat(AdaAnchorMaps.byId("nearest")).contains(usual.warmingUp());
        assertThat(AdaAnchorMaps.byId("coarse").orElseThrow().refined()).isFalse();
        assertThat(AdaAnchorMaps.byId("single").orElseThrow().rule().count()).isEqualTo(1);
        assertThat(AdaAnchorMaps.byId("add").orElseThrow().rule().fusion()).isEqualTo(Fusion.ADD);
        assertThat(((OptionKind.Choice) RunOption.ANCHORS.kind()).ids())
                .allSatisfy(id -> assertThat(AdaAnchorMaps.byId(id)).isPresent());
        assertThat(AdaAnchorMaps.byId("none")).isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        HeatmapLoss loss = loss(new CentreNetMaps(Ideal.RADIUS));
        MapOutput maps = random(loss.keypoints(), 1, 1);
        assertThatThrownBy(() -> loss.evaluate(maps, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        loss.evaluate(maps, List.of(List.of(Plates.plate(3, 40, 30, 9, 9, 0)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> loss.evaluate(random(FORMS.get(1), 1, 1), List.of(List.of())))
                .isInstanceOf(IllegalArgumentException.class);
        maps.values()[7] = Float.NaN;
        assertThatThrownBy(() -> loss.evaluate(maps, List.of(List.of())))
                .isInstanceOf(ArithmeticException.class);
    }
}
