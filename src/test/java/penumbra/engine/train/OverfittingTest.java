package penumbra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.run.RunConfig;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.run.TrainingEvent;

class OverfittingTest {

    @TempDir Path folder;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void eightPicturesAreLearnedByHeart() throws Exception {
        TrainingData data = TinyData.write(folder.resolve("data"), 8, 128);
        RunConfig config = RunConfig.of(config());
        RunFolder run = RunFolder.make(folder.resolve("runs"), "heart");
        List<TrainingEvent.Epoch> epochs = new ArrayList<>();

        TrainingEvent end =
                new TrainingRun(config, data, run, workers)
                        .run(e -> {
                            if (e instanceof TrainingEvent.Epoch epoch) {
                                epochs.add(epoch);
                                if (System.getProperty("show") != null) {
                                    System.out.println(
                                            epoch.epoch()
                                                    + " "
                                                    + epoch.seconds()
                                                    + " "
                                                    + epoch.training()
                                                    + " "
                                                    + epoch.validation().get().keypoints().map50()
                                                    + " "
                                                    + epoch.validation().get().truth().get());
                                }
                            }
                        });

        assertThat(end).isInstanceOf(TrainingEvent.Finished.class);
        TrainingEvent.Validation last = epochs.getLast().validation().orElseThrow();
        assertThat(last.keypoints().map50()).isGreaterThan(0.99);
        assertThat(last.truth().orElseThrow().rmse()).isLessThan(1);
    }

    private static Map<RunOption, String> config() {
        java.util.EnumMap<RunOption, String> said = new java.util.EnumMap<>(RunOption.class);
        said.put(RunOption.IMGSZ, "128");
        said.put(RunOption.EPOCHS, System.getProperty("e", "60"));
        said.put(RunOption.BATCH, "8");
        said.put(RunOption.NBS, "8");
        said.put(RunOption.LR0, System.getProperty("lr", "0.002"));
        said.put(RunOption.OPTIMIZER, "adamw");
        said.put(RunOption.WARMUP_EPOCHS, "0");
        said.put(RunOption.EMA_STEPS, System.getProperty("ema", "20"));
        said.put(RunOption.EMA_DECAY, System.getProperty("emad", "0.9"));
        said.put(RunOption.LOSS, System.getProperty("loss", "helium"));
        for (RunOption o :
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
                        RunOption.PASTE)) {
            said.put(o, "0");
        }
        return said;
    }
}
