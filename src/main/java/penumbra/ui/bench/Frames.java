package penumbra.ui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.MouseButton;
import penumbra.data.ImageWriter;
import penumbra.data.scene.SyntheticScene;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;
import penumbra.ui.Studio;
import penumbra.ui.canvas.PictureCanvas;

/// Milliseconds a frame while the view of a picture with 20 plates is zoomed and panned.
final class Frames {

    /// Of the pictures.
    static final List<Size> SIZES = List.of(new Size(1920, 1080), new Size(4000, 3000));

    private static final int PLATES = 20;
    private static final int COLUMNS = 5;
    private static final int NOTCHES = 12;
    private static final int PANS = 24;
    private static final double PAN_STEP = 9;

    private final BenchWindow bench;

    private Frames(BenchWindow bench) {
        this.bench = bench;
    }

    /// @param folder is filled with pictures
    static List<Samples> measure(BenchWindow bench, Path folder, int runs)
            throws IOException, InterruptedException {
        for (Size size : SIZES) {
            write(folder.resolve(size + ".jpg"), size);
        }
        bench.open(folder);
        List<Samples> samples = new ArrayList<>();
        for (LabelledImage picture : BenchWindow.on(() -> bench.studio().project().images())) {
            bench.show(picture);
            BenchWindow.on(() -> label(bench.studio()));
            samples.addAll(new Frames(bench).ofPicture(picture.size(), runs));
        }
        return samples;
    }

    static void write(Path file, Size size) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, ImageWriter.jpeg(size, SyntheticScene.render(5, 0, size).argb(), 92));
    }

    /// Plates in rows over the whole picture.
    private static boolean label(Studio studio) {
        for (int i = 0; i < PLATES; i++) {
            LabelledImage picture = studio.pictureProperty().get().orElseThrow();
            double unit = picture.size().width() / 100.0;
            double x = (5 + 19 * (i % COLUMNS)) * unit;
            double y = (6 + 12 * (i / COLUMNS)) * unit;
            studio.apply(
                    studio.edits()
                            .add(
                                    picture,
                                    i % studio.schema().classes().size(),
                                    List.of(
                                            new Point(x, y),
                                            new Point(x + 0.3 * unit, y + 3 * unit),
                                            new Point(x + 7.3 * unit, y + 3.2 * unit),
                                            new Point(x + 7 * unit, y + 0.2 * unit))));
        }
        return true;
    }

    private List<Samples> ofPicture(Size size, int runs) throws IOException, InterruptedException {
        zoom();
        pan();
        List<Double> zooms = new ArrayList<>();
        List<Double> pans = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            zooms.addAll(zoom());
            pans.addAll(pan());
        }
        return List.of(
                new Samples("zoom_frame_" + size, Samples.MILLISECONDS, zooms),
                new Samples("pan_frame_" + size, Samples.MILLISECONDS, pans));
    }

    /// In from the whole picture, notch by notch, and out again.
    private List<Double> zoom() throws IOException, InterruptedException {
        PictureCanvas canvas = bench.canvas();
        BenchWindow.on(() -> {
            bench.state().fit();
            return null;
        });
        Hand hand = new Hand(canvas);
        Point middle = new Point(canvas.getWidth() / 2, canvas.getHeight() / 2);
        List<Double> frames = new ArrayList<>();
        for (int i = 0; i < 2 * NOTCHES; i++) {
            int direction = i < NOTCHES ? 1 : -1;
            frames.add(Stopwatch.frame(() -> hand.wheel(middle, direction)));
        }
        return frames;
    }

    /// Around in a circle, at 100 %.
    private List<Double> pan() throws IOException, InterruptedException {
        PictureCanvas canvas = bench.canvas();
        Hand hand = new Hand(canvas);
        Point middle = new Point(canvas.getWidth() / 2, canvas.getHeight() / 2);
        BenchWindow.on(() -> {
            bench.state().actualSize();
            hand.press(MouseButton.MIDDLE, middle);
            return null;
        });
        List<Double> frames = new ArrayList<>();
        Point at = middle;
        for (int i = 0; i < PANS; i++) {
            double angle = 2 * Math.PI * i / PANS;
            at = at.plus(new Point(Math.cos(angle), Math.sin(angle)).times(PAN_STEP));
            Point to = at;
            frames.add(Stopwatch.frame(() -> hand.drag(MouseButton.MIDDLE, to)));
        }
        Point last = at;
        BenchWindow.on(() -> {
            hand.release(MouseButton.MIDDLE, last);
            return null;
        });
        return frames;
    }
}
