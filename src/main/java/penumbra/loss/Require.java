package penumbra.loss;

/// What hyper-parameters must be.
final class Require {

    private Require() {}

    static void positive(String name, double value) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is above 0, not " + value);
        }
    }

    static void notNegative(String name, double value) {
        if (!(value >= 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is 0 or more, not " + value);
        }
    }
}
