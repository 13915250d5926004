package penumbra.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import penumbra.file.AtomicFile;
import penumbra.file.Reason;
import penumbra.text.Texts;

/// All that a run is told: a value for each [RunOption], every one of them checked.
///
/// @param values in the order of the options
public record RunConfig(Map<RunOption, String> values) {

    public RunConfig {
        Map<RunOption, String> inOrder = new EnumMap<>(RunOption.class);
        inOrder.putAll(values);
        values = Collections.unmodifiableMap(inOrder);
        SequencedMap<RunOption, String> problems = problems(values);
        if (values.size() < RunOption.values().length || !problems.isEmpty()) {
            throw new IllegalArgumentException("no run: " + problems.values());
        }
    }

    /// What is said, and for everything else what is usual in its recipe.
    ///
    /// @throws RunException one sentence for each value that is wrong
    public static RunConfig of(Map<RunOption, String> said) throws RunException {
        SequencedMap<RunOption, String> problems = problems(said);
        if (!problems.isEmpty()) {
            throw new RunException(String.join("\n", problems.values()));
        }
        return new RunConfig(all(said));
    }

    private static Map<RunOption, String> all(Map<RunOption, String> said) {
        String recipe = said.getOrDefault(RunOption.RECIPE, RunOption.RECIPE.usual());
        Map<RunOption, String> all = new EnumMap<>(RunOption.class);
        for (RunOption option : RunOption.values()) {
            all.put(option, said.getOrDefault(option, option.usual(recipe)));
        }
        return all;
    }

    /// What a run learns with that is told this, right or not.
    public static Method method(Map<RunOption, String> said) {
        Map<String, String> arguments = new LinkedHashMap<>();
        all(said).forEach((option, value) -> arguments.put(option.key(), value));
        return Method.of(arguments);
    }

    /// One sentence for each value that is wrong; none when all are right.
    public static SequencedMap<RunOption, String> problems(Map<RunOption, String> said) {
        SequencedMap<RunOption, String> problems = new LinkedHashMap<>();
        Map<RunOption, String> inOrder = new EnumMap<>(RunOption.class);
        inOrder.putAll(said);
        inOrder.forEach((option, value) -> {
            if (!value.isEmpty() || !option.optional()) {
                option.kind()
                        .problem(value)
                        .ifPresent(p ->
                                problems.put(option, text("option.wrong", option.id(), value, p)));
            }
        });
        return problems;
    }

    /// What the run learns with.
    public Method method() {
        return method(values);
    }

    public String text(RunOption option) {
        return values.get(option);
    }

    public int whole(RunOption option) {
        return Integer.parseInt(text(option));
    }

    public double real(RunOption option) {
        return Double.parseDouble(text(option));
    }

    public boolean flag(RunOption option) {
        return Boolean.parseBoolean(text(option));
    }

    /// Threads inside an operation: as many as are asked for, else as the machine has.
    public int threads() {
        int asked = whole(RunOption.THREADS);
        return asked > 0 ? asked : Runtime.getRuntime().availableProcessors();
    }

    /// Empty when nothing is said.
    public Optional<Double> realIfSaid(RunOption option) {
        return Optional.of(text(option)).filter(v -> !v.isEmpty()).map(Double::valueOf);
    }

    /// Empty when nothing is said.
    public Optional<Path> place(RunOption option) {
        return Optional.of(text(option)).filter(v -> !v.isEmpty()).map(Path::of);
    }

    public Map<String, String> pairs(RunOption option) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text(option).split(" +")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                pairs.put(pair.substring(0, at), pair.substring(at + 1));
            }
        }
        return pairs;
    }

    /// The same with one value changed.
    ///
    /// @throws IllegalArgumentException if the option does not take it
    public RunConfig with(RunOption option, String value) {
        Map<RunOption, String> changed = new EnumMap<>(values);
        changed.put(option, value);
        return new RunConfig(changed);
    }

    /// The same with absolute paths, so that the run means the same from any folder.
    public RunConfig absolute() {
        Map<RunOption, String> placed = new EnumMap<>(values);
        for (RunOption option : RunOption.values()) {
            if (option.kind() instanceof OptionKind.Place) {
                place(option)
                        .ifPresent(
                                p -> placed.put(option, p.toAbsolutePath().normalize().toString()));
            }
        }
        return new RunConfig(placed);
    }

    /// The words with which `penumbra train` makes this run: what is not usual in its recipe.
    public List<String> words() {
        List<String> words = new ArrayList<>();
        values.forEach((option, value) -> {
            if (!value.equals(option.usual(text(RunOption.RECIPE))) || option == RunOption.RECIPE) {
                words.add("--" + option.id() + "=" + value);
            }
        });
        return words;
    }

    /// `args.yaml`: a line for each option.
    public String yaml() {
        StringBuilder lines = new StringBuilder();
        values.forEach((option, value) ->
                lines.append(option.key()).append(": ").append(scalar(option, value)).append('\n'));
        return lines.toString();
    }

    private static String scalar(RunOption option, String value) {
        boolean plain =
                switch (option.kind()) {
                    case OptionKind.Whole _, OptionKind.Real _, OptionKind.Flag _ -> true;
                    default -> value.matches("[A-Za-z][A-Za-z0-9_-]*");
                };
        return plain && !value.isEmpty() ? value : "'" + value.replace("'", "''") + "'";
    }

    /// @throws IOException if it cannot be written
    public void write(Path file) throws IOException {
        AtomicFile.write(file, yaml().getBytes(StandardCharsets.UTF_8));
    }

    /// Reads what [#write] wrote; keys that are no option are left out, as of a newer version.
    ///
    /// @throws RunException if the file cannot be read or holds a wrong value
    public static RunConfig read(Path file) throws RunException {
        Map<RunOption, String> said = new EnumMap<>(RunOption.class);
        try {
            Map<String, String> there = RunArguments.read(file);
            for (RunOption option : RunOption.values()) {
                if (there.containsKey(option.key())) {
                    said.put(option, there.get(option.key()));
                }
            }
        } catch (IOException e) {
            throw new RunException(text("config.unreadable", file, Reason.of(e)), e);
        }
        try {
            return of(said);
        } catch (RunException e) {
            throw new RunException(text("config.wrong", file, e.getMessage()), e);
        }
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(RunConfig.class, key, arguments);
    }
}
