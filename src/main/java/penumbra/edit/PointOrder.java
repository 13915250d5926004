package penumbra.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import penumbra.model.Schema;

/// Other orders of the points of a target, for [LabelEdits#reorderPoints]: at each place the index
/// of the point that goes there. Turning and reversing lead to every order that goes around the
/// same outline.
public final class PointOrder {

    private PointOrder() {}

    /// Every point takes the place of the one before it, the first that of the last: of a plate the
    /// bottom left becomes the top left.
    public static List<Integer> turned(Schema schema) {
        List<Integer> order = indices(schema);
        Collections.rotate(order, -1);
        return order;
    }

    /// The other way around from the same first point.
    public static List<Integer> reversed(Schema schema) {
        List<Integer> order = indices(schema);
        Collections.reverse(order.subList(1, order.size()));
        return order;
    }

    /// Left and right exchanged, as in a mirror.
    public static List<Integer> sidesSwapped(Schema schema) {
        return schema.flip();
    }

    /// The two ends of one bar exchanged.
    public static List<Integer> barTurned(Schema schema, Schema.Edge bar) {
        List<Integer> order = indices(schema);
        Collections.swap(order, bar.from(), bar.to());
        return order;
    }

    private static List<Integer> indices(Schema schema) {
        return new ArrayList<>(IntStream.range(0, schema.keypointCount()).boxed().toList());
    }
}
