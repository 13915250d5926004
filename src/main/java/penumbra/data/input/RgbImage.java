package penumbra.data.input;

import penumbra.data.DecodedImage;
import penumbra.geometry.Size;

/// Pixels for a network; the array is shared, never to be written.
///
/// @param rgb rows from the top, `0xRRGGBB`, the highest byte without meaning
public record RgbImage(int width, int height, int[] rgb) {

    /// The grey of what lies outside a picture.
    public static final int OUTSIDE = 0x727272;

    /// @throws IllegalArgumentException if there are not as many pixels as that
    public RgbImage {
        if (width < 1 || height < 1 || rgb.length != width * height) {
            throw new IllegalArgumentException(rgb.length + " pixels for " + width + "x" + height);
        }
    }

    public static RgbImage of(DecodedImage picture) {
        return new RgbImage(picture.size().width(), picture.size().height(), picture.argb());
    }

    public Size size() {
        return new Size(width, height);
    }

    /// Red, green and blue one behind the other, 0 to 1.
    public float[] planes() {
        float[] planes = new float[3 * rgb.length];
        planes(planes, 0);
        return planes;
    }

    /// Writes [#planes()] into an array from that index on.
    public void planes(float[] into, int at) {
        int green = at + rgb.length;
        int blue = green + rgb.length;
        for (int i = 0; i < rgb.length; i++) {
            into[at + i] = (rgb[i] >> 16 & 0xFF) / 255f;
        }
        for (int i = 0; i < rgb.length; i++) {
            into[green + i] = (rgb[i] >> 8 & 0xFF) / 255f;
        }
        for (int i = 0; i < rgb.length; i++) {
            into[blue + i] = (rgb[i] & 0xFF) / 255f;
        }
    }
}
