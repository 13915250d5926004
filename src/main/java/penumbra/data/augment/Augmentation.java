package penumbra.data.augment;

/// How far pictures are varied in training, by the names that the reference gives these numbers;
/// the last four are ours. With each of them 0 that change is off.
///
/// @param hsvH largest shift of the hue, part of the circle
/// @param hsvS largest change of the saturation, a share
/// @param hsvV largest change of the brightness of stored values, a share
/// @param degrees largest turn
/// @param translate largest shift, a share of the side
/// @param scale largest change of size, a share below 1
/// @param shear largest shear, degrees
/// @param perspective largest entry of the perspective row, 1/px
/// @param flipUd probability of a picture turned upside down
/// @param flipLr probability of a mirrored picture
/// @param mosaic probability of four pictures put together
/// @param exposure largest change of the exposure, stops
/// @param bloom largest share of bright light that is spread into a halo, or taken from it
/// @param paste probability of a plate pasted from another picture, and of each further one
/// @param aligned whether pixels stay exactly under their labels; the reference lets them differ by
///   up to a quarter of a pixel (see [penumbra.data.input.PlaneWarp])
public record Augmentation(
        double hsvH,
        double hsvS,
        double hsvV,
        double degrees,
        double translate,
        double scale,
        double shear,
        double perspective,
        double flipUd,
        double flipLr,
        double mosaic,
        double exposure,
        double bloom,
        double paste,
        boolean aligned) {

    /// The reference's, Ultralytics 8.3.253. Its flips happen only where the data set says which
    /// keypoints change places.
    public static final Augmentation STOCK =
            new Augmentation(0.015, 0.7, 0.4, 0, 0.1, 0.5, 0, 0, 0, 0.5, 1, 0, 0, 0, false);

    /// Ours, for light bars in dark pictures: never mirrored, because a mirrored digit is another
    /// class or none; the colour of a bar is its class too, hence little change of saturation;
    /// brightness varied in linear light instead of stored values.
    public static final Augmentation DEFAULT =
            new Augmentation(0.01, 0.3, 0.15, 5, 0.1, 0.4, 2, 0, 0, 0, 1, 0.8, 0.15, 0.3, true);

    /// Pictures as they are, letterboxed.
    public static final Augmentation NONE =
            new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, true);

    /// @throws IllegalArgumentException naming the number that is out of its range
    public Augmentation {
        require(hsvH, 1, "hsv_h");
        require(hsvS, 1, "hsv_s");
        require(hsvV, 1, "hsv_v");
        require(degrees, 180, "degrees");
        require(translate, 1, "translate");
        require(scale, Math.nextDown(1), "scale");
        require(shear, Math.nextDown(90), "shear");
        require(perspective, 0.001, "perspective");
        require(flipUd, 1, "flipud");
        require(flipLr, 1, "fliplr");
        require(mosaic, 1, "mosaic");
        require(exposure, 4, "exposure");
        require(bloom, 0.5, "bloom");
        require(paste, 1, "paste");
    }

    private static void require(double value, double most, String name) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(name + " is from 0 to " + most + ": " + value);
        }
    }
}
