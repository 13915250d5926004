package penumbra.format.export;

/// How a data set is exported.
///
/// @param valFraction share of the pictures that goes to `val`, 0 to less than 1
/// @param keypointDimensions 3 for `x y v`, 2 for `x y`; of no meaning for COCO
/// @param outside what is done with labelled endpoints outside the picture
/// @param backgrounds which pictures without a target are taken in
/// @param flagged whether flagged pictures are taken in. By default they are: a flag is a question
///   about a label, not its withdrawal; the report names each of them
/// @param overwrite whether a destination that is no unchanged export is set aside under another
///   name instead of refused
public record ExportOptions(
        double valFraction,
        int keypointDimensions,
        OutsideRule outside,
        Backgrounds backgrounds,
        boolean flagged,
        boolean overwrite) {

    public static final ExportOptions DEFAULTS =
            new ExportOptions(0.2, 3, OutsideRule.HIDE, Backgrounds.CONFIRMED, true, false);

    /// @throws IllegalArgumentException if the fraction or the dimensions are out of range
    public ExportOptions {
        if (!(valFraction >= 0 && valFraction < 1)) {
            throw new IllegalArgumentException(
                    "the val fraction is 0 to less than 1: " + valFraction);
        }
        if (keypointDimensions < 2 || keypointDimensions > 3) {
            throw new IllegalArgumentException("keypoints have 2 or 3 values");
        }
    }

    public ExportOptions withValFraction(double fraction) {
        return new ExportOptions(
                fraction, keypointDimensions, outside, backgrounds, flagged, overwrite);
    }

    public ExportOptions withKeypointDimensions(int dimensions) {
        return new ExportOptions(valFraction, dimensions, outside, backgrounds, flagged, overwrite);
    }

    public ExportOptions withOutside(OutsideRule rule) {
        return new ExportOptions(
                valFraction, keypointDimensions, rule, backgrounds, flagged, overwrite);
    }

    public ExportOptions withBackgrounds(Backgrounds which) {
        return new ExportOptions(
                valFraction, keypointDimensions, outside, which, flagged, overwrite);
    }

    public ExportOptions withFlagged(boolean taken) {
        return new ExportOptions(
                valFraction, keypointDimensions, outside, backgrounds, taken, overwrite);
    }

    public ExportOptions withOverwrite(boolean allowed) {
        return new ExportOptions(
                valFraction, keypointDimensions, outside, backgrounds, flagged, allowed);
    }
}
