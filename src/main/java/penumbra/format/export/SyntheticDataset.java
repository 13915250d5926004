package penumbra.format.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import penumbra.data.ImageWriter;
import penumbra.data.scene.LabelNoise;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.file.AtomicFolder;
import penumbra.file.Reason;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.geometry.Size;
import penumbra.model.Schema;
import penumbra.model.Target;

/// A YOLO pose data set of rendered scenes: pictures, `labels/` as a person would have set them and
/// the clean `truth/` beside, in the same form. The same values give the same files, whatever the
/// number of threads.
///
/// @param images how many scenes
/// @param seed chooses the series of scenes and their label noise
/// @param size of the pictures
/// @param noise how far labels miss the truth
/// @param valFraction share of the scenes, the last ones, that goes to `val`
/// @param quality of the JPEG files, 1 to 100
/// @param covered share of plates with something right in front of a bar or one of its ends
public record SyntheticDataset(
        int images,
        long seed,
        Size size,
        LabelNoise noise,
        double valFraction,
        int quality,
        double covered) {

    private static final Schema SCHEMA = Schema.ARMOR_PLATE;

    /// Keeps the noise of a scene apart from the scene itself.
    private static final long NOISE_STREAM = 0x6e6f697365L;

    /// @throws IllegalArgumentException if a value is out of range
    public SyntheticDataset {
        if (images < 1
                || quality < 1
                || quality > 100
                || !(valFraction >= 0 && valFraction < 1)
                || !(covered >= 0 && covered <= 1)) {
            throw new IllegalArgumentException(
                    "at least one scene, a quality of 1 to 100, a val share of 0 to less than 1, "
                            + "a share of covered plates of 0 to 1");
        }
    }

    /// One without covers.
    public SyntheticDataset(
            int images, long seed, Size size, LabelNoise noise, double valFraction, int quality) {
        this(images, seed, size, noise, valFraction, quality, 0);
    }

    /// What was written.
    public record Written(Path folder, int train, int val, int targets) {}

    /// Renders the data set; it appears as a whole.
    ///
    /// @param destination must not exist, or be empty
    /// @param pool renders scenes side by side
    /// @param onPicture called after every picture, on any thread
    /// @throws FormatException if there is something in the destination already, or it cannot be
    ///   written; then nothing was
    public Written write(Path destination, ExecutorService pool, Runnable onPicture)
            throws IOException, FormatException {
        if (Files.exists(destination) && !isEmpty(destination)) {
            throw new FormatException(
                    Finding.of(Severity.REFUSED, destination, 0, "synth-not-empty"));
        }
        int val = (int) Math.round(images * valFraction);
        int[] targets = new int[1];
        try {
            AtomicFolder.write(
                    destination,
                    folder -> targets[0] = fill(folder, images - val, pool, onPicture));
        } catch (IOException e) {
            throw new FormatException(
                    Finding.of(Severity.REFUSED, destination, 0, "synth-failed", Reason.of(e)));
        }
        return new Written(destination, images - val, val, targets[0]);
    }

    private int fill(Path folder, int train, ExecutorService pool, Runnable onPicture)
            throws IOException {
        for (String part : List.of("images", "labels", "truth")) {
            for (Split split : Split.values()) {
                Files.createDirectories(folder.resolve(part).resolve(split.id()));
            }
        }
        Files.write(folder.resolve("data.yaml"), YoloPoseText.dataYaml(SCHEMA));
        List<Future<Integer>> scenes = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            int index = i;
            Split split = i < train ? Split.TRAIN : Split.VAL;
            scenes.add(
                    pool.submit(() -> {
                        int targets = scene(folder, split, index);
                        onPicture.run();
                        return targets;
                    }));
        }
        try {
            int targets = 0;
            for (Future<Integer> scene : scenes) {
                targets += scene.get();
            }
            return targets;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            scenes.forEach(scene -> scene.cancel(true));
        }
    }

    private int scene(Path folder, Split split, int index) throws IOException {
        RenderedScene scene = SyntheticScene.render(seed, index, size, covered);
        String name = String.format(Locale.ROOT, "%s_%06d", split.id(), index);
        SplittableRandom random = new SplittableRandom((seed ^ NOISE_STREAM) * 1_000_003 + index);
        List<Target> labels =
                scene.truth().stream().map(truth -> noise.apply(truth, SCHEMA, random)).toList();
        write(
                folder,
                "images",
                split,
                name + ".jpg",
                ImageWriter.jpeg(size, scene.argb(), quality));
        write(folder, "labels", split, name + ".txt", YoloPoseText.label(labels, SCHEMA, size));
        write(
                folder,
                "truth",
                split,
                name + ".txt",
                YoloPoseText.label(scene.truth(), SCHEMA, size));
        return scene.truth().size();
    }

    private static void write(Path folder, String part, Split split, String name, byte[] content)
            throws IOException {
        Files.write(folder.resolve(part).resolve(split.id()).resolve(name), content);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
