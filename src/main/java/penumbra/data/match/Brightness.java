package penumbra.data.match;

import penumbra.data.DecodedImage;
import penumbra.geometry.Size;

/// One number for each pixel of a picture: the sum of its three samples, 0 to 765.
///
/// @param values rows from the top
record Brightness(Size size, float[] values) {

    static Brightness of(DecodedImage picture) {
        int[] argb = picture.argb();
        float[] values = new float[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int p = argb[i];
            values[i] = (p >> 16 & 0xff) + (p >> 8 & 0xff) + (p & 0xff);
        }
        return new Brightness(picture.size(), values);
    }

    float at(int x, int y) {
        return values[y * size.width() + x];
    }
}
