package penumbra.engine.train;

import java.io.Serial;

/// The weights lead nowhere any more; the run goes back to its last checkpoint.
final class Diverged extends Exception {

    @Serial private static final long serialVersionUID = 1L;
}
