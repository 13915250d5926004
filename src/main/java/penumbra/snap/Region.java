package penumbra.snap;

import java.util.ArrayDeque;

/// Connected pixels of a patch, neighbours being the four at the sides.
final class Region {

    /// Whether the region grows from a pixel into its neighbour.
    interface Growth {
        boolean into(int from, int to);
    }

    private Region() {}

    /// Everything reached from the seeds, which belong to it themselves.
    static boolean[] grown(LightPatch patch, boolean[] seeds, Growth growth) {
        boolean[] in = seeds.clone();
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int i = 0; i < in.length; i++) {
            if (in[i]) {
                queue.add(i);
            }
        }
        int w = patch.width();
        while (!queue.isEmpty()) {
            int i = queue.remove();
            int x = i % w;
            reach(i, x > 0 ? i - 1 : -1, in, queue, growth);
            reach(i, x < w - 1 ? i + 1 : -1, in, queue, growth);
            reach(i, i - w, in, queue, growth);
            reach(i, i + w < in.length ? i + w : -1, in, queue, growth);
        }
        return in;
    }

    private static void reach(
            int from, int to, boolean[] in, ArrayDeque<Integer> queue, Growth growth) {
        if (to >= 0 && !in[to] && growth.into(from, to)) {
            in[to] = true;
            queue.add(to);
        }
    }
}
