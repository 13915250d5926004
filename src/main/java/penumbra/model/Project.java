package penumbra.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A schema and its labelled pictures, in the order of their ids. Immutable: an edit makes a new
/// project that shares all other pictures.
public final class Project {

    private final Schema schema;
    private final List<LabelledImage> images;
    private final Map<Long, Integer> indexById;

    private Project(Schema schema, List<LabelledImage> images, Map<Long, Integer> indexById) {
        this.schema = schema;
        this.images = Collections.unmodifiableList(images);
        this.indexById = indexById;
    }

    /// @throws IllegalArgumentException if two pictures share an id or a target does not fit the
    ///   schema
    public static Project of(Schema schema, List<LabelledImage> images) {
        List<LabelledImage> sorted = new ArrayList<>(images);
        sorted.sort(Comparator.comparingLong(LabelledImage::id));
        Map<Long, Integer> index = new HashMap<>();
        for (LabelledImage image : sorted) {
            requireFits(schema, image);
            if (index.put(image.id(), index.size()) != null) {
                throw new IllegalArgumentException("two pictures share the id " + image.id());
            }
        }
        return new Project(schema, sorted, index);
    }

    public static Project empty(Schema schema) {
        return of(schema, List.of());
    }

    public Schema schema() {
        return schema;
    }

    /// All pictures, ids ascending.
    public List<LabelledImage> images() {
        return images;
    }

    public Optional<LabelledImage> image(long id) {
        return Optional.ofNullable(indexById.get(id)).map(images::get);
    }

    public int targetCount() {
        return images.stream().mapToInt(i -> i.targets().size()).sum();
    }

    /// This project with another schema, which must fit all targets.
    public Project withSchema(Schema newSchema) {
        images.forEach(image -> requireFits(newSchema, image));
        return new Project(newSchema, images, indexById);
    }

    /// This project with the picture of the same id replaced, or with a new picture in its place by
    /// id.
    ///
    /// @throws IllegalArgumentException if a target does not fit the schema
    public Project with(LabelledImage image) {
        requireFits(schema, image);
        List<LabelledImage> copy = new ArrayList<>(images);
        Integer at = indexById.get(image.id());
        if (at != null) {
            copy.set(at, image);
            return new Project(schema, copy, indexById);
        }
        copy.add(image);
        return of(schema, copy);
    }

    /// This project without the picture of that id.
    public Project without(long imageId) {
        return of(schema, images.stream().filter(i -> i.id() != imageId).toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Project p && schema.equals(p.schema) && images.equals(p.images);
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + images.hashCode();
    }

    @Override
    public String toString() {
        return "Project[" + images.size() + " pictures, " + targetCount() + " targets]";
    }

    private static void requireFits(Schema schema, LabelledImage image) {
        for (Target target : image.targets()) {
            if (target.keypoints().size() != schema.keypointCount()
                    || target.classIndex() >= schema.classes().size()) {
                throw new IllegalArgumentException(
                        "a target of " + image.path() + " does not fit the schema: " + target);
            }
        }
    }
}
