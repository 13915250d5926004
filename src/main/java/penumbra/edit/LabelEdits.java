package penumbra.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// The edits that a person makes to the labels of one picture, as pure functions of the picture as
/// it is. Coordinates are picture px.
///
/// Each returns nothing when it would change nothing or the target is not there, so that undo never
/// has a step without effect. Points that somebody places bear that person's name; a stated box
/// goes with its points ([Target#moved]). An unlabelled picture becomes a labelled one with its
/// first target; every other state stays.
///
/// @param annotator who makes the edits
/// @param ids gives new targets their ids
public record LabelEdits(String annotator, Supplier<UUID> ids) {

    static final String SET_NOTE = "set-note";

    /// Edits by that person, with random ids for new targets.
    public static LabelEdits by(String annotator) {
        return new LabelEdits(annotator, UUID::randomUUID);
    }

    /// A new target: `add-plate`. Points inside the picture are visible, those outside occluded.
    public Edit add(LabelledImage image, int classIndex, List<Point> points) {
        List<Keypoint> keypoints = points.stream().map(p -> placed(p, image.size())).toList();
        Target target = new Target(ids.get(), classIndex, keypoints, Optional.empty(), annotator);
        return with(image, "add-plate", List.of(target));
    }

    /// Points moved to new places: `move-point`, `move-bar` or `move-plate`. A point that was not
    /// labelled becomes so.
    ///
    /// @param places by index of the keypoint
    public Optional<Edit> move(
            LabelledImage image, Selection selection, Map<Integer, Point> places) {
        return place(image, selection, "move-", places);
    }

    /// The selected labelled points shifted by the same vector: `nudge-point`, `nudge-bar` or
    /// `nudge-plate`.
    public Optional<Edit> nudge(LabelledImage image, Selection selection, Schema schema, Point by) {
        return place(image, selection, "nudge-", shifted(image, selection, schema, by));
    }

    /// Another class: `set-class`.
    public Optional<Edit> setClass(LabelledImage image, UUID target, int classIndex) {
        return change(image, target, "set-class", t -> t.withClassIndex(classIndex));
    }

    /// Another visibility of the selected points: `set-visibility`. Coordinates stay, also of a
    /// point that becomes unlabelled.
    public Optional<Edit> setVisibility(
            LabelledImage image, Selection selection, Schema schema, Visibility visibility) {
        List<Integer> chosen = selection.keypoints(schema);
        return change(
                image,
                selection.targetId(),
                "set-visibility",
                t -> {
                    List<Keypoint> points = new ArrayList<>(t.keypoints());
                    chosen.forEach(
                            i -> points.set(i, new Keypoint(points.get(i).at(), visibility)));
                    return t.withKeypoints(points);
                });
    }

    /// The selected points from visible over occluded and unlabelled to visible again, all to what
    /// comes after the first one: `set-visibility`.
    public Optional<Edit> cycleVisibility(LabelledImage image, Selection selection, Schema schema) {
        int first = selection.keypoints(schema).getFirst();
        return selection
                .in(image)
                .map(t -> t.keypoints().get(first).visibility())
                .flatMap(now -> setVisibility(image, selection, schema, after(now)));
    }

    /// The points of a target in another order, each with its visibility: `reorder-points`.
    ///
    /// @param order at each place the index of the keypoint that goes there
    public Optional<Edit> reorderPoints(LabelledImage image, UUID target, List<Integer> order) {
        return change(
                image,
                target,
                "reorder-points",
                t -> t.withKeypoints(order.stream().map(t.keypoints()::get).toList()));
    }

    /// A target away: `delete-plate`.
    public Optional<Edit> delete(LabelledImage image, UUID target) {
        List<Target> left = image.targets().stream().filter(t -> !t.id().equals(target)).toList();
        return changed("delete-plate", image, image.withTargets(left));
    }

    /// A copy of a target right behind it, shifted, with an id of its own: `duplicate-plate`.
    public Optional<Edit> duplicate(LabelledImage image, UUID target, Point by) {
        int at = index(image, target);
        if (at < 0) {
            return Optional.empty();
        }
        Target original = image.targets().get(at);
        List<Keypoint> points =
                original.keypoints().stream()
                        .map(k -> new Keypoint(k.at().plus(by), k.visibility()))
                        .toList();
        List<Target> targets = new ArrayList<>(image.targets());
        targets.add(at + 1, original.moved(points, annotator).withId(ids.get()));
        return changed("duplicate-plate", image, image.withTargets(targets));
    }

    /// A target at another place in the list of the picture: `reorder-plates`.
    ///
    /// @param to its new index; the ends of the list when it is beyond them
    public Optional<Edit> reorder(LabelledImage image, UUID target, int to) {
        int at = index(image, target);
        if (at < 0) {
            return Optional.empty();
        }
        List<Target> targets = new ArrayList<>(image.targets());
        Target moved = targets.remove(at);
        targets.add(Math.clamp(to, 0, targets.size()), moved);
        return changed("reorder-plates", image, image.withTargets(targets));
    }

