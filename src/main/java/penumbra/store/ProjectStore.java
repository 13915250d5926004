package penumbra.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import penumbra.edit.Edit;
import penumbra.edit.Step;
import penumbra.model.BlindLook;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.store.StoreException.Reason;

/// An open project file. Every edit handed over becomes one transaction (rows and journal) with
/// `synchronous=FULL`, in the order of handing over, on the given executor; it is on disk when its
/// future completes.
///
/// After the first edit that could not be written the store writes no more, so that what is on disk
/// is always the project as it was after some edit; [#notOnDisk] names the rest and [#rescue]
/// writes all of it elsewhere. Futures fail with a [StoreException], which [CompletableFuture]
/// hands on as the cause of its own exceptions.
///
/// A store that belongs to a document, both on the thread `owner`:
///
/// ```java
/// document.onStep(step -> {
///     Project now = document.project();
///     store.commit(step, annotator).thenRunAsync(() -> document.markSaved(now), owner);
/// });
/// ```
public final class ProjectStore implements AutoCloseable {

    private final Opening opening;
    private final Committer committer;
    private final Executor io;
    private final Project project;
    private final List<BlindLook> looks;
    private final Optional<Object> identity;
    private final List<Batch> waiting = new ArrayList<>();
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private boolean closed;

    private ProjectStore(Opening opening, Executor io) {
        this.opening = opening;
        this.io = io;
        committer = opening.committer();
        project = committer.project();
        looks = committer.looks();
        identity = identityOf(opening.file().path());
    }

    /// Makes a project without pictures and opens it.
    ///
    /// @param io see [#open]
    /// @throws StoreException if the file is there already, or cannot be written
    public static ProjectStore create(Path file, Schema schema, Executor io) throws StoreException {
        Change first = new Change.OfSchema(Optional.empty(), schema);
        NewProject.make(
                new ProjectFile(file).path(),
                committer ->
                        committer.commit(List.of(new JournalEntry(1, Instant.now(), "", first))));
        return open(file, io);
    }

    /// Opens a project, for writing when nobody else has it open so and it can be written, for
    /// reading otherwise. What is read is verified: structure of the database, checksum of every
    /// picture, number of pictures and journal entries.
    ///
    /// @param io runs the writing of edits, one after the other; must outlive this store
    /// @throws StoreException saying why the file is not opened at all
    public static ProjectStore open(Path file, Executor io) throws StoreException {
        return open(file, io, new String[0]);
    }

    /// @param pragmas settings of the connection, with which a test fills the disk
    static ProjectStore open(Path file, Executor io, String... pragmas) throws StoreException {
        return new ProjectStore(Opening.of(new ProjectFile(file), pragmas), io);
    }

    public ProjectFile file() {
        return opening.file();
    }

    /// The project as it was read at opening.
    public Project project() {
        return project;
    }

    /// The second looks that were on disk at opening, oldest first.
    public List<BlindLook> looks() {
        return looks;
    }

    public boolean readOnly() {
        return opening.lock().isEmpty();
    }

    /// Why this store only reads: one sentence, naming who has the project open if that is it.
    public Optional<String> readOnlyBecause() {
        return opening.readOnlyBecause();
    }

    /// Puts one edit on disk. Returns at once.
    ///
    /// @param annotator who made it
    /// @return completes when the edit is on disk, or fails with a [StoreException]
    public CompletableFuture<Void> commit(Edit edit, String annotator) {
        return commitAll(Optional.empty(), List.of(edit), annotator);
    }

    /// Puts a step on disk as a whole. Returns at once.
    ///
    /// @return as of [#commit(Edit, String)]
    public CompletableFuture<Void> commit(Step step, String annotator) {
        Optional<Schema> schema = Optional.of(step.after()).filter(_ -> step.changesSchema());
        return commitAll(schema, step.edits(), annotator);
    }

