package penumbra.edit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

/// What is selected: a target of a picture, or a part of it.
public record Selection(long imageId, UUID targetId, Part part) {

    /// Which keypoints of the target.
    public sealed interface Part {}

    /// All of them.
    public record Whole() implements Part {}

    /// One, by its index in the schema.
    public record One(int keypoint) implements Part {}

    /// The two of a bar, by the index of its edge in the schema.
    public record Bar(int edge) implements Part {}

    public static Selection whole(long imageId, UUID targetId) {
        return new Selection(imageId, targetId, new Whole());
    }

    public static Selection point(long imageId, UUID targetId, int keypoint) {
        return new Selection(imageId, targetId, new One(keypoint));
    }

    public static Selection bar(long imageId, UUID targetId, int edge) {
        return new Selection(imageId, targetId, new Bar(edge));
    }

    /// The selected target, empty when it is not in the picture (any more).
    public Optional<Target> in(LabelledImage image) {
        return image.id() == imageId
                ? image.targets().stream().filter(t -> t.id().equals(targetId)).findFirst()
                : Optional.empty();
    }

    /// Indices of the selected keypoints.
    ///
    /// @throws IllegalArgumentException if the schema has no such keypoint or edge
    public List<Integer> keypoints(Schema schema) {
        return switch (part) {
            case Whole() -> IntStream.range(0, schema.keypointCount()).boxed().toList();
            case One(int k) when k >= 0 && k < schema.keypointCount() -> List.of(k);
            case Bar(int e) when e >= 0 && e < schema.edges().size() ->
                    List.of(schema.edges().get(e).from(), schema.edges().get(e).to());
            case Part other ->
                    throw new IllegalArgumentException("the schema has no such part: " + other);
        };
    }

    /// The target after this one in its picture, whole, and after the last one the first; the first
    /// when this one is not there.
    ///
    /// @return empty when the picture has no target
    public Optional<Selection> next(LabelledImage image) {
        return beside(image, 1);
    }

    /// The target before this one; before the first one the last.
    public Optional<Selection> previous(LabelledImage image) {
        return beside(image, -1);
    }

    /// The first target of a picture, whole; empty when it has none.
    public static Optional<Selection> first(LabelledImage image) {
        return image.targets().stream().findFirst().map(t -> whole(image.id(), t.id()));
    }

    private Optional<Selection> beside(LabelledImage image, int step) {
        List<UUID> ids = image.targets().stream().map(Target::id).toList();
        int at = ids.indexOf(targetId);
        if (at < 0 || image.id() != imageId) {
            return first(image);
        }
        return Optional.of(whole(imageId, ids.get(Math.floorMod(at + step, ids.size()))));
    }
}
