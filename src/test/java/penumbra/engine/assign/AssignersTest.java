package penumbra.engine.assign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Anchors;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;

class AssignersTest {

    static final List<Assigner> ALL = Assigners.ALL;

    private static final AnchorGrid GRID = new AnchorGrid(640, 640);
    private static final Anchors ANCHORS = GRID.anchors();

    private static InputLabel plate(double x, double y, double width, double height) {
        return new InputLabel(
                1,
                new Box(x, y, width, height),
                List.of(
                        Keypoint.visible(x, y),
                        Keypoint.visible(x, y + height),
                        Keypoint.visible(x + width, y + height),
                        Keypoint.visible(x + width, y)));
    }

    private static Point centre(int a) {
        return new Point(
                ANCHORS.x()[a] * ANCHORS.stride()[a], ANCHORS.y()[a] * ANCHORS.stride()[a]);
    }

    /// What a fresh network says: boxes 15 cells wide about the anchor, keypoints at the cell's
    /// corner, hardly any score.
    private static Predictions fresh() {
        return new Predictions(
                GRID,
                a -> {
                    float half = 7.5f * ANCHORS.stride()[a];
                    float x = (float) centre(a).x();
                    float y = (float) centre(a).y();
                    return new float[] {x - half, y - half, x + half, y + half};
                },
                (_, _) -> 5e-5f,
                a -> {
                    double half = 0.5 * ANCHORS.stride()[a];
                    Point corner = new Point(centre(a).x() - half, centre(a).y() - half);
                    return List.of(corner, corner, corner, corner);
                });
    }

    private static List<Integer> anchors(Assignment assignment, int object) {
        return IntStream.range(0, assignment.object().length)
                .filter(a -> assignment.object()[a] == object)
                .boxed()
                .toList();
    }

