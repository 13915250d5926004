package penumbra.run.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import penumbra.run.RunHistory.State;
import penumbra.text.Texts;

/// What a reader has to know before believing a comparison.
final class Remarks {

    private static final Set<State> ENDED = Set.of(State.COMPLETED, State.PATIENCE);

    /// From here on one of the intervals is likely to miss by chance alone.
    private static final int MANY = 6;

    private Remarks() {}

    static List<String> of(List<RunGroup> groups, List<Difference> pairs) {
        List<String> remarks = new ArrayList<>();
        List<ComparedRun> runs = groups.stream().flatMap(g -> g.runs().stream()).toList();
        runs.forEach(run -> remarks.addAll(run.lacks()));
        for (ComparedRun run : runs) {
            State state = run.record().history().state();
            if (!ENDED.contains(state)) {
                remarks.add(text("remark.state", run.name(), state.words(), run.epochs()));
            }
        }
        String alone =
                groups.stream()
                        .filter(g -> g.runs().size() == 1)
                        .map(RunGroup::name)
                        .collect(Collectors.joining(", "));
        if (!alone.isEmpty()) {
            remarks.add(text("remark.seeds", alone));
        }
        if (differ(runs, "loss") && runs.stream().anyMatch(r -> !isMatched(r))) {
            remarks.add(text("remark.gains"));
        }
        if (differ(runs, "data")) {
            remarks.add(text("remark.data"));
        }
        if (pairs.stream().anyMatch(d -> !d.sameSeeds())) {
            remarks.add(text("remark.unlike-seeds"));
        }
        if (pairs.size() >= MANY) {
            remarks.add(text("remark.many", pairs.size()));
        }
        remarks.add(text("remark.best"));
        return remarks;
    }

    private static boolean isMatched(ComparedRun run) {
        return run.record().argument("gains").filter("matched"::equals).isPresent();
    }

    private static boolean differ(List<ComparedRun> runs, String key) {
        return runs.stream().map(r -> r.record().argument(key)).distinct().count() > 1;
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Remarks.class, key, arguments);
    }
}
