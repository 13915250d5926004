package penumbra.cli.formula;

/// How far a number may be from the expected one: `abs + rel |expected|`.
record Tolerance(double abs, double rel) {

    /// For doubles.
    static final Tolerance DOUBLE = new Tolerance(1e-12, 1e-11);

    boolean holds(double computed, double expected) {
        return computed == expected
                || Math.abs(computed - expected) <= abs + rel * Math.abs(expected);
    }
}
