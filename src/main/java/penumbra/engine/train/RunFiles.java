package penumbra.engine.train;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import penumbra.engine.landscape.Snapshots;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.engine.weights.Weights;
import penumbra.engine.weights.WeightsException;
import penumbra.model.Schema;
import penumbra.run.RunConfig;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import tools.jackson.databind.json.JsonMapper;

/// The weights that a run leaves behind, each file replaced in one step.
record RunFiles(RunFolder folder, RunConfig config, TrainingData data) {

    /// Writes the averaged weights as the newest and, where they are, as the best.
    void weights(Checkpoint checkpoint) throws WeightsException, IOException {
        Files.createDirectories(folder.last().getParent());
        Weights average = checkpoint.state().average().withMetadata(metadata(checkpoint));
        SafetensorsFile.write(folder.last(), average);
        if (checkpoint.progress().bestEpoch() == checkpoint.progress().epoch()) {
            SafetensorsFile.write(folder.best(), average);
        }
    }

    /// Writes all that a run needs to go on, and its averaged weights as a stop of its path; what
    /// was written before is kept beside it.
    void resume(Checkpoint checkpoint) throws WeightsException, IOException {
        Files.createDirectories(folder.resume().getParent());
        new Snapshots(folder.snapshots())
                .add(checkpoint.progress().epoch(), checkpoint.state().average());
        if (Files.exists(folder.resume())) {
            keep(folder.resume(), folder.resumeBefore());
        }
        checkpoint.write(folder.resume());
    }

    /// By a second name for the same content, which its replacement leaves alone.
    private static void keep(Path file, Path kept) throws IOException {
        Files.deleteIfExists(kept);
        try {
            Files.createLink(kept, file);
        } catch (UnsupportedOperationException | FileSystemException _) {
            // Some file systems know one name only.
            Files.copy(file, kept);
        }
    }

    /// What is said of classes and keypoints in files of weights.
    Map<String, String> names() {
        Schema schema = data.schema();
        JsonMapper json = JsonMapper.shared();
        Map<String, String> names = new LinkedHashMap<>();
        List<String> classes = schema.classNames();
        for (int c = 0; c < classes.size(); c++) {
            names.put(Integer.toString(c), classes.get(c));
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("task", "pose");
        metadata.put("names", json.writeValueAsString(names));
        metadata.put("kpt_shape", "[" + schema.keypointCount() + ", " + data.dims() + "]");
        metadata.put("kpt_names", json.writeValueAsString(schema.keypoints()));
        return metadata;
    }

    private Map<String, String> metadata(Checkpoint checkpoint) {
        Map<String, String> metadata = names();
        metadata.put("imgsz", config.text(RunOption.IMGSZ));
        metadata.put("loss", config.text(RunOption.LOSS));
        metadata.put("epoch", Integer.toString(checkpoint.progress().epoch()));
        return metadata;
    }
}
