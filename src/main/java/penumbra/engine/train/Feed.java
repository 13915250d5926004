package penumbra.engine.train;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.data.augment.Augmentation;
import penumbra.data.load.Loader;
import penumbra.data.load.LoaderOptions;
import penumbra.data.load.PictureFolder;
import penumbra.data.load.PictureStore;
import penumbra.data.load.Sampler;
import penumbra.data.load.TrainingPicture;
import penumbra.data.load.TrainingSet;
import penumbra.engine.train.HeldBack.Held;
import penumbra.file.Sha256;
import penumbra.format.export.SequenceSplit;
import penumbra.format.yolo.LoadedPicture;
import penumbra.model.Target;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunOption;
import penumbra.text.Texts;

/// Where a run gets its pictures from: batches to learn from, and those held back.
///
/// @param fingerprint of all pictures and labels, which changes when one of them does
record Feed(Loader loader, HeldBack heldBack, String fingerprint) {

    private static final int AHEAD = 2;

    /// The reference looks at two training batches at once, which takes more memory than training.
    private static final int TOGETHER = 8;

    private static final long MEBIBYTE = 1 << 20;
    private static final String PICTURES = ".pictures";

    /// @param leftOut is told of each picture that cannot be had, on any thread
    /// @throws RunException if none is left to learn from
    static Feed of(
            RunConfig config, TrainingData data, ExecutorService workers, Consumer<String> leftOut)
            throws RunException {
        List<TrainingPicture> training = new ArrayList<>();
        data.training().forEach(p -> read(p, leftOut).ifPresent(training::add));
        if (training.isEmpty()) {
            throw new RunException(Texts.of(Feed.class, "train.nothing"));
        }
        PictureStore store = store(config, leftOut);
        HeldBack held = heldBack(config, data.validation(), store, leftOut);
        int batch = config.whole(RunOption.BATCH);
        Loader loader =
                new Loader(
                        new TrainingSet(training, data.flip()),
                        new LoaderOptions(
                                batch,
                                augmentation(config),
                                sampler(config),
                                config.whole(RunOption.SEED),
                                AHEAD),
                        store,
                        workers,
                        leftOut);
        return new Feed(loader, held, fingerprint(training, held.pictures()));
    }

    /// Pictures to look at, and nothing to learn from.
    static HeldBack heldBack(
            RunConfig config, List<LoadedPicture> pictures, Consumer<String> leftOut) {
        return heldBack(config, pictures, store(config, leftOut), leftOut);
    }

    private static HeldBack heldBack(
            RunConfig config,
            List<LoadedPicture> pictures,
            PictureStore store,
            Consumer<String> leftOut) {
        List<Held> held = new ArrayList<>();
        pictures.forEach(p -> read(p, leftOut).ifPresent(t -> held.add(new Held(p, t))));
        return new HeldBack(held, store, Math.min(TOGETHER, 2 * config.whole(RunOption.BATCH)));
    }

    private static Optional<TrainingPicture> read(LoadedPicture picture, Consumer<String> leftOut) {
        try {
            return Optional.of(
                    TrainingPicture.read(
                            picture.file(),
                            picture.labels(),
                            SequenceSplit.sequence(picture.file().toString())));
        } catch (PictureException e) {
            leftOut.accept(e.getMessage());
            return Optional.empty();
        }
    }

    private static PictureStore store(RunConfig config, Consumer<String> notice) {
        long bytes =
                Math.min(
                        config.whole(RunOption.CACHE_SIZE) * MEBIBYTE,
                        Runtime.getRuntime().maxMemory() / 2);
        String where = config.text(RunOption.CACHE);
        return new PictureStore(
                config.whole(RunOption.IMGSZ),
                where.equals("ram") ? bytes : 0,
                config.place(RunOption.RUNS)
                        .filter(_ -> where.equals("disk"))
                        .map(runs -> new PictureFolder(runs.resolve(PICTURES))),
                ImageReader::read,
                notice);
    }

    private static Sampler sampler(RunConfig config) {
        return switch (config.text(RunOption.BALANCE)) {
            case "class" -> new Sampler(true, false);
            case "size" -> new Sampler(false, true);
            case "both" -> Sampler.BALANCED;
            default -> Sampler.SHUFFLED;
        };
    }

    private static Augmentation augmentation(RunConfig config) {
        return new Augmentation(
                config.real(RunOption.HSV_H),
                config.real(RunOption.HSV_S),
                config.real(RunOption.HSV_V),
                config.real(RunOption.DEGREES),
                config.real(RunOption.TRANSLATE),
                config.real(RunOption.SCALE),
                config.real(RunOption.SHEAR),
                config.real(RunOption.PERSPECTIVE),
                config.real(RunOption.FLIPUD),
                config.real(RunOption.FLIPLR),
                config.real(RunOption.MOSAIC),
                config.real(RunOption.EXPOSURE),
                config.real(RunOption.BLOOM),
                config.real(RunOption.PASTE),
                config.flag(RunOption.ALIGNED));
    }

    static String fingerprint(List<TrainingPicture> training, List<Held> held) {
        StringBuilder all = new StringBuilder();
        training.forEach(p -> add(p, all));
        held.forEach(h -> add(h.picture(), all));
        return Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// What is learnt of a picture; ids of labels are given anew whenever a file is read.
    private static void add(TrainingPicture picture, StringBuilder all) {
        all.append(picture.contentHash());
        for (Target label : picture.labels()) {
            all.append(label.classIndex()).append(label.keypoints()).append(label.box());
        }
    }
}
