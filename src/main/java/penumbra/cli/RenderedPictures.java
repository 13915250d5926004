package penumbra.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import penumbra.data.load.TrainingPicture;
import penumbra.data.load.TrainingSet;
import penumbra.data.scene.LabelNoise;
import penumbra.format.export.SyntheticDataset;
import penumbra.format.yolo.DataYaml;
import penumbra.format.yolo.LoadedPicture;
import penumbra.format.yolo.LoadedSplit;
import penumbra.geometry.Size;

/// Rendered scenes of 1280 x 1024 px with clean labels, to measure training with.
final class RenderedPictures {

    private RenderedPictures() {}

    /// Writes them as a data set and reads them back as a run does.
    ///
    /// @param place a folder that is made
    static TrainingSet write(Path place, int count, ExecutorService pool) throws Exception {
        new SyntheticDataset(count, 1, new Size(1280, 1024), LabelNoise.NONE, 0, 92)
                .write(place, pool, () -> {});
        DataYaml yaml = DataYaml.read(place.resolve("data.yaml"));
        List<TrainingPicture> pictures = new ArrayList<>();
        for (LoadedPicture picture : LoadedSplit.read(yaml, "train").pictures()) {
            pictures.add(TrainingPicture.read(picture.file(), picture.labels(), ""));
        }
        return new TrainingSet(pictures, yaml.flip());
    }
}
