package penumbra.model;

import java.util.OptionalDouble;

/// The light bars of a target: the edges of its schema.
public final class Bars {

    private Bars() {}

    /// Mean length of the edges whose ends are labelled, px; empty when there is none.
    public static OptionalDouble meanLength(Target target, Schema schema) {
        return schema.edges().stream()
                .filter(e ->
                        target.keypoints().get(e.from()).labelled()
                                && target.keypoints().get(e.to()).labelled())
                .mapToDouble(e ->
                        target.keypoints()
                                .get(e.from())
                                .at()
                                .distance(target.keypoints().get(e.to()).at()))
                .average();
    }
}
