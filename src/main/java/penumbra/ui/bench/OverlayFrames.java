package penumbra.ui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Size;
import penumbra.ui.overlay.OverlayBenchmark;
import penumbra.ui.overlay.OverlayBenchmark.Motion;

/// Milliseconds in which the overlays of 20 plates are painted, each alone and all together.
final class OverlayFrames {

    private static final Size VIEW = new Size(1920, 1080);
    private static final int FRAMES = 20;

    private OverlayFrames() {}

    static List<Samples> measure(BenchWindow bench, Path folder, int runs)
            throws IOException, InterruptedException {
        OverlayBenchmark overlays = BenchWindow.on(() -> new OverlayBenchmark(VIEW));
        List<Samples> samples = new ArrayList<>();
        samples.add(frames("overlays_none_frame", overlays, List.of(), Motion.PAN, runs));
        for (String id : OverlayBenchmark.ids()) {
            samples.add(
                    frames("overlay_" + id + "_frame", overlays, List.of(id), Motion.PAN, runs));
        }
        List<String> all = OverlayBenchmark.ids();
        samples.add(frames("overlays_all_frame", overlays, all, Motion.PAN, runs));
        samples.add(frames("overlays_all_drag_frame", overlays, all, Motion.DRAG, runs));
        return samples;
    }

    private static Samples frames(
            String name, OverlayBenchmark overlays, List<String> on, Motion motion, int runs)
            throws IOException, InterruptedException {
        List<Double> times = BenchWindow.on(() -> overlays.milliseconds(on, motion, FRAMES * runs));
        return new Samples(name, Samples.MILLISECONDS, times);
    }
}
