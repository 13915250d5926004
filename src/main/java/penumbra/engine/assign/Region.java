package penumbra.engine.assign;

import java.util.stream.IntStream;
import penumbra.engine.head.AnchorGrid;

/// Where an anchor's centre has to lie for an object to be able to have it.
public enum Region {
    /// In its box.
    BOX {
        @Override
        TargetBox of(TargetBox box) {
            return box;
        }
    },

    /// In its box, each side of which counts as 16 px where it is below 8 px, about the same
    /// centre: Ultralytics 8.4's rule for small boxes.
    ENLARGED {
        @Override
        TargetBox of(TargetBox box) {
            float width = box.x2() - box.x1();
            float height = box.y2() - box.y1();
            return width < SMALL || height < SMALL
                    ? box.resized(width < SMALL ? LEAST : width, height < SMALL ? LEAST : height)
                    : box;
        }
    },

    /// In its box, half as wide and high again about the same centre; ours, for AdaAnchor.
    AROUND {
        @Override
        TargetBox of(TargetBox box) {
            return box.resized(GROWTH * (box.x2() - box.x1()), GROWTH * (box.y2() - box.y1()));
        }
    };

    private static final float SMALL = AnchorGrid.stride(0);
    private static final float LEAST = AnchorGrid.stride(1);
    private static final float GROWTH = 1.5f;

    abstract TargetBox of(TargetBox box);

    /// Anchors whose centre lies there, in their order.
    int[] anchors(AnchorGrid grid, TargetBox box) {
        TargetBox region = of(box);
        return IntStream.range(0, AnchorGrid.levels())
                .flatMap(level -> inside(grid, level, region))
                .toArray();
    }

    private static IntStream inside(AnchorGrid grid, int level, TargetBox region) {
        int stride = AnchorGrid.stride(level);
        int columns = grid.columns(level);
        int left = cell(region.x1() / stride - 1, columns);
        int right = cell(region.x2() / stride + 1, columns);
        int top = cell(region.y1() / stride - 1, grid.rows(level));
        int bottom = cell(region.y2() / stride + 1, grid.rows(level));
        return IntStream.range(top, bottom)
                .boxed()
                .flatMapToInt(row ->
                        IntStream.range(left, right)
                                .filter(column ->
                                        region.contains(
                                                (column + 0.5f) * stride, (row + 0.5f) * stride))
                                .map(column -> grid.first(level) + row * columns + column));
    }

    private static int cell(double at, int count) {
        return (int) Math.clamp(at, 0, count);
    }
}
