package penumbra.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import penumbra.data.PictureException;
import penumbra.engine.onnx.OnnxException;
import penumbra.engine.torch.TorchException;
import penumbra.engine.weights.WeightsException;
import penumbra.file.Reason;
import penumbra.format.FormatException;
import penumbra.run.RunException;
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
            case RunException e -> e.getMessage();
            case StoreException e -> e.getMessage();
            case WeightsException e -> e.getMessage();
            case OnnxException e -> e.getMessage();
            case TorchException e -> e.getMessage();
            case NoSuchFileException e -> text("failure.missing", e.getFile());
            case AccessDeniedException e -> text("failure.denied", e.getFile());
            case FileSystemException e -> text("failure.file", e.getFile(), Reason.of(e));
            case IOException e -> text("failure.io", Reason.of(e));
            default -> text("failure.own", failure.toString());
        };
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Failure.class, key, arguments);
    }
}
