package penumbra.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import penumbra.loss.PoseTerms;
import penumbra.text.Texts;

/// What a sweep varies, level by level.
public record SweepAxis(List<Level> levels) {

    /// What a run's [Method] says by itself.
    private static final Set<RunOption> METHOD =
            Set.of(RunOption.HEAD, RunOption.HEATMAP, RunOption.LOSS);

    private static final String HEATMAP = "heatmap";

    /// One choice.
    ///
    /// @param label part of the names of its runs; may be empty
    /// @param said options that it sets
    public record Level(String label, Map<RunOption, String> said) {

        public Level {
            said = Map.copyOf(said);
        }
    }

    public SweepAxis {
        levels = List.copyOf(levels);
    }

    /// The values of an option. Of [RunOption#GAINS] a number is the gain of the keypoint term
    /// itself.
    public static SweepAxis of(RunOption option, List<String> values) {
        return new SweepAxis(values.stream().map(v -> level(option, v)).toList());
    }

    private static Level level(RunOption option, String value) {
        boolean gain = option == RunOption.GAINS && value.matches("[0-9.eE+-]+");
        return new Level(
                METHOD.contains(option) ? "" : value,
                Map.of(gain ? RunOption.POSE : option, value));
    }

    /// Whole methods: ids of keypoint losses of the pose head and of the heat-map head's maps, each
    /// with options of its own behind it where wanted: `adaanchor+anchors=nearest`.
    ///
    /// @throws RunException naming a method or option that is none
    public static SweepAxis presets(List<String> presets) throws RunException {
        List<Level> levels = new ArrayList<>();
        for (String preset : presets) {
            levels.add(preset(preset));
        }
        return new SweepAxis(levels);
    }

    private static Level preset(String preset) throws RunException {
        String[] parts = preset.split("\\+", -1);
        Map<RunOption, String> said = new EnumMap<>(RunOption.class);
        said.putAll(method(parts[0]));
        List<String> label = new ArrayList<>();
        for (String part : List.of(parts).subList(1, parts.length)) {
            String[] pair = part.split("=", 2);
            Optional<RunOption> option = RunOption.byId(pair[0]).filter(RunOption::mayVary);
            if (option.isEmpty() || pair.length < 2) {
                throw new RunException(text("sweep.part", preset, part));
            }
            said.put(option.get(), pair[1]);
            label.add(pair[1]);
        }
        return new Level(String.join("-", label), said);
    }

    private static Map<RunOption, String> method(String id) throws RunException {
        if (RunOption.HEATMAP.kind().problem(id).isEmpty()) {
            return Map.of(RunOption.HEAD, HEATMAP, RunOption.HEATMAP, id);
        }
        if (RunOption.LOSS.kind().problem(id).isEmpty()) {
            return Map.of(RunOption.HEAD, "pose", RunOption.LOSS, id);
        }
        throw new RunException(text("sweep.preset", id, String.join(" ", presets())));
    }

    /// Ids of all methods.
    private static List<String> presets() {
        List<String> ids = new ArrayList<>(PoseTerms.IDS);
        if (RunOption.HEATMAP.kind() instanceof OptionKind.Choice(List<String> maps)) {
            ids.addAll(maps);
        }
        return ids;
    }

    /// The options that any level sets.
    public Set<RunOption> options() {
        return levels.stream().flatMap(l -> l.said().keySet().stream()).collect(Collectors.toSet());
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(SweepAxis.class, key, arguments);
    }
}
