package penumbra.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import penumbra.edit.Edit;
import penumbra.geometry.Size;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.store.ProjectStore;

/// How many edits a second reach the disk when each is handed over at once.
///
/// @param folder where the projects are made
record EditFigures(Path folder, int runs, Executor io) {

    private static final int EDITS = 2_000;

    List<Figure> measure() throws Exception {
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            rates.add(rate(folder.resolve("edits" + i + ".penumbra")));
        }
        return List.of(Figure.of("edits_committed", "1/s", rates));
    }

    private double rate(Path file) throws Exception {
        try (ProjectStore store = ProjectStore.create(file, Schema.ARMOR_PLATE, io)) {
            LabelledImage image =
                    new LabelledImage(
                            1,
                            "picture.jpg",
                            new Size(1280, 1024),
                            List.of(),
                            LabelState.UNLABELLED,
                            "");
            store.commit(Edit.add("bench", image), "bench").join();
            List<CompletableFuture<Void>> commits = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < EDITS; i++) {
                LabelledImage next = image.withState(LabelState.FLAGGED, "note " + i);
                commits.add(store.commit(Edit.change("bench", image, next), "bench"));
                image = next;
            }
            CompletableFuture.allOf(commits.toArray(CompletableFuture[]::new)).join();
            return EDITS / BenchCommand.seconds(start);
        }
    }
}
