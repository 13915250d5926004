package penumbra.engine.onnx;

import java.io.Serial;
import java.nio.file.Path;
import penumbra.text.Texts;

/// An ONNX model cannot be run; the message is one sentence that names the file, the reason and
/// what to do.
public final class OnnxException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    OnnxException(Throwable cause, Path file, String key, Object... arguments) {
        super(Texts.of(OnnxException.class, "error." + key, with(file, arguments)), cause);
    }

    private static Object[] with(Path file, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = file;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }
}
