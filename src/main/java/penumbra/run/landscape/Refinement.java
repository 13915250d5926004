package penumbra.run.landscape;

import java.util.ArrayList;
import java.util.List;

/// The nodes of a square, coarse first: 5 x 5, then 9, 17 and 33 to a side. Every grid has the
/// nodes of the one before, so that no node is computed twice.
public final class Refinement {

    /// Nodes along a side of each grid.
    public static final List<Integer> SIDES = List.of(5, 9, 17, 33);

    /// Nodes along a side of the finest grid, by which all nodes are numbered.
    public static final int FINEST = SIDES.getLast();

    private Refinement() {}

    /// A node, counted from 0 in the finest grid; rows go with y.
    public record Node(int row, int column) {

        public Node {
            if (row < 0 || column < 0 || row >= FINEST || column >= FINEST) {
                throw new IllegalArgumentException("no node: " + row + ", " + column);
            }
        }
    }

    /// Where a row or column lies between those of the outermost nodes.
    public static double between(double least, double most, int place) {
        return least + (most - least) * place / (FINEST - 1);
    }

    /// All nodes of a grid, row after row.
    public static List<Node> nodes(int side) {
        int step = step(side);
        List<Node> nodes = new ArrayList<>();
        for (int row = 0; row < FINEST; row += step) {
            for (int column = 0; column < FINEST; column += step) {
                nodes.add(new Node(row, column));
            }
        }
        return nodes;
    }

    /// The nodes that a grid has and the coarser ones have not.
    public static List<Node> added(int side) {
        int coarser = 2 * step(side);
        return nodes(side).stream()
                .filter(n ->
                        side == SIDES.getFirst()
                                || n.row() % coarser != 0
                                || n.column() % coarser != 0)
                .toList();
    }

    private static int step(int side) {
        if (!SIDES.contains(side)) {
            throw new IllegalArgumentException("no grid of " + side + " nodes to a side");
        }
        return (FINEST - 1) / (side - 1);
    }
}
