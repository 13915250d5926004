package penumbra.run.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import penumbra.run.Against;
import penumbra.run.EpochMeasure;
import penumbra.run.KeypointPart;
import penumbra.text.Texts;

/// A comparison as tables.
public final class Tables {

    private static final int DIGITS = 3;

    private Tables() {}

    /// All of them, in the order in which they are read.
    public static List<Table> of(Comparison comparison) {
        List<Table> tables = new ArrayList<>();
        tables.add(scores(comparison));
        comparison.references().forEach(against -> tables.add(errors(comparison, against)));
        tables.add(PartTable.of(comparison));
        tables.add(CostTable.of(comparison));
        comparison.rankings().forEach(r -> tables.add(ranking(r)));
        tables.add(pairs(comparison));
        tables.add(settings(comparison));
        tables.add(runs(comparison));
        return tables;
    }

    /// What fits on a page of words: errors against the cleanest reference, by visibility, what
    /// steps cost, and who is first by error and by area under the curve, with intervals.
    public static List<Table> summary(Comparison comparison) {
        Against cleanest = comparison.references().getFirst();
        List<Table> tables = new ArrayList<>();
        tables.add(errors(comparison, cleanest));
        tables.add(PartTable.of(comparison));
        tables.add(CostTable.of(comparison));
        comparison.rankings().stream()
                .filter(r -> r.against() == cleanest)
                .filter(r -> r.measure() == Measure.RMSE || r.measure() == Measure.AUC)
                .forEach(r -> tables.add(ranking(r)));
        return tables;
    }

    /// \[S0\] table I: average precision of the keypoints at each run's best epoch, mean and
    /// deviation over its seeds.
    public static Table scores(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        for (RunGroup group : comparison.groups()) {
            String map = score(group, EpochMeasure.POSE_MAP);
            rows.add(
                    List.of(
                            group.name(),
                            Integer.toString(group.runs().size()),
                            Table.number(group.spread(ComparedRun::epochs), 0),
                            Table.number(group.spread(Tables::bestEpoch), 0),
                            map,
                            score(group, EpochMeasure.POSE_MAP50),
                            score(group, EpochMeasure.POSE_MAP75),
                            map,
                            score(group, EpochMeasure.BOX_MAP)));
        }
        return new Table(
                "scores",
                text("scores.title"),
                text("scores.note"),
                List.of(
                        text("method"),
                        text("seeds"),
                        text("epochs"),
                        text("best"),
                        "mAP",
                        "mAP50",
                        "mAP75",
                        "mAP50-95",
                        text("boxes")),
                rows);
    }

    /// \[S0\] table II and the errors behind it.
    public static Table errors(Comparison comparison, Against against) {
        List<List<String>> rows = new ArrayList<>();
        for (RunGroup group : comparison.groups()) {
            rows.add(
                    List.of(
                            group.name(),
                            Table.number(group.spread(r -> r.normalisedRmse(against)), 4),
                            error(group, EpochMeasure.RMSE, against),
                            error(group, EpochMeasure.MEDIAN, against),
                            error(group, EpochMeasure.ALONG, against),
                            error(group, EpochMeasure.ACROSS, against),
                            error(group, EpochMeasure.NME, against),
                            error(group, EpochMeasure.AUC, against),
                            error(group, EpochMeasure.FAILURES, against),
                            error(group, EpochMeasure.FOUND, against)));
        }
        return new Table(
                "errors-" + key(against),
                text("errors.title", against.words()),
                text("errors.note"),
                List.of(
                        text("method"),
                        text("errors.rmse100"),
                        text("errors.rmse"),
                        text("errors.median"),
                        text("errors.along"),
                        text("errors.across"),
                        text("errors.nme"),
                        text("errors.auc"),
                        text("errors.failures"),
                        text("errors.found")),
                rows);
    }

