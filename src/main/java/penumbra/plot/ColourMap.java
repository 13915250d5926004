package penumbra.plot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Perceptually uniform colour maps: equal steps of the value look like equal steps, in grey print
/// and to the colour-blind as well.
///
/// The 256 colours each of the maps that Nathaniel Smith and Stéfan van der Walt made for
/// matplotlib and put into the public domain (CC0), rounded to eight bits.
public enum ColourMap {
    VIRIDIS,
    MAGMA,
    INFERNO;

    private static final int STEPS = 256;

    private final int[] table = read("colours/" + name().toLowerCase(Locale.ROOT) + ".txt");

    /// Colour of a value as `0xRRGGBB`.
    ///
    /// @param value 0 to 1; beyond, the colour of the nearer end
    public int rgb(double value) {
        return table[(int) Math.round(Math.clamp(value, 0, 1) * (STEPS - 1))];
    }

    private static int[] read(String resource) {
        try (InputStream in = ColourMap.class.getResourceAsStream(resource)) {
            String words = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return Arrays.stream(words.strip().split("\\s+"))
                    .mapToInt(word -> Integer.parseInt(word, 16))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
