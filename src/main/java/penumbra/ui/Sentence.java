package penumbra.ui;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import penumbra.data.PictureException;
import penumbra.file.Reason;
import penumbra.format.FormatException;
import penumbra.run.ChildException;
import penumbra.run.RunException;
import penumbra.store.StoreException;
import penumbra.text.Texts;
import penumbra.uncertainty.record.RecordException;

/// The one sentence that a person reads when something failed.
public final class Sentence {

    private Sentence() {}

    public static String of(Throwable failure) {
        return switch (failure) {
            case CompletionException e when e.getCause() != null -> of(e.getCause());
            case ExecutionException e when e.getCause() != null -> of(e.getCause());
            case FormatException e -> e.getMessage();
            case PictureException e -> e.getMessage();
            case StoreException e -> e.getMessage();
            case ChildException e -> e.getMessage();
            case RunException e -> e.getMessage();
            case RecordException e -> e.getMessage();
            case IOException e -> Texts.of(Sentence.class, "failure.io", Reason.of(e));
            default -> Texts.of(Sentence.class, "failure.own", failure.toString());
        };
    }
}