    public static Table ranking(Ranking ranking) {
        List<List<String>> rows = new ArrayList<>();
        for (Ranking.Place place : ranking.places()) {
            rows.add(
                    List.of(
                            place.group().name(),
                            Table.number(place.value(), DIGITS),
                            place.toBest().map(d -> Table.number(d.estimate(), DIGITS)).orElse(""),
                            place.toBest().map(d -> Table.number(d.networks(), DIGITS)).orElse(""),
                            place.toBest().map(Tables::method).orElse(""),
                            place.toBest().map(Difference::verdict).orElse("")));
        }
        return new Table(
                "ranking-"
                        + ranking.measure().id()
                        + "-"
                        + key(ranking.against())
                        + (ranking.part() == KeypointPart.ALL ? "" : "-" + ranking.part().id()),
                text(
                        "ranking.title",
                        ranking.measure().title(),
                        unit(ranking.measure()),
                        ranking.part() == KeypointPart.ALL
                                ? ranking.against().words()
                                : ranking.part().words() + ", " + ranking.against().words()),
                text("ranking.note"),
                List.of(
                        text("method"),
                        ranking.measure().title(),
                        text("ranking.difference"),
                        text("interval.networks"),
                        text("interval.method"),
                        text("verdict")),
                rows);
    }

    /// Every two methods.
    public static Table pairs(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        for (Difference d : comparison.pairs()) {
            rows.add(
                    List.of(
                            text("pairs.of", d.first(), d.second()),
                            text(
                                    "pairs.measure",
                                    d.measure().title(),
                                    unit(d.measure()),
                                    d.against().words()),
                            Table.number(d.estimate(), DIGITS),
                            Table.number(d.networks(), DIGITS),
                            method(d),
                            text("pairs.count", d.pairs(), d.pictures(), d.plates()),
                            d.verdict()));
        }
        return new Table(
                "pairs",
                text("pairs.title"),
                text("pairs.note"),
                List.of(
                        text("pairs.methods"),
                        text("pairs.by"),
                        text("ranking.difference"),
                        text("interval.networks"),
                        text("interval.method"),
                        text("pairs.from"),
                        text("verdict")),
                rows);
    }

    /// In what the methods differ, by the keys of `args.yaml`.
    public static Table settings(Comparison comparison) {
        List<String> columns = new ArrayList<>(List.of(text("method")));
        columns.addAll(comparison.groups().getFirst().settings().keySet());
        List<List<String>> rows = new ArrayList<>();
        for (RunGroup group : comparison.groups()) {
            List<String> row = new ArrayList<>(List.of(group.name()));
            row.addAll(group.settings().values());
            rows.add(row);
        }
        return new Table("settings", text("settings.title"), text("settings.note"), columns, rows);
    }

    public static Table runs(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        for (RunGroup group : comparison.groups()) {
            for (ComparedRun run : group.runs()) {
                rows.add(
                        List.of(
                                run.name(),
                                group.name(),
                                run.record().argument("seed").orElse(""),
                                run.record().history().state().words(),
                                Integer.toString(run.epochs()),
                                Table.number(bestEpoch(run), 0),
                                Table.number(run.record().history().seconds() / 60, 1),
                                run.record().notes()));
            }
        }
        return new Table(
                "runs",
                text("runs.title"),
                "",
                List.of(
                        text("runs.run"),
                        text("method"),
                        text("runs.seed"),
                        text("runs.state"),
                        text("epochs"),
                        text("best"),
                        text("runs.minutes"),
                        text("runs.notes")),
                rows);
    }

    private static String method(Difference difference) {
        return difference
                .method()
                .map(i -> Table.number(i, DIGITS))
                .orElse(text("interval.one-seed"));
    }

    private static String score(RunGroup group, EpochMeasure measure) {
        return Table.number(group.spread(r -> r.measure(measure, Against.LABELS)), DIGITS);
    }

    private static String error(RunGroup group, EpochMeasure measure, Against against) {
        return Table.number(group.spread(r -> r.measure(measure, against)), DIGITS);
    }

    private static double bestEpoch(ComparedRun run) {
        return run.best().map(e -> (double) e.epoch()).orElse(Double.NaN);
    }

    private static String unit(Measure measure) {
        return measure.unit().equals("1") ? text("unit.share") : measure.unit();
    }

    private static String key(Against against) {
        return against.name().toLowerCase(Locale.ROOT);
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Tables.class, key, arguments);
    }
}
