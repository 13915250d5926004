package penumbra.engine.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.run.TrainingEvent;

/// Runs of a few steps on [TinyData].
///
/// @param events all that were told
record TinyRun(RunFolder folder, TrainingEvent end, List<TrainingEvent> events) {

    static final int SIDE = 64;

    /// Parts of a batch, as a run takes them.
    static final Executor PARTS = task -> Thread.ofPlatform().daemon().start(task);

    private static final List<RunOption> VARIATIONS =
            List.of(
                    RunOption.MOSAIC,
                    RunOption.HSV_H,
                    RunOption.HSV_S,
                    RunOption.HSV_V,
                    RunOption.DEGREES,
                    RunOption.TRANSLATE,
                    RunOption.SCALE,
                    RunOption.SHEAR,
                    RunOption.EXPOSURE,
                    RunOption.BLOOM,
                    RunOption.PASTE);

    /// Two pictures a step, no warm-up, pictures as they are.
    static RunConfig config(Map<RunOption, String> changes) throws RunException {
        Map<RunOption, String> said = new EnumMap<>(RunOption.class);
        VARIATIONS.forEach(option -> said.put(option, "0"));
        said.put(RunOption.IMGSZ, Integer.toString(SIDE));
        said.put(RunOption.EPOCHS, "2");
        said.put(RunOption.BATCH, "2");
        said.put(RunOption.NBS, "2");
        said.put(RunOption.OPTIMIZER, "adamw");
        said.put(RunOption.LR0, "0.002");
        said.put(RunOption.WARMUP_EPOCHS, "0");
        said.put(RunOption.THREADS, "1");
        said.put(RunOption.START, "nothing");
        said.put(RunOption.PRECISION, "fp32");
        said.putAll(changes);
        return RunConfig.of(said);
    }

    static TinyRun of(
            RunConfig config,
            TrainingData data,
            Path folder,
            ExecutorService workers,
            Consumer<TrainingEvent> watcher)
            throws Exception {
        List<TrainingEvent> events = new ArrayList<>();
        RunFolder run = new RunFolder(folder);
        TrainingEvent end =
                new TrainingRun(config, data, run, workers, PARTS)
                        .run(event -> {
                            events.add(event);
                            watcher.accept(event);
                        });
        return new TinyRun(run, end, events);
    }

    <E extends TrainingEvent> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
