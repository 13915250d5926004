package penumbra.engine.weights;

import java.io.Serial;
import java.nio.file.Path;
import penumbra.text.Texts;

/// A file of weights cannot be read or written; the message is one sentence that names the file,
/// the reason and what to do.
public final class WeightsException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private WeightsException(String message, Throwable cause) {
        super(message, cause);
    }

    /// The file holds weights, but not those of a pose network of this family.
    public static WeightsException noPoseNetwork(Path file) {
        return of(file, "no-pose");
    }

    /// The sentence of that key in this package's texts; the file is its first argument.
    static WeightsException of(Path file, String key, Object... arguments) {
        return because(null, file, key, arguments);
    }

    static WeightsException because(Throwable cause, Path file, String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = file;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new WeightsException(Texts.of(WeightsException.class, "error." + key, all), cause);
    }
}
