package penumbra.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Damage of the kinds that files meet: flipped and overwritten bytes, missing ends, lost, doubled
/// and inserted stretches, extreme numbers.
final class Mutation {

    private static final int[] EXTREMES = {0x00, 0x01, 0x7f, 0x80, 0xff};

    private Mutation() {}

    /// One to four damages, in the first 64 bytes every second time, because headers decide.
    static byte[] of(byte[] file, RandomGenerator random) {
        byte[] bytes = file.clone();
        int damages = 1 + random.nextInt(4);
        for (int i = 0; i < damages && bytes.length > 0; i++) {
            int reach = random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length;
            bytes = damaged(bytes, random.nextInt(reach), random);
        }
        return bytes;
    }

    private static byte[] damaged(byte[] bytes, int at, RandomGenerator random) {
        int length = Math.min(1 + random.nextInt(8), bytes.length - at);
        switch (random.nextInt(8)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1, 2 -> bytes[at] = (byte) random.nextInt();
            case 3 -> bytes[at] = (byte) EXTREMES[random.nextInt(EXTREMES.length)];
            case 4 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0 : -1));
            case 5 -> {
                return Pictures.inserted(bytes, at, Arrays.copyOfRange(bytes, at, at + length));
            }
            case 6 -> {
                return Pictures.concat(
                        Arrays.copyOf(bytes, at),
                        Arrays.copyOfRange(bytes, at + length, bytes.length));
            }
            default -> {
                return Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }
}
