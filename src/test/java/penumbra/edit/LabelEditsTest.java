package penumbra.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.model.Samples.picture;
import static penumbra.model.Samples.plate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

class LabelEditsTest {

    private static final Schema SCHEMA = Schema.ARMOR_PLATE;

    private final Target a = plate(0, 10);
    private final Target b = plate(1, 60);
    private final LabelledImage image =
            picture(1).withTargets(List.of(a, b)).withState(LabelState.LABELLED, "note");
    private final Iterator<UUID> ids =
            LongStream.range(0, 100).mapToObj(i -> new UUID(9, i)).iterator();
    private final LabelEdits edits = new LabelEdits("Bob", ids::next);

    /// The picture after the edit, which must name itself so and be undone by its inverse.
    private LabelledImage made(String label, LabelledImage before, Optional<Edit> edit) {
        assertThat(edit).isPresent();
        assertThat(edit.get().label()).isEqualTo(label);
        Project project = Project.of(SCHEMA, List.of(before, picture(2, 5)));
        Project after = edit.get().applyTo(project);
        assertThat(after).isNotEqualTo(project);
        assertThat(edit.get().inverse().applyTo(after)).isEqualTo(project);
        return after.image(before.id()).orElseThrow();
    }

    private Target only(LabelledImage picture, UUID id) {
        return picture.targets().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void aNewPlateHasAnIdAndItsPointsOutsideThePictureAreOccluded() {
        List<Point> points =
                List.of(new Point(-2, 5), new Point(0, 15), new Point(30, 15), new Point(30, 5));
        LabelledImage empty = picture(1);
        LabelledImage after = made("add-plate", empty, Optional.of(edits.add(empty, 3, points)));
        assertThat(after.state()).isEqualTo(LabelState.LABELLED);
        Target added = after.targets().getFirst();
        assertThat(added.id()).isEqualTo(new UUID(9, 0));
        assertThat(added.classIndex()).isEqualTo(3);
        assertThat(added.annotator()).isEqualTo("Bob");
        assertThat(added.box()).isEmpty();
        assertThat(added.keypoints())
                .containsExactly(
                        new Keypoint(new Point(-2, 5), Visibility.OCCLUDED),
                        Keypoint.visible(0, 15),
                        Keypoint.visible(30, 15),
                        Keypoint.visible(30, 5));
    }

    @Test
    void aStateThatAPersonChoseStaysWhenAPlateIsAdded() {
        LabelledImage flagged = picture(1).withState(LabelState.FLAGGED, "blur");
        LabelledImage after =
                made("add-plate", flagged, Optional.of(edits.add(flagged, 0, a.labelledPoints())));
        assertThat(after.state()).isEqualTo(LabelState.FLAGGED);
        assertThat(after.note()).isEqualTo("blur");
    }

    @Test
    void aMovedPointIsWhereItWasPutToTheLastBitAndBearsTheMoversName() {
        Point to = new Point(1 / 3.0, Math.PI);
        LabelledImage after =
                made(
                        "move-point",
                        image,
                        edits.move(image, Selection.point(1, a.id(), 1), Map.of(1, to)));
        Target moved = only(after, a.id());
        assertThat(moved.keypoints().get(1)).isEqualTo(new Keypoint(to, Visibility.VISIBLE));
        assertThat(moved.keypoints().get(0)).isEqualTo(a.keypoints().get(0));
        assertThat(moved.annotator()).isEqualTo("Bob");
        assertThat(only(after, b.id())).isEqualTo(b);
    }

    @Test
    void aPointKeepsItsVisibilityWhereverItIsMovedUnlessItHadNone() {
        List<Keypoint> points = new ArrayList<>(a.keypoints());
        points.set(0, new Keypoint(new Point(1, 1), Visibility.OCCLUDED));
        points.set(1, Keypoint.UNLABELLED);
        LabelledImage before = image.withTargets(List.of(a.withKeypoints(points)));
        Map<Integer, Point> places = Map.of(0, new Point(5, 5), 1, new Point(6, 6));
        LabelledImage after =
                made("move-bar", before, edits.move(before, Selection.bar(1, a.id(), 0), places));
        assertThat(only(after, a.id()).keypoints().subList(0, 2))
                .containsExactly(
                        new Keypoint(new Point(5, 5), Visibility.OCCLUDED), Keypoint.visible(6, 6));
    }

    @Test
    void nudgesMoveWhatIsSelectedAndNothingElse() {
        Point by = new Point(0.1, -10);
        Target point =
                only(
                        made(
                                "nudge-point",
                                image,
                                edits.nudge(image, Selection.point(1, a.id(), 3), SCHEMA, by)),
                        a.id());
        assertThat(point.labelledPoints())
                .containsExactly(
                        new Point(10, 10),
                        new Point(10, 20),
                        new Point(40, 20),
                        new Point(40.1, 0));
        Target bar =
                only(
                        made(
                                "nudge-bar",
                                image,
                                edits.nudge(image, Selection.bar(1, a.id(), 1), SCHEMA, by)),
                        a.id());
        assertThat(bar.labelledPoints())
                .containsExactly(
                        new Point(10, 10),
                        new Point(10, 20),
                        new Point(40.1, 10),
                        new Point(40.1, 0));
        Target whole =
                only(
                        made(
                                "nudge-plate",
                                image,
                                edits.nudge(image, Selection.whole(1, a.id()), SCHEMA, by)),
                        a.id());
        assertThat(whole.labelledPoints())
                .containsExactly(
                        new Point(10.1, 0),
                        new Point(10.1, 10),
                        new Point(40.1, 10),
                        new Point(40.1, 0));
    }

    @Test
    void aNudgeTakesTheStatedBoxAlongAndLeavesUnlabelledPoints() {
        List<Keypoint> points = new ArrayList<>(a.keypoints());
        points.set(3, new Keypoint(new Point(7, 7), Visibility.UNLABELLED));
        Box box = new Box(9, 9, 32, 12);
        Target boxed = new Target(a.id(), 0, points, Optional.of(box), "Ada");
        LabelledImage before = image.withTargets(List.of(boxed));
        Target after =
                only(
                        made(
                                "nudge-plate",
                                before,
                                edits.nudge(
                                        before,
                                        Selection.whole(1, a.id()),
                                        SCHEMA,
                                        new Point(1, 2))),
                        a.id());
        assertThat(after.box()).contains(new Box(10, 11, 32, 12));
        assertThat(after.keypoints().get(3)).isEqualTo(points.get(3));
    }

    @Test
    void anotherClassLeavesTheAnnotatorOfThePoints() {
        LabelledImage after = made("set-class", image, edits.setClass(image, b.id(), 11));
        assertThat(after.targets()).containsExactly(a, b.withClassIndex(11));
    }

    @Test
    void visibilityCyclesAndCoordinatesStay() {
        Selection point = Selection.point(1, a.id(), 2);
        LabelledImage once =
                made("set-visibility", image, edits.cycleVisibility(image, point, SCHEMA));
        LabelledImage twice =
                made("set-visibility", once, edits.cycleVisibility(once, point, SCHEMA));
        LabelledImage thrice =
                made("set-visibility", twice, edits.cycleVisibility(twice, point, SCHEMA));
        Point at = new Point(40, 20);
        assertThat(only(once, a.id()).keypoints().get(2))
                .isEqualTo(new Keypoint(at, Visibility.OCCLUDED));
        assertThat(only(twice, a.id()).keypoints().get(2))
                .isEqualTo(new Keypoint(at, Visibility.UNLABELLED));
        assertThat(thrice).isEqualTo(image);
    }

    @Test
    void visibilityOfABarFollowsItsFirstPoint() {
        LabelledImage mixed =
                made(
                        "set-visibility",
                        image,
                        edits.setVisibility(
                                image,
                                Selection.point(1, a.id(), 1),
                                SCHEMA,
                                Visibility.UNLABELLED));
        LabelledImage after =
                made(
                        "set-visibility",
                        mixed,
                        edits.cycleVisibility(mixed, Selection.bar(1, a.id(), 0), SCHEMA));
        assertThat(only(after, a.id()).keypoints())
                .extracting(Keypoint::visibility)
                .containsExactly(
                        Visibility.OCCLUDED,
                        Visibility.OCCLUDED,
                        Visibility.VISIBLE,
                        Visibility.VISIBLE);
    }

    @Test
    void pointsInAnotherOrderKeepTheirVisibility() {
        LabelledImage after =
                made(
                        "reorder-points",
                        image,
                        edits.reorderPoints(image, a.id(), List.of(3, 2, 1, 0)));
        assertThat(only(after, a.id()).keypoints()).isEqualTo(a.keypoints().reversed());
    }

    @Test
    void aDeletedPlateLeavesTheOthersAndTheState() {
        LabelledImage after = made("delete-plate", image, edits.delete(image, a.id()));
        assertThat(after).isEqualTo(image.withTargets(List.of(b)));
    }

    @Test
    void aCopyStandsBehindItsOriginalUnderAnIdOfItsOwn() {
        LabelledImage after =
                made("duplicate-plate", image, edits.duplicate(image, a.id(), new Point(5, 0)));
        assertThat(after.targets()).hasSize(3);
        assertThat(after.targets().get(0)).isEqualTo(a);
        assertThat(after.targets().get(2)).isEqualTo(b);
        Target copy = after.targets().get(1);
        assertThat(copy.id()).isEqualTo(new UUID(9, 0));
        assertThat(copy.labelledPoints()).first().isEqualTo(new Point(15, 10));
    }

    @Test
    void aPlateCanBePutElsewhereInTheList() {
        Target c = plate(2, 110);
        LabelledImage three = image.withTargets(List.of(a, b, c));
        assertThat(made("reorder-plates", three, edits.reorder(three, a.id(), 1)).targets())
                .containsExactly(b, a, c);
        assertThat(made("reorder-plates", three, edits.reorder(three, a.id(), 99)).targets())
                .containsExactly(b, c, a);
        assertThat(made("reorder-plates", three, edits.reorder(three, c.id(), -1)).targets())
                .containsExactly(c, a, b);
    }

    @Test
    void platesOfAnotherPictureAreCopiedExactlyUnderNewIds() {
        LabelledImage next = picture(2).withTargets(List.of(plate(5, 200)));
        Optional<Edit> edit = edits.copy(next, image.targets());
        LabelledImage after = edit.orElseThrow().after().orElseThrow();
        assertThat(edit.get().label()).isEqualTo("copy-plates");
        assertThat(edit.get().imageId()).isEqualTo(2);
        assertThat(after.targets().getFirst()).isEqualTo(plate(5, 200));
        assertThat(after.targets())
                .extracting(Target::id)
                .doesNotHaveDuplicates()
                .endsWith(new UUID(9, 0), new UUID(9, 1));
        assertThat(after.targets().get(1).keypoints()).isEqualTo(a.keypoints());
        assertThat(after.targets().get(2).keypoints()).isEqualTo(b.keypoints());
        assertThat(after.state()).isEqualTo(LabelState.LABELLED);
        assertThat(edit.get().inverse().after()).contains(next);
    }

    @Test
    void acceptedProposalsAreTargetsOfTheirOwn() {
        LabelledImage next = picture(2);
        Edit edit = edits.propagate(next, List.of(b)).orElseThrow();
        assertThat(edit.label()).isEqualTo("propagate-plates");
        Target accepted = edit.after().orElseThrow().targets().getFirst();
        assertThat(accepted.id()).isEqualTo(new UUID(9, 0));
        assertThat(accepted.annotator()).isEqualTo("Bob");
        assertThat(accepted.keypoints()).isEqualTo(b.keypoints());
        assertThat(edits.propagate(next, List.of())).isEmpty();
    }

    @Test
    void theStateAndItsNoteAreAnEdit() {
        LabelledImage after =
                made("set-state", image, edits.setState(image, LabelState.FLAGGED, "which end?"));
        assertThat(after).isEqualTo(image.withState(LabelState.FLAGGED, "which end?"));
    }

    @Test
    void whatChangesNothingIsNoEdit() {
        Point same = a.keypoints().getFirst().at();
        Selection point = Selection.point(1, a.id(), 0);
        assertThat(edits.move(image, point, Map.of(0, same))).isEmpty();
        assertThat(edits.nudge(image, point, SCHEMA, new Point(0, 0))).isEmpty();
        assertThat(edits.setClass(image, a.id(), 0)).isEmpty();
        assertThat(edits.setVisibility(image, point, SCHEMA, Visibility.VISIBLE)).isEmpty();
        assertThat(edits.reorderPoints(image, a.id(), List.of(0, 1, 2, 3))).isEmpty();
        assertThat(edits.reorder(image, a.id(), 0)).isEmpty();
        assertThat(edits.copy(image, List.of())).isEmpty();
        assertThat(edits.setState(image, image.state(), image.note())).isEmpty();
    }

    @Test
    void ofATargetThatIsGoneThereIsNoEdit() {
        UUID gone = new UUID(0, 0);
        Selection point = Selection.point(1, gone, 0);
        assertThat(edits.move(image, point, Map.of(0, new Point(1, 1)))).isEmpty();
        assertThat(edits.nudge(image, point, SCHEMA, new Point(1, 1))).isEmpty();
        assertThat(edits.setClass(image, gone, 1)).isEmpty();
        assertThat(edits.cycleVisibility(image, point, SCHEMA)).isEmpty();
        assertThat(edits.delete(image, gone)).isEmpty();
        assertThat(edits.duplicate(image, gone, new Point(1, 1))).isEmpty();
        assertThat(edits.reorder(image, gone, 1)).isEmpty();
    }

    @Test
    void idsAreRandomUnlessSaidOtherwise() {
        LabelEdits random = LabelEdits.by("Bob");
        assertThat(random.ids().get()).isNotEqualTo(random.ids().get());
    }

    @Test
    void aNoteLeavesLabelsAndStateAndTheSameNoteIsNoEdit() {
        LabelledImage after = made("set-note", image, edits.setNote(image, "glare\non the left"));
        assertThat(after.note()).isEqualTo("glare\non the left");
        assertThat(after.withState(image.state(), image.note())).isEqualTo(image);
        assertThat(edits.setNote(image, "note")).isEmpty();
    }
}
