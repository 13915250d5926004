package penumbra.data.input;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Size;
import penumbra.model.Schema;
import penumbra.model.Target;

/// The side of the network's input at which the things of a data set are large enough to be learnt
/// from, and not larger than that, because time grows with its square.
public final class InputSide {

    private static final List<Integer> SIDES = List.of(640, 960, 1280);

    /// Input px: three cells of the finest stride for two ends.
    private static final double ENOUGH = 12;

    private static final int GRAIN = 32;

    private InputSide() {}

    /// What there is to be seen in a picture of that size.
    public record Seen(Size size, List<Target> targets) {}

    /// The smallest of 640, 960 and 1280 px at which the middle one of all edges, as long as the
    /// schema's are in the input, has 12 px or more; where none is, the largest. Never more than
    /// the pictures have themselves: what lies between their pixels is not learnt. 640 without
    /// labels, or for keypoints without edges.
    public static int of(Schema schema, List<Seen> pictures) {
        List<Double> shares = new ArrayList<>();
        int longest = 0;
        for (Seen picture : pictures) {
            int side = longer(picture.size());
            longest = Math.max(longest, side);
            for (Target target : picture.targets()) {
                edges(schema, target).forEach(length -> shares.add(length / side));
            }
        }
        int usual = SIDES.getFirst();
        if (shares.isEmpty()) {
            return usual;
        }
        shares.sort(null);
        double middle = shares.get(shares.size() / 2);
        int wanted =
                SIDES.stream()
                        .filter(side -> middle * side >= ENOUGH)
                        .findFirst()
                        .orElse(SIDES.getLast());
        int own = GRAIN * Math.ceilDiv(longest, GRAIN);
        return Math.max(usual, Math.min(wanted, own));
    }

    private static int longer(Size size) {
        return Math.max(size.width(), size.height());
    }

    private static List<Double> edges(Schema schema, Target target) {
        return schema.edges().stream()
                .map(e -> List.of(target.keypoints().get(e.from()), target.keypoints().get(e.to())))
                .filter(ends -> ends.stream().allMatch(k -> k.labelled()))
                .map(ends -> ends.getFirst().at().distance(ends.getLast().at()))
                .toList();
    }
}
