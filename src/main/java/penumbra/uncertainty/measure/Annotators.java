package penumbra.uncertainty.measure;

import java.util.List;

/// What can be told of annotators from each other, or of a measurement from its labels' noise.
public final class Annotators {

    private Annotators() {}

    /// Variances of three annotators from those of their differences: `var_1 = (V_12 + V_13 - V_23)
    /// / 2` and so on. Source: \[C1\]. Negative estimates, which chance may give, are held to 0.
    public static List<Double> variances(double v12, double v13, double v23) {
        return List.of(
                Math.max(0, (v12 + v13 - v23) / 2),
                Math.max(0, (v12 + v23 - v13) / 2),
                Math.max(0, (v13 + v23 - v12) / 2));
    }

    /// Error against the truth from the error against noisy labels: `sqrt(noisy² - noise²)`, for
    /// independent label noise of mean 0; 0 when the noise explains all.
    public static double cleanError(double noisy, double labelNoise) {
        return Math.sqrt(Math.max(0, noisy * noisy - labelNoise * labelNoise));
    }
}