    /// Puts all edits on disk, or none, in one transaction; each is a journal entry of its own.
    /// Returns at once.
    ///
    /// @param newSchema takes the place of the schema before the first edit, or after the last one
    ///   when it has fewer classes; must fit all pictures then
    public CompletableFuture<Void> commitAll(
            Optional<Schema> newSchema, List<Edit> edits, String annotator) {
        Batch batch =
                new Batch(
                        Instant.now(),
                        Objects.requireNonNull(annotator),
                        newSchema,
                        List.copyOf(edits),
                        Optional.empty());
        return commit(batch);
    }

    /// Keeps a second look for good. Returns at once.
    ///
    /// @return as of [#commit(Edit, String)]
    public CompletableFuture<Void> keep(BlindLook look) {
        return commit(
                new Batch(
                        look.time(),
                        look.annotator(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(look)));
    }

    private synchronized CompletableFuture<Void> commit(Batch batch) {
        waiting.add(batch);
        if (closed) {
            return CompletableFuture.failedFuture(StoreException.of(Reason.CLOSED, path()));
        }
        last = last.thenRunAsync(() -> write(batch), io);
        return last.copy();
    }

    private void write(Batch batch) {
        try {
            requireWritable();
            List<JournalEntry> entries = new ArrayList<>();
            long seq = committer.nextSeq();
            for (Change change : batch.changes(committer.schema())) {
                entries.add(new JournalEntry(seq++, batch.time(), batch.annotator(), change));
            }
            committer.commit(entries);
            synchronized (this) {
                waiting.removeFirst();
            }
        } catch (StoreException e) {
            throw new CompletionException(e);
        }
    }

    private void requireWritable() throws StoreException {
        if (readOnly()) {
            throw StoreException.of(Reason.READ_ONLY, path());
        }
        if (!Files.exists(path()) || !identity.equals(identityOf(path()))) {
            throw StoreException.of(Reason.VANISHED, path());
        }
    }

    /// The edits handed over that are not on disk (yet, or at all once one has failed), in order.
    public synchronized List<Edit> notOnDisk() {
        return waiting.stream().flatMap(b -> b.edits().stream()).toList();
    }

    /// Every entry on disk, oldest first.
    ///
    /// @throws StoreException naming the first entry that is missing or damaged
    public List<JournalEntry> journal() throws StoreException {
        return committer.journal();
    }

    /// The journal replayed from empty; the same as what is on disk.
    ///
    /// @throws StoreException if an entry is damaged or does not fit those before it
    public Project replay() throws StoreException {
        try {
            return ProjectState.replay(journal()).project();
        } catch (IllegalStateException e) {
            throw StoreException.because(e, Reason.DAMAGED, path(), Part.replay());
        }
    }

    /// Verifies all that opening leaves out: every index and reference, every journal entry, and
    /// that the journal replayed is what the rows hold. Takes seconds for a large project.
    ///
    /// @throws StoreException saying which part is damaged
    public void verify() throws StoreException {
        committer.verify();
    }

    /// Writes a new project with everything: what is on disk, the journal, and the edits that are
    /// not on disk. To be called before [#close], when an edit has failed.
    ///
    /// @param target must not exist
    public synchronized RescueReport rescue(Path target) throws StoreException {
        if (closed) {
            throw StoreException.of(Reason.CLOSED, path());
        }
        RescueWriter copy = new RescueWriter(committer.readableJournal());
        copy.bridgeTo(committer.project(), committer.looks());
        for (Batch batch : waiting) {
            for (Change change : batch.changes(copy.schema())) {
                copy.addOrNote(batch.time(), batch.annotator(), change);
            }
        }
        return copy.write(new ProjectFile(target).path());
    }

    /// Waits for the edits handed over, then lets go of the file. Not to be called on the thread
    /// that writes them.
    @Override
    public void close() {
        CompletableFuture<Void> pending;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            pending = last;
        }
        pending.exceptionally(_ -> null).join();
        if (!readOnly()) {
            committer.checkpoint();
        }
        committer.close();
        opening.lock().ifPresent(ProjectLock::close);
    }

    private Path path() {
        return opening.file().path();
    }

    /// What tells this file from another of the same name; empty where the system has no such thing
    /// (there an open file cannot be deleted either).
    private static Optional<Object> identityOf(Path path) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
