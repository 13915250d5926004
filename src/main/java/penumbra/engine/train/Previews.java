package penumbra.engine.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import penumbra.data.DecodedImage;
import penumbra.data.ImageWriter;
import penumbra.data.load.Epoch;
import penumbra.data.load.Preview;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunFolder;

/// What a run would learn from, drawn: its first batches with their labels, two as most epochs see
/// them and one as the last epochs do.
public final class Previews {

    private static final int BATCHES = 2;

    private Previews() {}

    /// @param workers prepare batches
    /// @param leftOut is told of each picture that cannot be had, on any thread
    /// @return the PNG files, in the folder `preview` of the run
    /// @throws RunException if no picture is left to learn from
    public static List<Path> write(
            RunConfig config,
            TrainingData data,
            RunFolder folder,
            ExecutorService workers,
            Consumer<String> leftOut)
            throws IOException, RunException {
        Feed feed = Feed.of(config, data, workers, leftOut);
        Path place = Files.createDirectories(folder.path().resolve("preview"));
        List<Path> files = new ArrayList<>();
        draw(feed, data, true, BATCHES, place.resolve("batch"), files);
        draw(feed, data, false, 1, place.resolve("last-epochs"), files);
        return files;
    }

    private static void draw(
            Feed feed, TrainingData data, boolean mosaic, int most, Path stem, List<Path> files)
            throws IOException {
        try (Epoch epoch = feed.loader().epoch(0, mosaic)) {
            for (int i = 1; i <= most && epoch.hasNext(); i++) {
                DecodedImage sheet = Preview.draw(epoch.next(), data.schema());
                Path file = stem.resolveSibling(stem.getFileName() + "-" + i + ".png");
                Files.write(file, ImageWriter.png(sheet.size(), sheet.argb()));
                files.add(file);
            }
        }
    }
}
