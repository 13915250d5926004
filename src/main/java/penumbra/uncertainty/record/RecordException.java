package penumbra.uncertainty.record;

import java.io.IOException;

/// A file that is no such record; the message is one sentence for a person.
public final class RecordException extends IOException {

    private static final long serialVersionUID = 1L;

    RecordException(String sentence) {
        super(sentence);
    }

    RecordException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
