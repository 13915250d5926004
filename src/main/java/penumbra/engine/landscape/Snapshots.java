package penumbra.engine.landscape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;
import penumbra.engine.weights.WeightsException;

/// The averaged weights of some epochs of a run, each in a file with its kernels in half precision:
/// what the training path is made of. There are never more than twelve, evenly spaced: when there
/// would be more, every second one is dropped. Of YOLOv8n-pose one takes 6 MB, all of them 74 MB at
/// most.
///
/// @param folder of their own
public record Snapshots(Path folder) {

    private static final int MOST = 12;
    private static final Pattern NAME = Pattern.compile("epoch-([0-9]{4,9})\\.safetensors");

    /// How many epochs lie between those that are kept after that epoch: the smallest power of 2
    /// with which 0, s, 2 s, ... up to it are no more than twelve.
    static int spacing(int epoch) {
        int spacing = 1;
        while (epoch / spacing + 1 > MOST) {
            spacing *= 2;
        }
        return spacing;
    }

    /// Keeps the weights after an epoch if they are due, and drops what is no longer.
    ///
    /// @param epoch 0 for the weights that the run began with
    public void add(int epoch, Weights weights) throws IOException, WeightsException {
        int spacing = spacing(epoch);
        Files.createDirectories(folder);
        if (epoch % spacing == 0) {
            SequencedMap<String, Tensor> kept = new LinkedHashMap<>(weights.tensors());
            kept.putAll(half(weights).tensors());
            SafetensorsFile.write(file(epoch), new Weights(kept, weights.metadata()));
        }
        for (Map.Entry<Integer, Path> other : files().entrySet()) {
            if (other.getKey() % spacing != 0) {
                Files.deleteIfExists(other.getValue());
            }
        }
    }

    /// The kernels alone, as a snapshot has them.
    public static Weights half(Weights weights) {
        SequencedMap<String, Tensor> half = new LinkedHashMap<>();
        Directions.kernels(weights).forEach((name, tensor) -> half.put(name, tensor.toHalf()));
        return new Weights(half, Map.of());
    }

    /// Files of the last epochs that there are but one, the newest first; none of epoch 0, where
    /// the run began.
    ///
    /// @param but epoch that is left out
    public List<Path> newest(int but, int most) throws IOException {
        return files().reversed().entrySet().stream()
                .filter(e -> e.getKey() > 0 && e.getKey() != but)
                .limit(most)
                .map(Map.Entry::getValue)
                .toList();
    }

    /// The kernels that there are of epochs before that one, oldest first.
    public SequencedMap<Integer, Weights> before(int epoch) throws IOException, WeightsException {
        SequencedMap<Integer, Weights> there = new LinkedHashMap<>();
        for (Map.Entry<Integer, Path> e : files().entrySet()) {
            if (e.getKey() < epoch) {
                Weights read = SafetensorsFile.read(e.getValue());
                there.put(e.getKey(), new Weights(Directions.kernels(read), Map.of()));
            }
        }
        return there;
    }

    private SequencedMap<Integer, Path> files() throws IOException {
        SequencedMap<Integer, Path> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                all.forEach(file -> {
                    Matcher name = NAME.matcher(file.getFileName().toString());
                    if (name.matches()) {
                        files.put(Integer.parseInt(name.group(1)), file);
                    }
                });
            }
        }
        return files;
    }

    private Path file(int epoch) {
        return folder.resolve(String.format(Locale.ROOT, "epoch-%04d.safetensors", epoch));
    }
}
