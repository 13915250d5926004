package penumbra.data;

import java.io.Serial;

/// A picture cannot be read; the message is one sentence that names the file and the reason.
public final class PictureException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    public PictureException(String message, Throwable cause) {
        super(message, cause);
    }

    public PictureException(String message) {
        super(message);
    }
}
