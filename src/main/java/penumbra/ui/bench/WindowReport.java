package penumbra.ui.bench;

import java.util.List;

/// What was measured in a window, and on what.
///
/// @param pipeline what drew it, see [penumbra.ui.Fx#pipeline]
/// @param width of its content, screen px
/// @param height of its content, screen px
public record WindowReport(String pipeline, double width, double height, List<Samples> samples) {

    public WindowReport {
        samples = List.copyOf(samples);
    }
}
