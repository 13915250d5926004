package penumbra.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import penumbra.data.ImageReader;
import penumbra.data.augment.Augmentation;
import penumbra.data.load.Batch;
import penumbra.data.load.Epoch;
import penumbra.data.load.Loader;
import penumbra.data.load.LoaderOptions;
import penumbra.data.load.PictureStore;
import penumbra.data.load.Sampler;
import penumbra.data.load.TrainingSet;

/// What it costs to feed a trainer at 640 px from rendered scenes of 1280 x 1024 px that are
/// decoded already: processor time of a sample, mosaic, warp and colours of the reference, and with
/// all that is ours; and how many a second all workers make. Processor time counts all threads of
/// this process, and says what one core needs also while others work.
///
/// @param folder where the data set is made
record LoadingFigures(Path folder, int runs, ExecutorService pool) {

    private static final int PICTURES = 32;
    private static final int SIDE = 640;
    private static final int BATCH = 8;
    private static final int WARM_UP = 8;
    private static final int EPOCHS = 2;
    private static final long MEMORY = 256L << 20;

    List<Figure> measure() throws Exception {
        TrainingSet set = RenderedPictures.write(folder.resolve("loading"), PICTURES, pool);
        List<Figure> figures = new ArrayList<>(measure(set, "stock", Augmentation.STOCK));
        figures.addAll(measure(set, "default", Augmentation.DEFAULT));
        return figures;
    }

    private List<Figure> measure(TrainingSet set, String name, Augmentation augmentation) {
        PictureStore store =
                new PictureStore(
                        SIDE, MEMORY, Optional.empty(), ImageReader::read, LoadingFigures::fail);
        Loader loader =
                new Loader(
                        set,
                        new LoaderOptions(BATCH, augmentation, Sampler.SHUFFLED, 0, 2),
                        store,
                        pool,
                        LoadingFigures::fail);
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        List<Double> milliseconds = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (int run = -WARM_UP; run < runs; run++) {
            long used = system.getProcessCpuTime();
            long start = System.nanoTime();
            int samples = 0;
            for (int i = 0; i < EPOCHS; i++) {
                samples += samples(loader, EPOCHS * (run + WARM_UP) + i);
            }
            if (run >= 0) {
                milliseconds.add((system.getProcessCpuTime() - used) / 1e6 / samples);
                rates.add(samples / BenchCommand.seconds(start));
            }
        }
        return List.of(
                Figure.of("sample_640_" + name, "ms", milliseconds),
                Figure.of("samples_a_second_" + name, "1/s", rates));
    }

    private static int samples(Loader loader, int epoch) {
        int samples = 0;
        try (Epoch batches = loader.epoch(epoch, true)) {
            while (batches.hasNext()) {
                Batch batch = batches.next();
                samples += batch.size();
                loader.recycle(batch);
            }
        }
        return samples;
    }

    private static void fail(String sentence) {
        throw new IllegalStateException(sentence);
    }
}
