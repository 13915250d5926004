package penumbra.data;

import java.io.EOFException;
import java.io.Serial;
import java.nio.file.Path;
import penumbra.text.Texts;

/// A picture cannot be read; the message is one sentence that names the file, the reason and what
/// to do.
public final class PictureException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    public PictureException(String message, Throwable cause) {
        super(message, cause);
    }

    public PictureException(String message) {
        super(message);
    }

    /// The sentence of that key in this package's texts; the file is its first argument.
    static PictureException of(Path file, String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = file;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new PictureException(Texts.of(PictureException.class, key, all));
    }

    /// What an exception of a library says, fit to stand inside a sentence.
    static String reason(Throwable cause) {
        if (cause instanceof RuntimeException && !(cause instanceof IllegalArgumentException)) {
            // Such a message speaks of the decoder's own arrays and not of the file.
            return Texts.of(PictureException.class, "contradiction");
        }
        String said = cause.getMessage();
        String line = said == null ? "" : said.strip().lines().findFirst().orElse("");
        if (line.isEmpty()) {
            return cause instanceof EOFException
                    ? Texts.of(PictureException.class, "ends")
                    : cause.getClass().getSimpleName();
        }
        return line.endsWith(".") || line.endsWith("!")
                ? line.substring(0, line.length() - 1)
                : line;
    }

    PictureException because(Throwable cause) {
        initCause(cause);
        return this;
    }
}
