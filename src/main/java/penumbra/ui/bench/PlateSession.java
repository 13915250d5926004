package penumbra.ui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import penumbra.data.ImageWriter;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// One plate by two drags, the class keys and the snap key, in rendered pictures: gestures, and
/// seconds of a hand that never hesitates and makes one movement at every pulse. The drags miss the
/// truth by a pixel and a half, and the snap is waited for.
final class PlateSession {

    private static final Size SIZE = new Size(1280, 1024);
    private static final int MOVES = 8;
    private static final int PLATES = 4;
    private static final int SCENES = 40;
    private static final double SHORTEST_BAR = 14;
    private static final Point MISS = new Point(1, 1.1);

    private final BenchWindow bench;
    private final Hand hand;
    private final List<Double> gestures = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> snaps = new ArrayList<>();
    private final List<Double> frames = new ArrayList<>();
    private int made;

    private PlateSession(BenchWindow bench) {
        this.bench = bench;
        hand = new Hand(bench.canvas());
    }

    /// @param folder is filled with pictures
    static List<Samples> measure(BenchWindow bench, Path folder, int runs)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<Target> plates = new ArrayList<>();
        for (int i = 0; i < SCENES && plates.size() < PLATES * runs + 1; i++) {
            RenderedScene scene = SyntheticScene.render(5, i, SIZE);
            List<Target> clear =
                    scene.truth().stream().filter(PlateSession::isClear).limit(1).toList();
            if (!clear.isEmpty()) {
                Path file = folder.resolve("frame-" + plates.size() + ".jpg");
                Files.write(file, ImageWriter.jpeg(SIZE, scene.argb(), 95));
                plates.addAll(clear);
            }
        }
        bench.open(folder);
        PlateSession session = new PlateSession(bench);
        session.label(plates);
        return List.of(
                new Samples("plate_gestures", "1", session.gestures),
                new Samples("plate_by_script", "s", session.seconds),
                new Samples("plate_drag_frame", Samples.MILLISECONDS, session.frames),
                new Samples("plate_snap", Samples.MILLISECONDS, session.snaps));
    }

    private static boolean isClear(Target plate) {
        return plate.keypoints().stream().allMatch(k -> k.visibility() == Visibility.VISIBLE)
                && point(plate, 0).distance(point(plate, 1)) >= SHORTEST_BAR
                && point(plate, 2).distance(point(plate, 3)) >= SHORTEST_BAR;
    }

    private static Point point(Target plate, int index) {
        return plate.keypoints().get(index).at();
    }

    private void label(List<Target> plates) throws IOException, InterruptedException {
        type(KeyCode.E);
        for (int i = 0; i < plates.size(); i++) {
            made = 0;
            frames.subList(0, i == 1 ? frames.size() : 0).clear();
            long start = System.nanoTime();
            double snap = label(plates.get(i));
            if (i > 0) {
                gestures.add((double) made);
                seconds.add(Stopwatch.milliseconds(start) / 1e3);
                snaps.add(snap);
            }
            type(KeyCode.D);
            BenchWindow.until(bench::hasPixels);
        }
    }

    /// @return milliseconds from the snap key to the snapped plate
    private double label(Target truth) throws IOException, InterruptedException {
        drag(point(truth, 0).plus(MISS), point(truth, 1).minus(MISS));
        drag(point(truth, 3).minus(MISS), point(truth, 2).plus(MISS));
        String name = Schema.ARMOR_PLATE.classNames().get(truth.classIndex());
        type(key(name.charAt(0)));
        type(key(name.charAt(1) == 'B' ? 'T' : name.charAt(1)));
        Target drawn = BenchWindow.on(this::plate);
        if (drawn.classIndex() != truth.classIndex()) {
            throw new IOException("the plate is no " + name + ": " + drawn);
        }
        made++;
        double snap =
                Stopwatch.shown(
                        () -> hand.type(KeyCode.S),
                        () -> bench.window().background().running().isEmpty());
        if (BenchWindow.on(this::plate).equals(drawn)) {
            throw new IOException(BenchWindow.on(() -> bench.window().notices().sentence()));
        }
        return snap;
    }

    private Target plate() {
        return bench.picture().targets().getLast();
    }

    private void drag(Point from, Point to) throws IOException, InterruptedException {
        made++;
        Stopwatch.frame(() -> hand.press(MouseButton.PRIMARY, onScreen(from)));
        for (int i = 1; i <= MOVES; i++) {
            Point at = from.plus(to.minus(from).times((double) i / MOVES));
            frames.add(Stopwatch.frame(() -> hand.drag(MouseButton.PRIMARY, onScreen(at))));
        }
        Stopwatch.frame(() -> hand.release(MouseButton.PRIMARY, onScreen(to)));
    }

    private Point onScreen(Point inPicture) {
        return bench.state().viewportProperty().get().orElseThrow().toScreen(inPicture);
    }

    private void type(KeyCode code) throws IOException, InterruptedException {
        made++;
        Stopwatch.frame(() -> hand.type(code));
    }

    private static KeyCode key(char printed) {
        return KeyCode.getKeyCode(String.valueOf(printed));
    }
}
