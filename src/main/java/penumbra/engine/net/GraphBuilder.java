package penumbra.engine.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Puts the blocks of YOLOv8 together from single operations and keeps count of channels.
final class GraphBuilder {

    private final List<Op> ops = new ArrayList<>();
    private final List<Integer> channels = new ArrayList<>(List.of(3));

    /// The number of the last value that it gives.
    private int add(Op op, int out) {
        ops.add(op);
        channels.addAll(Collections.nCopies(op.outputs(), out));
        return channels.size() - 1;
    }

    List<Op> ops() {
        return ops;
    }

    int channels(int value) {
        return channels.get(value);
    }

    int conv(String name, int input, int out, int kernel, int stride) {
        return add(new Op.Conv(name, input, channels(input), out, kernel, stride), out);
    }

    int project(String name, int input, int out) {
        return add(new Op.Project(name, input, channels(input), out), out);
    }

    int concat(List<Integer> inputs) {
        return add(new Op.Concat(inputs), inputs.stream().mapToInt(this::channels).sum());
    }

    int upsample(int input) {
        return add(new Op.Upsample(input), channels(input));
    }

    /// Two halves, the second one through a chain of bottlenecks; all stages side by side.
    int c2f(String name, int input, int out, int repeats, boolean shortcut) {
        int half = out / 2;
        int both = conv(name + ".cv1", input, 2 * half, 1, 1);
        List<Integer> stages = new ArrayList<>();
        int last = add(new Op.Halves(both, half), half);
        stages.add(last - 1);
        stages.add(last);
        for (int i = 0; i < repeats; i++) {
            int first = conv(name + ".m." + i + ".cv1", last, half, 3, 1);
            int second = conv(name + ".m." + i + ".cv2", first, half, 3, 1);
            last = shortcut ? add(new Op.Add(last, second), half) : second;
            stages.add(last);
        }
        return conv(name + ".cv2", concat(stages), out, 1, 1);
    }

    /// Three 5x5 maxima one after the other, all stages side by side.
    int sppf(String name, int input, int out) {
        List<Integer> stages = new ArrayList<>();
        stages.add(conv(name + ".cv1", input, channels(input) / 2, 1, 1));
        for (int i = 0; i < 3; i++) {
            int last = stages.getLast();
            stages.add(add(new Op.Pool(last), channels(last)));
        }
        return conv(name + ".cv2", concat(stages), out, 1, 1);
    }

    /// A branch of the head at one level.
    int tower(String name, int input, int width, int out) {
        int first = conv(name + ".0", input, width, 3, 1);
        return project(name + ".2", conv(name + ".1", first, width, 3, 1), out);
    }
}
