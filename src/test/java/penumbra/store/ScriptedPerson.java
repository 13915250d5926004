package penumbra.store;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import penumbra.edit.Document;
import penumbra.edit.Edit;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;

/// A person who labels without a pause until the process is killed, for [KillTest]: adds pictures,
/// redraws plates, removes, undoes and redoes. Prints the stamp of each edit once it is on disk.
///
/// The main thread owns the document; another writes.
final class ScriptedPerson {

    private static final int MOST_ON_THE_WAY = 8;

    private final Document document;
    private final ProjectStore store;
    private final Random random;
    private final Scenes scenes;
    private final LinkedBlockingQueue<Runnable> owned = new LinkedBlockingQueue<>();
    private final Queue<CompletableFuture<Void>> onTheWay = new ArrayDeque<>();
    private long seq;
    private long nextId;

    private ScriptedPerson(ProjectStore store, long seed, long entries) {
        this.store = store;
        random = new Random(seed);
        scenes = new Scenes(seed);
        document = new Document(store.project());
        seq = entries;
        nextId = 1 + store.project().images().stream().mapToLong(LabelledImage::id).max().orElse(0);
        document.onStep(step -> step.edits().forEach(this::store));
    }

    /// @param args project file, seed, number of journal entries so far
    public static void main(String[] args) throws Exception {
        System.out.println("opening");
        try (ExecutorService io = Executors.newSingleThreadExecutor();
                ProjectStore store = ProjectStore.open(Path.of(args[0]), io)) {
            new ScriptedPerson(store, Long.parseLong(args[1]), Long.parseLong(args[2]))
                    .labelForEver();
        }
    }

    /// What the parent compares with the journal; built the same way in either process.
    static String stamp(long seq, Edit edit) {
        String content =
                edit.label() + edit.before().map(Json::write) + edit.after().map(Json::write);
        return seq + " " + content.hashCode();
    }

    private void store(Edit edit) {
        Project now = document.project();
        String stamp = stamp(++seq, edit);
        Executor owner = owned::add;
        CompletableFuture<Void> onDisk = store.commit(edit, "script");
        onDisk.thenRunAsync(() -> document.markSaved(now), owner);
        onTheWay.add(onDisk.thenRun(() -> System.out.println(stamp)));
    }

    private void labelForEver() {
        while (true) {
            editOnce();
            if (onTheWay.size() > MOST_ON_THE_WAY) {
                onTheWay.remove().join();
            }
            for (Runnable task = owned.poll(); task != null; task = owned.poll()) {
                task.run();
            }
        }
    }

    private void editOnce() {
        int what = random.nextInt(10);
        List<LabelledImage> images = document.project().images();
        if (what == 0 && document.undo().isPresent() || what == 1 && document.redo().isPresent()) {
            return;
        }
        if (what < 4 || images.isEmpty()) {
            document.apply(Edit.add("add-picture", scenes.picture(nextId++, 1)));
            return;
        }
        LabelledImage before = images.get(random.nextInt(images.size()));
        LabelledImage after =
                scenes.picture(before.id(), 1 + random.nextInt(3))
                        .withState(LabelState.LABELLED, "edit " + seq);
        document.apply(
                what < 6
                        ? new Edit("remove", before.id(), Optional.of(before), Optional.empty())
                        : Edit.change("redraw", before, after));
    }
}