    /// Copies of targets of another picture, at the same coordinates, with ids of their own:
    /// `copy-plates`.
    public Optional<Edit> copy(LabelledImage image, List<Target> others) {
        return copies(image, others, "copy-plates");
    }

    /// Targets that were found in this picture for those of another, with ids of their own:
    /// `propagate-plates`.
    public Optional<Edit> propagate(LabelledImage image, List<Target> proposals) {
        return copies(image, proposals, "propagate-plates");
    }

    /// A prediction as it was found becomes a label, with its id and in the name of its network:
    /// `accept-proposal`.
    public Edit accept(LabelledImage image, Target proposal) {
        return with(image, "accept-proposal", List.of(proposal));
    }

    /// A prediction becomes a label where a person moved it, with its id: `correct-proposal`.
    ///
    /// @param moved an edit of that target in a picture that holds it as if it were a label
    public Optional<Edit> correct(LabelledImage image, UUID proposal, Optional<Edit> moved) {
        return moved.flatMap(Edit::after)
                .flatMap(after ->
                        after.targets().stream().filter(t -> t.id().equals(proposal)).findFirst())
                .map(t -> with(image, "correct-proposal", List.of(t)));
    }

    /// How far the work on the picture has come, and what is said about it: `set-state`.
    public Optional<Edit> setState(LabelledImage image, LabelState state, String note) {
        return changed("set-state", image, image.withState(state, note));
    }

    /// What is said about the picture: `set-note`.
    public Optional<Edit> setNote(LabelledImage image, String note) {
        return changed(SET_NOTE, image, image.withState(image.state(), note));
    }

    private Optional<Edit> copies(LabelledImage image, List<Target> others, String label) {
        List<Target> copies =
                others.stream()
                        .map(t -> t.moved(t.keypoints(), annotator).withId(ids.get()))
                        .toList();
        return copies.isEmpty() ? Optional.empty() : Optional.of(with(image, label, copies));
    }

    private Optional<Edit> place(
            LabelledImage image, Selection selection, String verb, Map<Integer, Point> places) {
        String part =
                switch (selection.part()) {
                    case Selection.Whole() -> "plate";
                    case Selection.One _ -> "point";
                    case Selection.Bar _ -> "bar";
                };
        return selection
                .in(image)
                .filter(t -> !placed(t, places, image.size()).equals(t.keypoints()))
                .flatMap(t ->
                        change(
                                image,
                                t.id(),
                                verb + part,
                                u -> u.moved(placed(u, places, image.size()), annotator)));
    }

    private static List<Keypoint> placed(Target target, Map<Integer, Point> places, Size picture) {
        return IntStream.range(0, target.keypoints().size())
                .mapToObj(i -> {
                    Keypoint old = target.keypoints().get(i);
                    Point to = places.getOrDefault(i, old.at());
                    return old.labelled() || !places.containsKey(i)
                            ? new Keypoint(to, old.visibility())
                            : placed(to, picture);
                })
                .toList();
    }

    private static Map<Integer, Point> shifted(
            LabelledImage image, Selection selection, Schema schema, Point by) {
        Map<Integer, Point> places = new HashMap<>();
        selection
                .in(image)
                .ifPresent(t -> {
                    for (int i : selection.keypoints(schema)) {
                        Keypoint k = t.keypoints().get(i);
                        if (k.labelled()) {
                            places.put(i, k.at().plus(by));
                        }
                    }
                });
        return places;
    }

    private static Keypoint placed(Point at, Size picture) {
        return new Keypoint(at, picture.contains(at) ? Visibility.VISIBLE : Visibility.OCCLUDED);
    }

    private static Visibility after(Visibility now) {
        return switch (now) {
            case VISIBLE -> Visibility.OCCLUDED;
            case OCCLUDED -> Visibility.UNLABELLED;
            case UNLABELLED -> Visibility.VISIBLE;
        };
    }

    private static int index(LabelledImage image, UUID target) {
        return image.targets().stream().map(Target::id).toList().indexOf(target);
    }

    private static Optional<Edit> change(
            LabelledImage image, UUID target, String label, UnaryOperator<Target> how) {
        List<Target> targets =
                image.targets().stream()
                        .map(t -> t.id().equals(target) ? how.apply(t) : t)
                        .toList();
        return changed(label, image, image.withTargets(targets));
    }

    private static Edit with(LabelledImage image, String label, List<Target> more) {
        List<Target> targets = new ArrayList<>(image.targets());
        targets.addAll(more);
        LabelledImage after = image.withTargets(targets);
        boolean first = image.state() == LabelState.UNLABELLED;
        return Edit.change(
                label, image, first ? after.withState(LabelState.LABELLED, image.note()) : after);
    }

    private static Optional<Edit> changed(String label, LabelledImage before, LabelledImage after) {
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(Edit.change(label, before, after));
    }
}
