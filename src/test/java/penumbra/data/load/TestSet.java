package penumbra.data.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import penumbra.data.ImageReader;
import penumbra.data.ImageWriter;
import penumbra.data.PictureException;
import penumbra.data.augment.Augmentation;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Target;

/// Small pictures in a folder, each with a plate of its own.
final class TestSet {

    static final int SIDE = 64;
    static final List<Integer> FLIP = List.of(3, 2, 1, 0);

    private TestSet() {}

    /// Pictures of 96 x 72 px.
    static TrainingSet write(Path folder, int pictures) throws IOException, PictureException {
        Size size = new Size(96, 72);
        List<TrainingPicture> all = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            SplittableRandom random = new SplittableRandom(i);
            int[] rgb = new int[size.width() * size.height()];
            Arrays.setAll(rgb, _ -> random.nextInt(1 << 24) & 0x1F1F1F);
            Path file = folder.resolve("picture" + i + ".png");
            Files.write(file, ImageWriter.png(size, rgb));
            all.add(TrainingPicture.read(file, List.of(plate(i % 3, 30 + i % 20, 25)), "picture"));
        }
        return new TrainingSet(all, Optional.of(FLIP));
    }

    /// An upright plate whose bars are 12 px long.
    static Target plate(int classIndex, double x, double y) {
        return Target.of(
                classIndex,
                List.of(
                        Keypoint.visible(x, y),
                        Keypoint.visible(x, y + 12),
                        Keypoint.visible(x + 28, y + 12),
                        Keypoint.visible(x + 28, y)),
                Optional.empty(),
                "");
    }

    static PictureStore store() {
        return new PictureStore(
                SIDE,
                1 << 20,
                Optional.empty(),
                ImageReader::read,
                notice -> {
                    throw new AssertionError(notice);
                });
    }

    static LoaderOptions options(Augmentation augmentation, int batch, int ahead) {
        return new LoaderOptions(batch, augmentation, Sampler.SHUFFLED, 42, ahead);
    }
}
