package penumbra.engine.head;

/// The channels of the head.
///
/// @param classes nc
/// @param keypoints K
/// @param dims numbers of each keypoint: 2 (x, y) or 3 (x, y, visibility)
public record HeadLayout(int classes, int keypoints, int dims) {

    /// Bins of each box side's distance distribution.
    public static final int BINS = 16;

    /// Channels of the boxes: four sides.
    public static final int BOX_CHANNELS = 4 * BINS;

    public HeadLayout {
        if (classes < 1 || keypoints < 1 || dims < 2 || dims > 3) {
            throw new IllegalArgumentException(
                    classes + " classes, keypoints " + keypoints + " x " + dims);
        }
    }

    /// 64 + nc + nk.
    public int channels() {
        return BOX_CHANNELS + classes + keypointChannels();
    }

    /// nk.
    public int keypointChannels() {
        return keypoints * dims;
    }

    /// The channel of a class's logit.
    public int score(int classIndex) {
        return BOX_CHANNELS + classIndex;
    }

    /// The channel of a keypoint's number: 0 x, 1 y, 2 visibility.
    public int keypoint(int k, int d) {
        return BOX_CHANNELS + classes + k * dims + d;
    }
}
