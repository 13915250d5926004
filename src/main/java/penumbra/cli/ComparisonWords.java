package penumbra.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import penumbra.run.compare.Comparison;
import penumbra.run.compare.Difference;
import penumbra.run.compare.Ranking;
import penumbra.run.compare.RunGroup;
import penumbra.run.compare.Spread;
import penumbra.run.compare.Tables;

/// What the command line says of a comparison.
record ComparisonWords(Console console) {

    /// What `--json` prints.
    private record Said(
            Path report,
            List<Method> methods,
            List<Rank> rankings,
            List<Difference> pairs,
            List<String> remarks) {}

    private record Method(String name, List<String> runs) {

        static Method of(RunGroup group) {
            return new Method(group.name(), group.runs().stream().map(run -> run.name()).toList());
        }
    }

    private record Rank(String measure, String against, List<Place> places) {

        static Rank of(Ranking ranking) {
            return new Rank(
                    ranking.measure().id(),
                    ranking.against().name().toLowerCase(Locale.ROOT),
                    ranking.places().stream()
                            .map(p ->
                                    new Place(p.group().name(), p.value(), p.toBest().orElse(null)))
                            .toList());
        }
    }

    /// @param toBest null for the best itself
    private record Place(String method, Spread value, Difference toBest) {}

    void say(Comparison comparison, Path report, boolean json) {
        if (json) {
            console.json(
                    new Said(
                            report,
                            comparison.groups().stream().map(Method::of).toList(),
                            comparison.rankings().stream().map(Rank::of).toList(),
                            comparison.pairs(),
                            comparison.remarks()));
            return;
        }
        new TableLines(Tables.scores(comparison)).print(console);
        comparison
                .references()
                .forEach(against ->
                        new TableLines(Tables.errors(comparison, against)).print(console));
        comparison.rankings().stream()
                .limit(2)
                .forEach(ranking -> new TableLines(Tables.ranking(ranking)).print(console));
        comparison.remarks().forEach(console::line);
        console.line("");
        console.say("runs.report", report.resolve("report.html"));
    }
}
