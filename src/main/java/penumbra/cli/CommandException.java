package penumbra.cli;

import java.io.Serial;

/// A command cannot do its work; the message is the one sentence that a person reads.
final class CommandException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    CommandException(String sentence) {
        super(sentence);
    }
}
