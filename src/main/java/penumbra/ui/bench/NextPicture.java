package penumbra.ui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import penumbra.data.ImageWriter;
import penumbra.data.scene.SyntheticScene;
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;

/// Milliseconds from the key to the next picture, which was decoded ahead, and from a choice in the
/// list to a picture that was not.
final class NextPicture {

    private static final int STEPS = 6;
    private static final int JUMPS = 3;

    /// Neighbours of a picture are decoded ahead: one before it and two after it.
    private static final int STRIDE = 4;

    private final BenchWindow bench;
    private final Size size;

    private NextPicture(BenchWindow bench, Size size) {
        this.bench = bench;
        this.size = size;
    }

    /// @param folder is filled with pictures
    static List<Samples> measure(BenchWindow bench, Path folder, int runs)
            throws IOException, InterruptedException {
        List<Samples> samples = new ArrayList<>();
        for (Size size : Frames.SIZES) {
            Path home = Files.createDirectories(folder.resolve(size.toString()));
            byte[] jpeg = ImageWriter.jpeg(size, SyntheticScene.render(5, 0, size).argb(), 92);
            int count = STEPS + STRIDE * (JUMPS * (runs + 1) + 1);
            for (int i = 0; i < count; i++) {
                Files.write(home.resolve("frame-" + i + ".jpg"), jpeg);
            }
            bench.open(home);
            samples.addAll(new NextPicture(bench, size).measure(runs));
        }
        return samples;
    }

    private List<Samples> measure(int runs) throws IOException, InterruptedException {
        List<Double> ahead = new ArrayList<>();
        List<Double> cold = new ArrayList<>();
        for (int run = 0; run <= runs; run++) {
            List<Double> steps = walk();
            List<Double> jumps = jump(run);
            if (run > 0) {
                ahead.addAll(steps);
                cold.addAll(jumps);
            }
        }
        return List.of(
                new Samples("next_picture_" + size, Samples.MILLISECONDS, ahead),
                new Samples("picture_not_ahead_" + size, Samples.MILLISECONDS, cold));
    }

    /// From the first picture on with the key, each time once the next one is decoded.
    private List<Double> walk() throws IOException, InterruptedException {
        bench.show(at(0));
        Hand hand = new Hand(bench.canvas());
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i <= STEPS; i++) {
            Path next = bench.studio().file().resolve(at(i).path());
            BenchWindow.until(() -> bench.window().pictures().ready(next).isPresent());
            steps.add(Stopwatch.shown(() -> hand.type(KeyCode.D), bench::hasPixels));
        }
        return steps;
    }

    /// To pictures far from all that were shown before.
    private List<Double> jump(int run) throws IOException, InterruptedException {
        ListView<?> list = (ListView<?>) bench.stage().getScene().lookup("#pictures");
        List<Double> jumps = new ArrayList<>();
        for (int i = 0; i < JUMPS; i++) {
            int to = STEPS + STRIDE * (run * JUMPS + i + 1);
            jumps.add(
                    Stopwatch.shown(
                            () -> list.getSelectionModel().clearAndSelect(to), bench::hasPixels));
        }
        return jumps;
    }

    private LabelledImage at(int place) throws IOException, InterruptedException {
        return BenchWindow.on(() -> bench.studio().pictures().shown().get(place));
    }
}
