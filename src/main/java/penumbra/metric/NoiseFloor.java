package penumbra.metric;

/// What noisy labels hide of an error against them.
///
/// Formula: for independent errors `measured² = clean² + labels²`. Source: \[S0\] does not say it;
/// its RMSE of 1.64 px against labels that scatter by 1.4 px stands for 0.854 px.
///
/// @param measured RMSE POINT against the labels, px
/// @param labels RMSE POINT of the labels themselves, px
public record NoiseFloor(double measured, double labels) {

    /// The error without the labels' share, px; 0 where the labels alone explain what was measured.
    public double clean() {
        return Math.sqrt(Math.max(0, measured * measured - labels * labels));
    }
}
