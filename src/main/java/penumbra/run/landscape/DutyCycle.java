package penumbra.run.landscape;

import java.time.Duration;

/// How long to rest so that work takes no more than its share of the time.
///
/// @param share of one thread, above 0, at most 1
public record DutyCycle(double share) {

    /// Unless a person says otherwise.
    public static final double USUAL = 0.1;

    public DutyCycle {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("no share of a thread: " + share);
        }
    }

    /// @param worked time of the processor so far, of all threads together
    /// @param elapsed since the work began
    /// @return so long that then worked / elapsed is the share; nothing where it is less already
    public Duration rest(Duration worked, Duration elapsed) {
        double due = worked.toNanos() / share - elapsed.toNanos();
        return Duration.ofNanos(Math.max(0, Math.round(due)));
    }
}
