package penumbra.uncertainty.adaloss;

import java.util.List;

/// What a landmark's schedule must remember between epochs, and a checkpoint must keep.
///
/// @param sigma now, cells
/// @param start sigma before the first epoch, cells
/// @param losses the last w + 1 at most, oldest first
/// @param clamped whether the last step would have gone below the least sigma: here the rule as
///   printed collapses
public record AdalossState(double sigma, double start, List<Double> losses, boolean clamped) {

    public AdalossState {
        losses = List.copyOf(losses);
    }
}
