package penumbra.cli.formula;

import java.io.Serial;
import penumbra.text.Texts;

/// A case or a file of cases that cannot be evaluated; the message is the one sentence that a
/// person reads.
public final class CaseException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    CaseException(String key, Object... arguments) {
        super(Texts.of(CaseException.class, key, arguments));
    }
}
