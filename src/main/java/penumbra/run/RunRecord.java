package penumbra.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import penumbra.file.Reason;
import penumbra.text.Texts;

/// A run as its folder tells it.
///
/// @param config `args.yaml`: keys and values as text, empty where the file is missing or damaged
/// @param notes of a person, empty when there are none
/// @param damage one sentence for each thing that could not be read
public record RunRecord(
        RunFolder folder,
        SequencedMap<String, String> config,
        RunHistory history,
        String notes,
        List<String> damage) {

    public RunRecord {
        config = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(config));
        damage = List.copyOf(damage);
    }

    /// Reads what is there; what is missing or damaged is named in `damage` and left out.
    ///
    /// @throws IOException if `events.jsonl` is there and cannot be read at all
    public static RunRecord read(RunFolder folder) throws IOException {
        List<String> damage = new ArrayList<>();
        SequencedMap<String, String> config = new LinkedHashMap<>();
        try {
            config.putAll(RunArguments.read(folder.arguments()));
        } catch (RunException e) {
            damage.add(Texts.of(RunRecord.class, "record.yaml", folder.arguments()));
        } catch (IOException e) {
            damage.add(
                    Texts.of(
                            RunRecord.class, "record.arguments", folder.arguments(), Reason.of(e)));
        }
        EventTail.News news = EventTail.all(folder.events());
        damage.addAll(news.damage());
        String notes = Files.exists(folder.notes()) ? Files.readString(folder.notes()) : "";
        return new RunRecord(folder, config, RunHistory.of(news.events()), notes.strip(), damage);
    }

    public String name() {
        return folder.name();
    }

    /// The value of that key; empty when it is missing or says nothing.
    public Optional<String> argument(String key) {
        return Optional.ofNullable(config.get(key)).filter(v -> !v.isEmpty());
    }

    /// Id of the keypoint loss of the pose head; empty with heat maps, whatever stands there, and
    /// when `args.yaml` does not say.
    public Optional<String> loss() {
        return preset().isPresent() ? Optional.empty() : argument("loss");
    }

    /// What the run learns with.
    public Method method() {
        return Method.of(config);
    }

    /// Id of the preset of a network that draws heat maps; empty for the pose head.
    public Optional<String> preset() {
        return argument("head").filter("heatmap"::equals).flatMap(_ -> argument("heatmap"));
    }

    public OptionalInt seed() {
        return whole("seed");
    }

    /// Side of the network's input, px.
    public OptionalInt inputSide() {
        return whole("imgsz");
    }

    /// Side of a cell of the heat maps, input px.
    public int cell() {
        return whole("map_stride").orElse(Integer.parseInt(RunOption.MAP_STRIDE.usual()));
    }

    private OptionalInt whole(String key) {
        return argument(key)
                .filter(v -> v.matches("[0-9]{1,9}"))
                .map(v -> OptionalInt.of(Integer.parseInt(v)))
                .orElse(OptionalInt.empty());
    }
}
