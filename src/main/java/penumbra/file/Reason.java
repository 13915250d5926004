package penumbra.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Why reading or writing failed, in the few words that the system has for it.
public final class Reason {

    private Reason() {}

    /// The system's reason without paths and without the name of a Java class where there is one.
    public static String of(Exception failure) {
        return switch (failure) {
            case UncheckedIOException e -> of(e.getCause());
            case NoSuchFileException _ -> "No such file or directory";
            case AccessDeniedException _ -> "Permission denied";
            case UnknownHostException e -> "Unknown host " + e.getMessage();
            case FileSystemException e when e.getReason() != null -> e.getReason();
            case IOException e when e.getMessage() != null && !(e instanceof FileSystemException) ->
                    e.getMessage();
            default -> failure.getClass().getSimpleName();
        };
    }
}
