package penumbra.ui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.input.MouseButton;
import javafx.util.Subscription;
import penumbra.geometry.Point;
import penumbra.model.LabelledImage;
import penumbra.ui.Studio;

/// Milliseconds from the release of a dragged point until the edit is on the disk and the window
/// knows it.
final class Saving {

    private static final int DRAGS = 10;
    private static final Point START = new Point(400, 300);

    private Saving() {}

    /// @param folder is filled with a picture
    static List<Samples> measure(BenchWindow bench, Path folder, int runs)
            throws IOException, InterruptedException {
        Frames.write(folder.resolve("a.jpg"), Frames.SIZES.getFirst());
        bench.open(folder);
        BenchWindow.on(() -> addPlate(bench.studio()));
        BenchWindow.until(() -> bench.studio().savedProperty().get());
        Hand hand = new Hand(bench.canvas());
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < DRAGS * (runs + 1); i++) {
            double time = drag(bench, hand);
            if (i >= DRAGS) {
                times.add(time);
            }
        }
        return List.of(new Samples("gesture_saved", Samples.MILLISECONDS, times));
    }

    private static boolean addPlate(Studio studio) {
        LabelledImage picture = studio.pictureProperty().get().orElseThrow();
        return studio.apply(
                studio.edits()
                        .add(
                                picture,
                                0,
                                List.of(
                                        START,
                                        START.plus(new Point(0, 60)),
                                        START.plus(new Point(140, 60)),
                                        START.plus(new Point(140, 0)))));
    }

    private static double drag(BenchWindow bench, Hand hand)
            throws IOException, InterruptedException {
        CompletableFuture<Double> saved = new CompletableFuture<>();
        Subscription listening =
                BenchWindow.on(() -> {
                    Point from = bench.picture().targets().getFirst().keypoints().getFirst().at();
                    Point at = bench.state().viewportProperty().get().orElseThrow().toScreen(from);
                    Point to = at.plus(new Point(from.x() > START.x() ? -5 : 5, 3));
                    hand.press(MouseButton.PRIMARY, at);
                    hand.drag(MouseButton.PRIMARY, to);
                    long start = System.nanoTime();
                    hand.release(MouseButton.PRIMARY, to);
                    if (bench.studio().savedProperty().get()) {
                        throw new IOException("the drag made no edit");
                    }
                    return bench.studio()
                            .savedProperty()
                            .subscribe((_, now) -> saved.complete(Stopwatch.milliseconds(start)));
                });
        double time = BenchWindow.await(saved);
        BenchWindow.on(() -> {
            listening.unsubscribe();
            return null;
        });
        return time;
    }
}
