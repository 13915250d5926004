package penumbra.run;

import java.io.Serial;

/// A run cannot be made or go on; the message is one sentence for each reason.
public final class RunException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    public RunException(String sentence) {
        super(sentence);
    }

    public RunException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
