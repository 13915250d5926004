package penumbra.engine.torch;

import java.io.Serial;
import penumbra.text.Texts;

/// libtorch cannot be started here; the message is one sentence that says why and what to do.
public final class TorchException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    TorchException(Throwable cause, String key, Object... arguments) {
        super(Texts.of(TorchException.class, "error." + key, arguments), cause);
    }
}
