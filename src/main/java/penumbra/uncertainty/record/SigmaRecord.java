package penumbra.uncertainty.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import penumbra.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sigmas that a run trained with and the losses that moved them, epoch by epoch.
///
/// @param epochs ascending, at least one
public record SigmaRecord(List<Epoch> epochs) {

    private static final String CELLS = "cells";

    /// Longer runs are refused.
    public static final int MOST_EPOCHS = 10_000;

    /// @param number as the run counts, from 1; older records from 0
    /// @param keypoints in schema order
    public record Epoch(int number, List<State> keypoints) {

        public Epoch {
            keypoints = List.copyOf(keypoints);
        }
    }

    /// One keypoint in an epoch.
    ///
    /// @param sigma that the epoch was trained with, heat-map cells, above 0
    /// @param loss its mean over the epoch; NaN when no sample had the keypoint labelled
    public record State(double sigma, double loss) {}

    /// @throws IllegalArgumentException without an epoch
    public SigmaRecord {
        epochs = List.copyOf(epochs);
        if (epochs.isEmpty()) {
            throw new IllegalArgumentException("a record has one epoch at least");
        }
    }

    /// Reads the events of a run: of one JSON object a line those whose `event` is `sigma` and
    /// whose `unit`, where they have one, is `cells`. An epoch that comes again, as after a resume,
    /// counts as it came last, and what had come after it no more. A last line without an end is
    /// still being written, and left out.
    ///
    /// @throws IOException in one sentence, with file and line
    public static SigmaRecord read(Path file) throws IOException {
        String text = Files.readString(file);
        List<String> lines = text.lines().toList();
        int whole = text.endsWith("\n") ? lines.size() : lines.size() - 1;
        TreeMap<Integer, Epoch> epochs = new TreeMap<>();
        for (int i = 0; i < whole; i++) {
            JsonNode event = parsed(file, i + 1, lines.get(i));
            if (event.path("event").asString("").equals("sigma")
                    && event.path("unit").asString(CELLS).equals(CELLS)) {
                Epoch epoch = epoch(file, i + 1, event);
                epochs.tailMap(epoch.number(), true).clear();
                epochs.put(epoch.number(), epoch);
            }
        }
        require(!epochs.isEmpty(), "sigma.none", file);
        return new SigmaRecord(List.copyOf(epochs.values()));
    }

    private static JsonNode parsed(Path file, int line, String text) throws IOException {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new RecordException(Texts.of(SigmaRecord.class, "sigma.json", file, line), e);
        }
    }

    private static Epoch epoch(Path file, int line, JsonNode event) throws IOException {
        JsonNode number = event.path("epoch");
        boolean counted =
                number.isInt() && number.intValue() >= 0 && number.intValue() < MOST_EPOCHS;
        require(counted, "sigma.epoch", file, line, MOST_EPOCHS - 1);
        List<State> states = new ArrayList<>();
        for (JsonNode keypoint : event.path("keypoints")) {
            JsonNode sigma = keypoint.path("sigma");
            JsonNode loss = keypoint.path("loss");
            require(sigma.isNumber() && sigma.doubleValue() > 0, "sigma.sigma", file, line);
            boolean none = loss.isNull() || loss.asString("").equals("NaN");
            require(loss.isNumber() || none, "sigma.loss", file, line);
            states.add(new State(sigma.doubleValue(), none ? Double.NaN : loss.doubleValue()));
        }
        require(!states.isEmpty(), "sigma.keypoints", file, line);
        return new Epoch(number.intValue(), states);
    }

    private static void require(boolean holds, String key, Object... arguments) throws IOException {
        if (!holds) {
            throw new RecordException(Texts.of(SigmaRecord.class, key, arguments));
        }
    }

    /// A keypoint's states, epoch by epoch; beyond the last keypoint those of the last.
    public List<State> of(int keypoint) {
        return epochs.stream()
                .map(e -> e.keypoints().get(Math.min(keypoint, e.keypoints().size() - 1)))
                .toList();
    }
}
