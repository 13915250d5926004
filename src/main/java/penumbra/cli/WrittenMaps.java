package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import penumbra.data.input.RgbImage;
import penumbra.engine.Detector;
import penumbra.engine.TorchDetector;
import penumbra.engine.heatmap.KeypointForm;
import penumbra.text.Texts;

/// What the cells of AdaAnchor's maps say of each picture, a file each: `NAME.maps.json`, which the
/// overlay of that name replays.
///
/// @param side longest side of the network's input, px
record WrittenMaps(Path folder, TorchDetector detector, int side) {

    /// Makes the folder where there is none.
    ///
    /// @throws CommandException if the network has no such maps
    static WrittenMaps of(Path folder, Detector detector, NetworkOptions network)
            throws IOException, CommandException {
        if (!(detector instanceof TorchDetector torch) || !torch.hasMaps(KeypointForm.ADAANCHOR)) {
            throw new CommandException(
                    Texts.of(WrittenMaps.class, "predict.no-maps", network.weights()));
        }
        return new WrittenMaps(Files.createDirectories(folder), torch, network.side(torch));
    }

    /// @param frame of a video; null for a picture
    void write(Path file, Integer frame, RgbImage picture) throws IOException {
        String name = file.getFileName().toString();
        String part = frame == null ? "" : "-" + frame;
        detector.record(picture, side, name).write(folder.resolve(name + part + ".maps.json"));
    }
}
