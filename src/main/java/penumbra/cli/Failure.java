package penumbra.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import penumbra.data.PictureException;
import penumbra.format.FormatException;
import penumbra.store.StoreException;
import penumbra.text.Texts;

/// The one sentence that a person reads when a command fails.
final class Failure {

    private Failure() {}

    static String sentence(Throwable failure) {
        return switch (failure) {
            case CompletionException e when e.getCause() != null -> sentence(e.getCause());
            case CommandException e -> e.getMessage();
            case FormatException e -> e.getMessage();
            case PictureException e -> e.getMessage();
            case StoreException e -> e.getMessage();
            case NoSuchFileException e -> text("failure.missing", e.getFile());
            case AccessDeniedException e -> text("failure.denied", e.getFile());
            case FileSystemException e ->
                    text("failure.file", e.getFile(), reason(e.getReason(), e));
            case IOException e -> text("failure.io", reason(e.getMessage(), e));
            default -> text("failure.own", failure.toString());
        };
    }

    private static String reason(String stated, Exception e) {
        return stated == null ? e.getClass().getSimpleName() : stated;
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Failure.class, key, arguments);
    }
}