    @Test
    void everyAssignerOfThePackageIsInTheListUnderAnIdOfItsOwn() {
        List<String> written =
                new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                        .importPackages("penumbra.engine.assign").stream()
                                .filter(c -> c.isAssignableTo(Assigner.class) && !c.isInterface())
                                .map(JavaClass::getName)
                                .toList();

        assertThat(ALL.stream().map(a -> a.getClass().getName()).distinct())
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(ALL)
                .extracting(Assigner::id)
                .containsExactly("tal", "tal-enlarged", "tal-small", "blend", "ada");
        assertThat(ALL).allSatisfy(a -> assertThat(Assigners.byId(a.id())).hasValue(a));
        assertThat(Assigners.byId("none")).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void weightsAreSharesAndBackgroundHasNone(Assigner assigner) {
        SplittableRandom random = new SplittableRandom(1);
        for (int run = 0; run < 20; run++) {
            List<InputLabel> objects =
                    IntStream.range(0, random.nextInt(6))
                            .mapToObj(_ ->
                                    plate(
                                            random.nextDouble(-30, 640),
                                            random.nextDouble(-30, 640),
                                            random.nextDouble(0, 200),
                                            random.nextDouble(0, 100)))
                            .toList();
            Assignment assignment = assigner.assign(fresh(), objects);

            for (int a = 0; a < GRID.size(); a++) {
                assertThat(assignment.object()[a]).isBetween(Assignment.NONE, objects.size() - 1);
                assertThat(assignment.weight()[a]).isBetween(0f, 1f);
                if (assignment.object()[a] == Assignment.NONE) {
                    assertThat(assignment.weight()[a]).isZero();
                } else if (assigner.hard()) {
                    assertThat(assignment.weight()[a]).isEqualTo(1);
                }
            }
        }
    }

    /// The cold start: a plate of 10 x 5 px at 2,000 places, some of them across the border.
    @Test
    void aFreshNetworkHasFiveAnchorsForATinyPlateWhereverItIs() {
        SplittableRandom random = new SplittableRandom(2);
        int stock = 0;
        for (int run = 0; run < 2000; run++) {
            InputLabel plate = plate(random.nextDouble(-2, 632), random.nextDouble(-1, 636), 10, 5);
            Assignment small = SmallTargetAssigner.DEFAULT.assign(fresh(), List.of(plate));
            List<Integer> own = anchors(small, 0);
            stock += anchors(TaskAlignedAssigner.STOCK.assign(fresh(), List.of(plate)), 0).size();

            assertThat(own).hasSizeGreaterThanOrEqualTo(5);
            for (int a : own) {
                // A border makes some boxes overlap by a trace.
                assertThat(small.weight()[a]).isBetween(0.24f, 0.25f);
                assertThat(GRID.distance(a, plate.box().centreX(), plate.box().centreY()))
                        .isLessThan(24);
            }
        }
        // What the rule is for: less than one each.
        assertThat(stock).isLessThan(2000);
    }

    @Test
    void plateAndSizeMakeNoDifferenceToTheGuarantee() {
        for (double width = 1; width < 300; width *= 1.3) {
            InputLabel plate = plate(311.3, 207.8, width, width / 2);
            Assignment small = SmallTargetAssigner.DEFAULT.assign(fresh(), List.of(plate));

            assertThat(anchors(small, 0)).hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void anObjectWithEnoughAnchorsIsAssignedAsEver() {
        List<InputLabel> large = List.of(plate(100, 100, 200, 150), plate(350, 300, 160, 160));

        Assignment small = SmallTargetAssigner.DEFAULT.assign(fresh(), large);
        Assignment stock = TaskAlignedAssigner.STOCK.assign(fresh(), large);

        assertThat(small.object()).isEqualTo(stock.object());
        assertThat(small.weight()).isEqualTo(stock.weight());
        assertThat(anchors(stock, 0)).hasSize(10);
    }

    @Test
    void ofTwoTinyPlatesTheNearerOneGetsAnAnchorAndALargeOneGivesWay() {
        InputLabel left = plate(300, 300, 10, 5);
        InputLabel right = plate(316, 300, 10, 5);
        InputLabel around = plate(200, 200, 200, 200);

        Assignment assignment =
                SmallTargetAssigner.DEFAULT.assign(fresh(), List.of(around, left, right));

        assertThat(anchors(assignment, 1)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(anchors(assignment, 2)).hasSizeGreaterThanOrEqualTo(3);
        for (int a : anchors(assignment, 1)) {
            assertThat(GRID.distance(a, 305, 302.5))
                    .isLessThanOrEqualTo(GRID.distance(a, 321, 302.5));
        }
        assertThat(anchors(assignment, 0)).isNotEmpty();
    }

    /// As a box becomes right the floor goes: with a perfect one the best weight is 1.
    @Test
    void theFloorFadesAsBoxesBecomeRight() {
        InputLabel plate = plate(300, 300, 10, 5);
        Predictions right =
                new Predictions(
                        GRID,
                        _ -> new float[] {300, 300, 310, 305},
                        (_, _) -> 0.5f,
                        fresh().keypoints());

        Assignment assignment = SmallTargetAssigner.DEFAULT.assign(right, List.of(plate));

        for (int a : anchors(assignment, 0)) {
            assertThat(assignment.weight()[a]).isCloseTo(1, within(1e-5f));
        }
    }

    /// Sides below 8 px count as 16: of a 6 x 40 px box at x 301..307 the columns 37 and 38 of the
    /// finest level, whose centres are at 300 and 308, instead of none.
    @ParameterizedTest
    @ValueSource(strings = {"tal", "tal-enlarged"})
    void aNarrowBoxReachesFurtherInTheNextVersion(String id) {
        InputLabel narrow = plate(301, 200, 6, 40);
        Predictions right =
                new Predictions(
                        GRID,
                        _ -> new float[] {301, 200, 307, 240},
                        (_, _) -> 0.5f,
                        fresh().keypoints());

        List<Integer> own =
                anchors(Assigners.byId(id).orElseThrow().assign(right, List.of(narrow)), 0);

        if (id.equals("tal")) {
            // Of P4 the column of centre 296 or 312 lies outside as well, of P5 that of 304 inside.
            assertThat(own).allMatch(a -> ANCHORS.stride()[a] == 32);
        } else {
            assertThat(own).hasSize(10);
            for (int a : own) {
                assertThat(centre(a).x()).isStrictlyBetween(296.0, 312.0);
                assertThat(centre(a).y()).isStrictlyBetween(200.0, 240.0);
            }
        }
    }

    /// All boxes are right; keypoints are in the upper half of the plate only.
    private static Predictions rightAbove(InputLabel plate) {
        List<Point> truth = plate.keypoints().stream().map(Keypoint::at).toList();
        List<Point> wrong = truth.stream().map(p -> p.plus(new Point(15, 0))).toList();
        return new Predictions(
                GRID,
                _ ->
                        new float[] {
                            (float) plate.box().x(),
                            (float) plate.box().y(),
                            (float) plate.box().right(),
                            (float) plate.box().bottom()
                        },
                (_, _) -> 0.36f,
                a -> centre(a).y() < plate.box().centreY() ? truth : wrong);
    }

    @Test
    void theBlendPrefersAnchorsWhoseKeypointsAreRight() {
        InputLabel plate = plate(200, 200, 80, 60);

        List<Integer> blend =
                anchors(TaskAlignedAssigner.BLEND.assign(rightAbove(plate), List.of(plate)), 0);
        Assignment below =
                TaskAlignedAssigner.BLEND.assign(
                        new Predictions(
                                GRID,
                                rightAbove(plate).boxes(),
                                rightAbove(plate).scores(),
                                _ -> rightAbove(plate).keypoints().apply(GRID.size() - 1)),
                        List.of(plate));

        assertThat(blend).hasSize(10);
        assertThat(blend).allMatch(a -> centre(a).y() < 230);
        // kappa² A = 4800 / 16 = 300, so r = exp(-225 / 600); the best target score is its root.
        double r = Math.exp(-0.375);
        for (int a : anchors(below, 0)) {
            assertThat((double) below.weight()[a]).isCloseTo(Math.sqrt(r), within(1e-6));
        }
    }

    @Test
    void adaAnchorTakesTheTwentyMostConfidentAndRight() {
        InputLabel plate = plate(200, 200, 80, 60);

        List<Integer> own =
                anchors(AdaAnchorAssigner.DEFAULT.assign(rightAbove(plate), List.of(plate)), 0);

        assertThat(own).hasSize(20);
        assertThat(own).allMatch(a -> centre(a).y() < 230);
    }

    @Test
    void adaAnchorsOfTwoPlatesGoWhereTheyScoreHigherAndTheOtherTakesItsNext() {
        InputLabel one = plate(200, 200, 80, 60);
        InputLabel two = plate(205, 200, 80, 60);

        Assignment both = AdaAnchorAssigner.DEFAULT.assign(rightAbove(one), List.of(two, one));

        assertThat(anchors(both, 0)).hasSize(20);
        assertThat(anchors(both, 1)).hasSize(20);
        assertThat(anchors(both, 1)).allMatch(a -> centre(a).y() < 230);
    }

    @Test
    void aPlateBetweenCellsHasTheNearestAdaAnchor() {
        InputLabel tiny = plate(303, 303, 2, 1);

        List<Integer> own = anchors(AdaAnchorAssigner.DEFAULT.assign(fresh(), List.of(tiny)), 0);

        assertThat(own).hasSize(1);
        assertThat(GRID.distance(own.getFirst(), 304, 303.5)).isLessThan(6);
    }
}
