package penumbra.ui.predict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import penumbra.model.Schema;
import penumbra.store.Proposals;
import penumbra.ui.Fx;
import penumbra.ui.Studio;

/// Keeps what is proposed for the open project in the file beside it. Of changes that come while it
/// is written only the newest is written next.
public final class ProposalFile {

    private record State(Proposals proposals, Schema schema) {}

    private final Path file;
    private final AtomicReference<State> newest = new AtomicReference<>();
    private final Consumer<Throwable> fail;

    private ProposalFile(Path file, Consumer<Throwable> fail) {
        this.file = file;
        this.fail = fail;
    }

    /// Reads what is proposed for a project that was opened, and writes it from then on.
    ///
    /// @param pool reads and writes
    /// @param fail is told on the window's thread what cannot be read or written
    public static void keep(Studio studio, Executor pool, Consumer<Throwable> fail) {
        ProposalFile kept = new ProposalFile(Proposals.file(studio.file()), fail);
        Schema schema = studio.schema();
        pool.execute(() -> {
            try {
                Proposals stored = Proposals.readIfThere(kept.file, schema);
                Fx.later(() -> kept.begin(studio, stored, pool));
            } catch (IOException e) {
                Fx.later(() -> fail.accept(e));
            }
        });
    }

    private void begin(Studio studio, Proposals stored, Executor pool) {
        studio.proposals().take(stored);
        studio.proposals()
                .allProperty()
                .subscribe((_, now) -> {
                    if (newest.getAndSet(new State(now, studio.schema())) == null
                            && studio.refusalProperty().get().isEmpty()) {
                        pool.execute(this::write);
                    }
                });
    }

    private synchronized void write() {
        State state = newest.getAndSet(null);
        try {
            state.proposals().write(file, state.schema());
        } catch (IOException e) {
            Fx.later(() -> fail.accept(e));
        }
    }
}
