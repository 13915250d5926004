package penumbra.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import penumbra.data.scene.LabelNoise;
import penumbra.format.export.SyntheticDataset;
import penumbra.geometry.Size;

/// How many pictures a second are rendered and written.
///
/// @param folder where the data sets are made
record SceneFigures(Path folder, int runs, ExecutorService pool) {

    private static final int SCENES = 32;

    List<Figure> measure() throws Exception {
        rate(folder.resolve("warm-up"));
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            rates.add(rate(folder.resolve("scenes" + i)));
        }
        return List.of(Figure.of("pictures_rendered", "1/s", rates));
    }

    private double rate(Path destination) throws Exception {
        SyntheticDataset dataset =
                new SyntheticDataset(SCENES, 1, new Size(1280, 1024), LabelNoise.NONE, 0.2, 92);
        long start = System.nanoTime();
        dataset.write(destination, pool, () -> {});
        return SCENES / BenchCommand.seconds(start);
    }
}
