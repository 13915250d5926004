package penumbra.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Schema;

class PlaceErrorsTest {

    /// Upright bars of 20 px, 60 px apart: TL, BL, BR, TR.
    private static final List<Point> PLATE =
            List.of(new Point(0, 0), new Point(0, 20), new Point(60, 20), new Point(60, 0));

    private static final Box BOX = new Box(0, 0, 60, 20);

    private static Match match(List<Boolean> labelled, Point... misses) {
        List<Point> found = new ArrayList<>();
        for (int k = 0; k < misses.length; k++) {
            found.add(PLATE.get(k).plus(misses[k]));
        }
        Truth truth = new Truth(2, PLATE, labelled, BOX);
        return new Match(
                truth,
                misses.length == 0
                        ? Optional.empty()
                        : Optional.of(new Detection(2, 0.9, found, BOX)));
    }

    private static TargetErrors errors(Match match) {
        return TargetErrors.of(match, 0.5, Schema.ARMOR_PLATE);
    }

    private static final List<Boolean> ALL = List.of(true, true, true, true);

    /// TL 3 px above its bar and 4 px to the right, BL 2 px short of its bar's end.
    @Test
    void errorsAreToldAlongTheBarOutwardsAndAcrossIt() {
        TargetErrors e =
                errors(
                        match(
                                ALL,
                                new Point(4, -3),
                                new Point(0, -2),
                                new Point(0, 0),
                                new Point(0, 0)));
        assertThat(e.points().get(0).distance()).isEqualTo(5);
        assertThat(e.points().get(0).along()).isEqualTo(3);
        assertThat(Math.abs(e.points().get(0).across())).isEqualTo(4);
        assertThat(e.points().get(1).along()).isEqualTo(-2);
        assertThat(e.points().get(1).across()).isZero();
        PlaceErrors place = PlaceErrors.of(List.of(e), 640);
        assertThat(place.rmse()).isCloseTo(Math.sqrt(29 / 4.0), within(1e-12));
        assertThat(place.rmseInput()).isCloseTo(Math.sqrt(29 / 4.0) / 2, within(1e-12));
        assertThat(place.rmseCoordinate()).isCloseTo(Math.sqrt(29 / 8.0), within(1e-12));
        assertThat(place.rmseNorm100())
                .isCloseTo(100 * Math.sqrt(29 / 8.0) / 2 / 640, within(1e-12));
        assertThat(place.along()).isCloseTo(Math.sqrt(13 / 4.0), within(1e-12));
        assertThat(place.across()).isCloseTo(2, within(1e-12));
        assertThat(place.outwards()).isCloseTo(0.25, within(1e-12));
        assertThat(place.nme()).isCloseTo(7 / 4.0 / Math.sqrt(1200), within(1e-12));
        assertThat(place.median()).isCloseTo(1, within(1e-12));
        // 5, 2, 0 and 0 of 8 px.
        assertThat(place.aucPixels()).isCloseTo((3 + 6 + 8 + 8) / 32.0, within(1e-12));
    }

    @Test
    void aMissedTargetHasNoErrorButCountsAsMissedAndAsAFailure() {
        Point far = new Point(10, 0);
        PlaceErrors place =
                PlaceErrors.of(
                        List.of(errors(match(ALL)), errors(match(ALL, far, far, far, far))), 640);
        assertThat(place.targets()).isEqualTo(2);
        assertThat(place.found()).isEqualTo(1);
        assertThat(place.foundShare()).isEqualTo(0.5);
        assertThat(place.rmse()).isCloseTo(10, within(1e-12));
        assertThat(place.failures()).isEqualTo(1);
        assertThat(place.failuresPixels()).isEqualTo(1);
        assertThat(place.aucPixels()).isZero();
        assertThat(place.along()).isCloseTo(0, within(1e-12));
    }

    @Test
    void keypointsThatAreNotLabelledTakeNoPartAndGiveNoDirection() {
        Point wild = new Point(1000, 1000);
        TargetErrors e =
                errors(
                        match(
                                List.of(true, false, true, true),
                                new Point(1, 0),
                                wild,
                                new Point(0, 1),
                                new Point(0, 0)));
        assertThat(e.points()).hasSize(3);
        assertThat(e.points().get(0).along()).isNaN();
        PlaceErrors place = PlaceErrors.of(List.of(e), 640);
        assertThat(place.rmse()).isCloseTo(Math.sqrt(2 / 3.0), within(1e-12));
        assertThat(place.along()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(PlaceErrors.of(List.of(e.only(1)), 640).targets()).isZero();
        assertThat(PlaceErrors.of(List.of(e.only(0)), 640).rmse()).isEqualTo(1);
    }

    @Test
    void withoutATargetNothingIsMadeUp() {
        PlaceErrors none = PlaceErrors.of(List.of(), 640);
        assertThat(none.rmse()).isNaN();
        assertThat(none.foundShare()).isNaN();
        assertThat(none.median()).isNaN();
        assertThat(none.auc()).isNaN();
    }

    @Test
    void sizesAreToldApartByTheSquareRootOfTheArea() {
        assertThat(SizeBin.of(15.9)).isEqualTo(SizeBin.TINY);
        assertThat(SizeBin.of(16)).isEqualTo(SizeBin.SMALL);
        assertThat(SizeBin.of(63.9)).isEqualTo(SizeBin.MEDIUM);
        assertThat(SizeBin.of(1e9)).isEqualTo(SizeBin.LARGE);
    }

    /// The example of the source: 1.64 px against labels of 1.4 px.
    @Test
    void noisyLabelsHideTheRestOfASquare() {
        assertThat(new NoiseFloor(1.64, 1.4).clean()).isCloseTo(0.854, within(5e-4));
        assertThat(new NoiseFloor(1, 1.4).clean()).isZero();
    }
}
