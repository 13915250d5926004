package penumbra.data;

/// Compares pixels channel by channel.
final class Channels {

    private Channels() {}

    /// The largest difference of red, green or blue between two pixels.
    static int furthest(int first, int second) {
        int furthest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = Math.abs((first >> shift & 0xff) - (second >> shift & 0xff));
            furthest = Math.max(furthest, difference);
        }
        return furthest;
    }

    /// The largest difference of any channel of any pixel.
    static int furthest(int[] first, int[] second) {
        int furthest = 0;
        for (int i = 0; i < first.length; i++) {
            furthest = Math.max(furthest, furthest(first[i], second[i]));
        }
        return furthest;
    }
}
