package penumbra.metric;

/// Targets by the square root of their box's area, picture px.
public enum SizeBin {
    TINY("0-16 px", 16),
    SMALL("16-32 px", 32),
    MEDIUM("32-64 px", 64),
    LARGE("64 px and more", Double.POSITIVE_INFINITY);

    private final String range;
    private final double below;

    SizeBin(String range, double below) {
        this.range = range;
        this.below = below;
    }

    /// In words that are the same in every language.
    public String range() {
        return range;
    }

    /// @param side square root of the box's area, picture px
    public static SizeBin of(double side) {
        for (SizeBin bin : values()) {
            if (side < bin.below) {
                return bin;
            }
        }
        return LARGE;
    }
}
