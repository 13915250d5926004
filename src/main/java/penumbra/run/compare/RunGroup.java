package penumbra.run.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import penumbra.metric.TargetErrors;
import penumbra.run.Against;
import penumbra.run.KeypointPart;
import penumbra.run.Method;

/// Runs that were asked for the same but for their seed: repetitions of one method.
///
/// @param name the loss or maps, and what else tells this group from the others
/// @param settings those keys of `args.yaml` in which the groups differ, with this group's values;
///   empty where they say nothing about its method
/// @param runs at least one
public record RunGroup(String name, SequencedMap<String, String> settings, List<ComparedRun> runs) {

    /// What may differ between repetitions: it changes where and when, but not what is trained.
    private static final Set<String> APART =
            Set.of(
                    "seed",
                    "name",
                    "runs",
                    "resume",
                    "preview",
                    "threads",
                    "device",
                    "libtorch",
                    "cache",
                    "cache_size");

    /// What the name of a method says without its key.
    private static final Set<String> SAID_BY_METHOD = Set.of("loss", "head", "heatmap");

    public RunGroup {
        settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
        runs = List.copyOf(runs);
    }

    /// The groups of some runs, in the order of their first runs.
    public static List<RunGroup> of(List<ComparedRun> runs) {
        SequencedSet<String> keys = differing(runs);
        SequencedMap<SequencedMap<String, String>, List<ComparedRun>> groups =
                new LinkedHashMap<>();
        for (ComparedRun run : runs) {
            SequencedMap<String, String> settings = new LinkedHashMap<>();
            Method method = run.record().method();
            keys.forEach(k ->
                    settings.put(
                            k,
                            method.silent().contains(k)
                                    ? ""
                                    : run.record().config().getOrDefault(k, "")));
            groups.computeIfAbsent(settings, _ -> new ArrayList<>()).add(run);
        }
        return groups.entrySet().stream()
                .map(e ->
                        new RunGroup(
                                name(e.getValue().getFirst(), e.getKey()),
                                e.getKey(),
                                e.getValue()))
                .toList();
    }

    private static SequencedSet<String> differing(List<ComparedRun> runs) {
        SequencedSet<String> keys = new LinkedHashSet<>();
        for (ComparedRun run : runs) {
            keys.addAll(run.record().config().keySet());
        }
        keys.removeAll(APART);
        keys.removeIf(key ->
                runs.stream().map(r -> r.record().config().getOrDefault(key, "")).distinct().count()
                        == 1);
        return keys;
    }

    private static String name(ComparedRun first, Map<String, String> settings) {
        Method method = first.record().method();
        String loss = method.id().isEmpty() ? first.name() : method.id();
        String others =
                settings.entrySet().stream()
                        .filter(e -> !SAID_BY_METHOD.contains(e.getKey()))
                        .filter(e -> !method.silent().contains(e.getKey()))
                        .map(e -> e.getKey() + "=" + (e.getValue().isEmpty() ? "-" : e.getValue()))
                        .collect(Collectors.joining(" "));
        return others.isEmpty() ? loss : loss + " " + others;
    }

    /// The same with some keypoints only.
    RunGroup only(KeypointPart part) {
        return new RunGroup(name, settings, runs.stream().map(r -> r.only(part)).toList());
    }

    /// A value of its runs.
    public Spread spread(ToDoubleFunction<ComparedRun> value) {
        return Spread.of(runs.stream().mapToDouble(value).toArray());
    }

    /// The errors of all its runs.
    public List<TargetErrors> errors(Against against) {
        return runs.stream().flatMap(r -> r.errors(against).stream()).toList();
    }
}
