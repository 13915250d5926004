package penumbra.run.compare;

import java.util.ArrayList;
import java.util.List;
import penumbra.run.Against;
import penumbra.run.KeypointPart;
import penumbra.run.RunRecord;

/// Several runs compared: who they are, which methods they repeat, who is better by what, and what
/// a reader has to know before believing it.
///
/// @param groups one for each method
/// @param rankings by clean truth first, where it is known; of visible and hidden keypoints apart
///   at the end, where there are hidden ones
/// @param pairs every two methods, by error and by area under the curve, against the cleanest
///   reference that is known
/// @param remarks one sentence each
public record Comparison(
        List<RunGroup> groups,
        List<Ranking> rankings,
        List<Difference> pairs,
        List<String> remarks) {

    public Comparison {
        groups = List.copyOf(groups);
        rankings = List.copyOf(rankings);
        pairs = List.copyOf(pairs);
        remarks = List.copyOf(remarks);
    }

    /// Reads the plates of each run's best epoch and compares.
    public static Comparison of(List<RunRecord> runs, PairedBootstrap bootstrap) {
        List<RunGroup> groups = RunGroup.of(runs.stream().map(ComparedRun::of).toList());
        List<Ranking> rankings = new ArrayList<>();
        for (Against against : references(groups)) {
            for (Measure measure : Measure.values()) {
                add(rankings, groups, measure, against, KeypointPart.ALL, bootstrap);
            }
        }
        if (knowsHidden(groups)) {
            Against cleanest = references(groups).getFirst();
            for (KeypointPart part : List.of(KeypointPart.VISIBLE, KeypointPart.OCCLUDED)) {
                for (Measure measure : List.of(Measure.RMSE, Measure.AUC)) {
                    add(rankings, groups, measure, cleanest, part, bootstrap);
                }
            }
        }
        List<Difference> pairs = pairs(groups, bootstrap);
        return new Comparison(groups, rankings, pairs, Remarks.of(groups, pairs));
    }

    private static void add(
            List<Ranking> rankings,
            List<RunGroup> groups,
            Measure measure,
            Against against,
            KeypointPart part,
            PairedBootstrap bootstrap) {
        Ranking ranking = Ranking.of(groups, measure, against, part, bootstrap);
        if (!ranking.places().isEmpty()) {
            rankings.add(ranking);
        }
    }

    private static boolean knowsHidden(List<RunGroup> groups) {
        return groups.stream()
                .map(g -> g.only(KeypointPart.OCCLUDED))
                .flatMap(g -> g.runs().stream())
                .anyMatch(r -> r.keypoints() > 0);
    }

    /// Whether hidden keypoints are told from visible ones.
    public boolean knowsHidden() {
        return knowsHidden(groups);
    }

    /// All runs of all groups.
    public List<ComparedRun> runs() {
        return groups.stream().flatMap(g -> g.runs().stream()).toList();
    }

    /// What errors can be measured against, the cleanest first.
    public List<Against> references() {
        return references(groups);
    }

    private static List<Against> references(List<RunGroup> groups) {
        boolean truth =
                groups.stream()
                        .flatMap(g -> g.runs().stream())
                        .flatMap(r -> r.plates().stream())
                        .anyMatch(p -> p.truth().isPresent());
        return truth ? List.of(Against.TRUTH, Against.LABELS) : List.of(Against.LABELS);
    }

    private static List<Difference> pairs(List<RunGroup> groups, PairedBootstrap bootstrap) {
        Against against = references(groups).getFirst();
        List<Difference> pairs = new ArrayList<>();
        for (Measure measure : List.of(Measure.RMSE, Measure.AUC)) {
            for (int a = 0; a < groups.size(); a++) {
                for (int b = a + 1; b < groups.size(); b++) {
                    bootstrap
                            .difference(groups.get(a), groups.get(b), measure, against)
                            .ifPresent(pairs::add);
                }
            }
        }
        return pairs;
    }
}
