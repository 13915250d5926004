package penumbra.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import penumbra.format.Finding;
import penumbra.format.export.Split;
import penumbra.format.yolo.DataYaml;
import penumbra.format.yolo.LoadedPicture;
import penumbra.format.yolo.LoadedSplit;
import penumbra.model.Schema;
import penumbra.text.Texts;

/// What a network is validated on: a split of a data set as a loader takes it in, or of a project
/// as an export would cut it, with the labels that it has now.
///
/// @param file data.yaml or project
/// @param notices one sentence for each picture or label that was left out
record ValSource(Path file, Schema schema, List<LoadedPicture> pictures, List<String> notices) {

    /// @param share of a project's pictures that is held back
    static ValSource read(Path data, String split, double share, Executor io, Console console)
            throws Exception {
        Path at = data.toAbsolutePath().normalize();
        if (CutProject.isOne(at)) {
            return project(CutProject.read(at, share, io, console), split);
        }
        DataYaml yaml = DataYaml.of(at);
        LoadedSplit loaded = LoadedSplit.read(yaml, split);
        return new ValSource(
                yaml.file(),
                ValCommand.schema(yaml),
                loaded.pictures(),
                loaded.findings().stream().map(Finding::toString).toList());
    }

    private static ValSource project(CutProject cut, String split) throws CommandException {
        List<LoadedPicture> pictures =
                split.equals(Split.VAL.id())
                        ? cut.pictures().validation()
                        : split.equals(Split.TRAIN.id()) ? cut.pictures().training() : List.of();
        if (pictures.isEmpty()) {
            throw new CommandException(
                    Texts.of(ValSource.class, "val.no-pictures", cut.file().path(), split));
        }
        return new ValSource(cut.file().path(), cut.schema(), pictures, cut.notices());
    }
}
