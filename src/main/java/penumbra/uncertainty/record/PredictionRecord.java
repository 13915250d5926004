package penumbra.uncertainty.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.file.AtomicFile;
import penumbra.geometry.Point;
import penumbra.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a network said of the keypoints of one picture, cell by cell: the maps from which AdaAnchor
/// chooses.
///
/// @param picture file name; empty when it is not said
/// @param side longer side of the network's input, px
/// @param stride input px of a cell
/// @param width columns of the maps
/// @param height rows
/// @param keypoints maps of each keypoint in schema order; empty where the network has none
public record PredictionRecord(
        String picture,
        int side,
        int stride,
        int width,
        int height,
        List<Optional<Maps>> keypoints) {

    private static final int MOST_CELLS = 1 << 20;

    /// Of one keypoint, row by row.
    ///
    /// @param confidence c, 0 to 1
    /// @param offsets from each cell to where it says the keypoint is, cells
    /// @param local the second offset map, by which a coarse point is refined, cells; 0 without one
    public record Maps(List<Double> confidence, List<Point> offsets, List<Point> local) {

        public Maps {
            confidence = List.copyOf(confidence);
            offsets = List.copyOf(offsets);
            local = List.copyOf(local);
        }
    }

    public PredictionRecord {
        keypoints = List.copyOf(keypoints);
    }

    /// Whether it is of that picture, or does not say of which.
    ///
    /// @param path with forward slashes
    public boolean isOf(String path) {
        return picture.isEmpty() || picture.equals(path.substring(path.lastIndexOf('/') + 1));
    }

    /// Reads one JSON document.
    ///
    /// @throws IOException in one sentence, with file and what it lacks
    public static PredictionRecord read(Path file) throws IOException {
        JsonNode root = parsed(file);
        int side = whole(file, root, "side");
        int stride = whole(file, root, "stride");
        int width = whole(file, root, "width");
        int height = whole(file, root, "height");
        if ((long) width * height > MOST_CELLS) {
            throw refusal("prediction.large", file, MOST_CELLS);
        }
        List<Optional<Maps>> keypoints = new ArrayList<>();
        for (JsonNode keypoint : root.path("keypoints")) {
            keypoints.add(
                    keypoint.isNull()
                            ? Optional.empty()
                            : Optional.of(maps(file, keypoint, width * height)));
        }
        if (keypoints.stream().allMatch(Optional::isEmpty)) {
            throw refusal("prediction.keypoints", file);
        }
        String picture = root.path("picture").asString("");
        return new PredictionRecord(picture, side, stride, width, height, keypoints);
    }

    /// Writes what [#read] reads.
    public void write(Path file) throws IOException {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("picture", picture);
        root.put("side", side);
        root.put("stride", stride);
        root.put("width", width);
        root.put("height", height);
        List<Map<String, List<Double>>> maps = new ArrayList<>();
        keypoints.forEach(k -> maps.add(k.map(PredictionRecord::numbers).orElse(null)));
        root.put("keypoints", maps);
        AtomicFile.write(file, JsonMapper.shared().writeValueAsBytes(root));
    }

    private static Map<String, List<Double>> numbers(Maps maps) {
        Map<String, List<Double>> numbers = new LinkedHashMap<>();
        numbers.put("confidence", maps.confidence());
        numbers.put("dx", maps.offsets().stream().map(Point::x).toList());
        numbers.put("dy", maps.offsets().stream().map(Point::y).toList());
        numbers.put("localDx", maps.local().stream().map(Point::x).toList());
        numbers.put("localDy", maps.local().stream().map(Point::y).toList());
        return numbers;
    }

    private static JsonNode parsed(Path file) throws IOException {
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new RecordException(Texts.of(PredictionRecord.class, "prediction.json", file), e);
        }
    }

    private static int whole(Path file, JsonNode root, String name) throws IOException {
        JsonNode value = root.path(name);
        if (!value.isInt() || value.intValue() < 1) {
            throw refusal("prediction.whole", file, name);
        }
        return value.intValue();
    }

    private static Maps maps(Path file, JsonNode keypoint, int cells) throws IOException {
        List<Double> confidence = numbers(file, keypoint, "confidence", cells);
        if (confidence.stream().anyMatch(c -> c < 0 || c > 1)) {
            throw refusal("prediction.confidence", file);
        }
        List<Point> offsets = points(file, keypoint, "dx", "dy", cells);
        boolean refined = keypoint.has("localDx") || keypoint.has("localDy");
        List<Point> local =
                refined
                        ? points(file, keypoint, "localDx", "localDy", cells)
                        : offsets.stream().map(_ -> new Point(0, 0)).toList();
        return new Maps(confidence, offsets, local);
    }

    private static List<Point> points(Path file, JsonNode of, String dx, String dy, int cells)
            throws IOException {
        List<Double> xs = numbers(file, of, dx, cells);
        List<Double> ys = numbers(file, of, dy, cells);
        List<Point> points = new ArrayList<>(cells);
        for (int i = 0; i < cells; i++) {
            points.add(new Point(xs.get(i), ys.get(i)));
        }
        return points;
    }

    private static List<Double> numbers(Path file, JsonNode of, String name, int cells)
            throws IOException {
        List<Double> numbers = new ArrayList<>(cells);
        for (JsonNode number : of.path(name)) {
            if (!number.isNumber() || !Double.isFinite(number.doubleValue())) {
                throw refusal("prediction.number", file, name);
            }
            numbers.add(number.doubleValue());
        }
        if (numbers.size() != cells) {
            throw refusal("prediction.cells", file, name, numbers.size(), cells);
        }
        return numbers;
    }

    private static IOException refusal(String key, Object... arguments) {
        return new RecordException(Texts.of(PredictionRecord.class, key, arguments));
    }
}
