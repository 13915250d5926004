package penumbra.edit.filter;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import penumbra.edit.check.PlateCheck;
import penumbra.geometry.Box;
import penumbra.model.Bars;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;

/// What one term asks of a picture; of alternatives one is enough, and so is one of its targets.
/// Case does not matter in texts.
sealed interface Condition {

    boolean holds(LabelledImage image, Schema schema, Knowledge known);

    /// Its path holds one of these.
    record InPath(List<String> parts) implements Condition {

        @Override
        public boolean holds(LabelledImage image, Schema schema, Knowledge known) {
            return containsAny(image.path(), parts);
        }
    }

    /// Its note holds one of these.
    record InNote(List<String> parts) implements Condition {

        @Override
        public boolean holds(LabelledImage image, Schema schema, Knowledge known) {
            return containsAny(image.note(), parts);
        }
    }

    /// The name of somebody who placed points last holds one of these.
    record By(List<String> parts) implements Condition {

        @Override
        public boolean holds(LabelledImage image, Schema schema, Knowledge known) {
            return image.targets().stream().anyMatch(t -> containsAny(t.annotator(), parts));
        }
    }

    /// It has a target of one of these classes.
    record OfClass(Set<String> names) implements Condition {

        @Override
        public boolean holds(LabelledImage image, Schema schema, Knowledge known) {
            return image.targets().stream()
                    .anyMatch(t -> names.contains(schema.classes().get(t.classIndex()).name()));
        }
    }

    /// It is in one of these states.
    record InState(Set<LabelState> states) implements Condition {

        @Override
        public boolean holds(LabelledImage image, Schema schema, Knowledge known) {
            return states.contains(image.state());
        }
    }

    /// A target of it has one of these warnings.
    record Warned(Set<String> ids) implements Condition {

        @Override
        public boolean holds(LabelledImage image, Schema schema, Knowledge known) {
            return image.targets().stream()
                    .flatMap(t -> PlateCheck.of(t, schema, image.size(), image.targets()).stream())
                    .anyMatch(w -> ids.contains(w.id()));
        }
    }

    /// The number of its targets.
    record Plates(List<Bounds> bounds) implements Condition {

        @Override
        public boolean holds(LabelledImage image, Schema schema, Knowledge known) {
            return holdsAny(image.targets().size(), bounds);
        }
    }

    /// How many plates a network proposes that nobody has decided about.
    record Proposed(List<Bounds> bounds) implements Condition {

        @Override
        public boolean holds(LabelledImage image, Schema schema, Knowledge known) {
            return holdsAny(known.proposals().applyAsInt(image), bounds);
        }
    }

    /// The distance of a plate from the camera, metres.
    record Distance(List<Bounds> bounds) implements Condition {

        @Override
        public boolean holds(LabelledImage image, Schema schema, Knowledge known) {
            return image.targets().stream()
                    .map(known.distance())
                    .flatMapToDouble(OptionalDouble::stream)
                    .anyMatch(metres -> holdsAny(metres, bounds));
        }
    }

    /// Ranges of the way from the left and from the top, % of the picture's sides; a range holds
    /// its beginning and not its end, so that neighbouring cells of a grid share no target.
    record Place(Bounds x, Bounds y) {

        private boolean holds(double atX, double atY) {
            return in(x, atX) && in(y, atY);
        }

        private static boolean in(Bounds range, double at) {
            return range.holds(at) && at < range.upper();
        }
    }

    /// Where the middle of a target's box lies.
    record Placed(List<Place> places) implements Condition {

        @Override
        public boolean holds(LabelledImage image, Schema schema, Knowledge known) {
            return image.targets().stream()
                    .flatMap(t -> t.extent().stream())
                    .anyMatch(box -> holdsAny(box, image));
        }

        private boolean holdsAny(Box box, LabelledImage image) {
            double x = 100 * box.centreX() / image.size().width();
            double y = 100 * box.centreY() / image.size().height();
            return places.stream().anyMatch(p -> p.holds(x, y));
        }
    }

    /// How bright the picture is on average, % of white.
    record Exposed(List<Bounds> bounds) implements Condition {

        @Override
        public boolean holds(LabelledImage image, Schema schema, Knowledge known) {
            OptionalDouble share = known.exposure().apply(image);
            return share.isPresent() && holdsAny(100 * share.getAsDouble(), bounds);
        }
    }

    /// How bright it is around a target's bars, % of white.
    record Bright(List<Bounds> bounds) implements Condition {

        @Override
        public boolean holds(LabelledImage image, Schema schema, Knowledge known) {
            return image.targets().stream()
                    .map(known.brightness())
                    .flatMapToDouble(OptionalDouble::stream)
                    .anyMatch(share -> holdsAny(100 * share, bounds));
        }
    }

    /// The width of a target's box, px.
    record PlateWidth(List<Bounds> bounds) implements Condition {

        @Override
        public boolean holds(LabelledImage image, Schema schema, Knowledge known) {
            return image.targets().stream()
                    .flatMap(t -> t.extent().stream())
                    .mapToDouble(Box::width)
                    .anyMatch(width -> holdsAny(width, bounds));
        }
    }

    /// The mean length of a target's bars, px.
    record BarLength(List<Bounds> bounds) implements Condition {

        @Override
        public boolean holds(LabelledImage image, Schema schema, Knowledge known) {
            return image.targets().stream()
                    .map(t -> Bars.meanLength(t, schema))
                    .flatMapToDouble(OptionalDouble::stream)
                    .anyMatch(length -> holdsAny(length, bounds));
        }
    }

    private static boolean holdsAny(double measured, List<Bounds> bounds) {
        return bounds.stream().anyMatch(b -> b.holds(measured));
    }

    private static boolean containsAny(String text, List<String> parts) {
        String lower = text.toLowerCase(Locale.ROOT);
        return parts.stream().anyMatch(p -> lower.contains(p.toLowerCase(Locale.ROOT)));
    }
}
