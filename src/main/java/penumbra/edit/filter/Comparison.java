package penumbra.edit.filter;

/// How a measured number is compared with a stated one.
enum Comparison {
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST,
    EQUAL,
    BETWEEN;

    /// The comparison of that operator; a colon asks for equality.
    static Comparison of(String operator) {
        return switch (operator) {
            case "<" -> LESS;
            case "<=" -> AT_MOST;
            case ">" -> MORE;
            case ">=" -> AT_LEAST;
            default -> EQUAL;
        };
    }

    /// @param upper end of a range; used by BETWEEN alone
    boolean holds(double measured, double stated, double upper) {
        return switch (this) {
            case LESS -> measured < stated;
            case AT_MOST -> measured <= stated;
            case MORE -> measured > stated;
            case AT_LEAST -> measured >= stated;
            case EQUAL -> measured == stated;
            case BETWEEN -> measured >= stated && measured <= upper;
        };
    }
}
