package penumbra.engine.net;

import java.util.Arrays;
import java.util.List;

/// Backbone and neck of YOLOv8, which all heads share.
final class Trunk {

    private static final int FINEST = 15;

    private final GraphBuilder net;
    private final Scale scale;
    private final int[] y = new int[22];

    Trunk(GraphBuilder net, Scale scale) {
        this.net = net;
        this.scale = scale;
    }

    /// The values of the layers 0 to 21; 15, 18 and 21 are P3, P4 and P5.
    int[] whole() {
        backbone();
        neckUpwards();
        neckDownwards();
        return y;
    }

    /// The values of the layers 0 to 15, the last being P3: all that a head at its stride needs.
    int[] toFinest() {
        backbone();
        neckUpwards();
        return Arrays.copyOf(y, FINEST + 1);
    }

    private void backbone() {
        y[0] = net.conv("model.0", 0, scale.channels(64), 3, 2);
        y[1] = net.conv("model.1", y[0], scale.channels(128), 3, 2);
        y[2] = net.c2f("model.2", y[1], scale.channels(128), scale.repeats(3), true);
        y[3] = net.conv("model.3", y[2], scale.channels(256), 3, 2);
        y[4] = net.c2f("model.4", y[3], scale.channels(256), scale.repeats(6), true);
        y[5] = net.conv("model.5", y[4], scale.channels(512), 3, 2);
        y[6] = net.c2f("model.6", y[5], scale.channels(512), scale.repeats(6), true);
        y[7] = net.conv("model.7", y[6], scale.channels(1024), 3, 2);
        y[8] = net.c2f("model.8", y[7], scale.channels(1024), scale.repeats(3), true);
        y[9] = net.sppf("model.9", y[8], scale.channels(1024));
    }

    private void neckUpwards() {
        int repeats = scale.repeats(3);
        y[10] = net.upsample(y[9]);
        y[11] = net.concat(List.of(y[10], y[6]));
        y[12] = net.c2f("model.12", y[11], scale.channels(512), repeats, false);
        y[13] = net.upsample(y[12]);
        y[14] = net.concat(List.of(y[13], y[4]));
        y[15] = net.c2f("model.15", y[14], scale.channels(256), repeats, false);
    }

    private void neckDownwards() {
        int repeats = scale.repeats(3);
        y[16] = net.conv("model.16", y[15], scale.channels(256), 3, 2);
        y[17] = net.concat(List.of(y[16], y[12]));
        y[18] = net.c2f("model.18", y[17], scale.channels(512), repeats, false);
        y[19] = net.conv("model.19", y[18], scale.channels(512), 3, 2);
        y[20] = net.concat(List.of(y[19], y[9]));
        y[21] = net.c2f("model.21", y[20], scale.channels(1024), repeats, false);
    }
}
