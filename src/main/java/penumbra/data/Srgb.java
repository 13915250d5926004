package penumbra.data;

/// The sRGB transfer curve (IEC 61966-2-1) between stored values and linear light, both 0 to 1.
public final class Srgb {

    private Srgb() {}

    public static double light(double stored) {
        return stored <= 0.04045 ? stored / 12.92 : Math.pow((stored + 0.055) / 1.055, 2.4);
    }

    public static double stored(double light) {
        return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }
}
