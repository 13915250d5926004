package penumbra.data.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.data.ImageReader;
import penumbra.data.ImageWriter;
import penumbra.data.augment.Augmentation;
import penumbra.data.input.InputLabel;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Target;

/// Through files, cache, every augmentation and the batch, light stays under its labels.
class LabelsOnLightTest {

    private static final Size SIZE = new Size(320, 256);
    private static final int SIDE = 160;

    private static final Augmentation ALL =
            new Augmentation(
                    0.01, 0.5, 0.2, 15, 0.1, 0.4, 5, 0.0005, 0.5, 0.5, 0.5, 0.7, 0.2, 0.6, true);

    @TempDir Path folder;

    @Test
    void everyLabelledPointIsWithinAPixelOfItsSpot() throws Exception {
        List<TrainingPicture> pictures = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(17);
        for (int i = 0; i < 12; i++) {
            pictures.add(spotted(i, random));
        }
        TrainingSet set = new TrainingSet(pictures, Optional.of(TestSet.FLIP));
        PictureStore store =
                new PictureStore(SIDE, 1 << 24, Optional.empty(), ImageReader::read, _ -> {});
        int found = 0;
        int labels = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Loader loader =
                    new Loader(
                            set,
                            new LoaderOptions(4, ALL, Sampler.BALANCED, 3, 2),
                            store,
                            pool,
                            sentence -> {
                                throw new AssertionError(sentence);
                            });
            for (int n = 0; n < 4; n++) {
                try (Epoch epoch = loader.epoch(n, true)) {
                    while (epoch.hasNext()) {
                        Batch batch = epoch.next();
                        for (int i = 0; i < batch.size(); i++) {
                            for (InputLabel label : batch.targets().get(i)) {
                                found += check(batch, i, label);
                                labels++;
                            }
                        }
                    }
                }
            }
        }
        // Each picture has a plate, some are pasted, and mosaics have up to four pictures.
        assertThat(labels).isGreaterThan(4 * 12);
        assertThat(found).isGreaterThan(2 * labels);
    }

    private TrainingPicture spotted(int index, SplittableRandom random) throws Exception {
        double x = random.nextDouble(40, 180);
        double y = random.nextDouble(60, 150);
        List<Keypoint> points =
                List.of(
                        Keypoint.visible(x, y),
                        Keypoint.visible(x + 3, y + 40),
                        Keypoint.visible(x + 92, y + 44),
                        Keypoint.visible(x + 90, y));
        int[] rgb = new int[SIZE.width() * SIZE.height()];
        for (int i = 0; i < rgb.length; i++) {
            Point centre = new Point(i % SIZE.width() + 0.5, i / SIZE.width() + 0.5);
            double light =
                    points.stream()
                            .mapToDouble(k -> Math.exp(-Math.pow(centre.distance(k.at()), 2) / 18))
                            .sum();
            rgb[i] = (int) Math.min(250, 8 + 245 * light) * 0x10101;
        }
        Path file = folder.resolve("spots" + index + ".png");
        Files.write(file, ImageWriter.png(SIZE, rgb));
        return TrainingPicture.read(
                file, List.of(Target.of(index % 2, points, Optional.empty(), "")), "spots");
    }

    /// How many of a label's points are labelled.
    private static int check(Batch batch, int picture, InputLabel label) {
        int labelled = 0;
        for (Keypoint keypoint : label.keypoints()) {
            if (keypoint.labelled()) {
                Point light = brightest(batch, picture, keypoint.at());
                assertThat(light.distance(keypoint.at())).isLessThan(1);
                labelled++;
            }
        }
        return labelled;
    }

    /// The centre of the pixel with most green within 3 px, of equal ones the nearest.
    private static Point brightest(Batch batch, int picture, Point near) {
        int green = (3 * picture + 1) * SIDE * SIDE;
        Point found = new Point(-SIDE, -SIDE);
        double most = -1;
        for (int y = Math.max(0, (int) near.y() - 3); y <= near.y() + 3 && y < SIDE; y++) {
            for (int x = Math.max(0, (int) near.x() - 3); x <= near.x() + 3 && x < SIDE; x++) {
                double light = batch.pixels()[green + y * SIDE + x];
                Point centre = new Point(x + 0.5, y + 0.5);
                boolean nearer = centre.distance(near) < found.distance(near);
                if (light > most || light == most && nearer) {
                    most = light;
                    found = centre;
                }
            }
        }
        return found;
    }
}
