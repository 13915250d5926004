package penumbra.run.compare;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import penumbra.run.Against;
import penumbra.run.EpochMeasure;
import penumbra.run.KeypointPart;

/// A comparison as numbers with all their digits, for other programs: column names are the same in
/// every language, a missing value is an empty field.
public final class ComparisonCsv {

    private ComparisonCsv() {}

    /// A row for each run: its method, the settings in which methods differ, and all that its best
    /// epoch told.
    public static String runs(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("run", "method", "seed", "state"));
        head.addAll(comparison.groups().getFirst().settings().keySet());
        head.addAll(List.of("epochs", "best_epoch", "seconds"));
        for (EpochMeasure measure : EpochMeasure.values()) {
            for (Against against : references(measure)) {
                head.add(measure.isOfErrors() ? measure.id() + "_" + id(against) : measure.id());
            }
        }
        head.addAll(List.of("rmse_x100_labels", "rmse_x100_truth"));
        rows.add(head);
        for (RunGroup group : comparison.groups()) {
            for (ComparedRun run : group.runs()) {
                rows.add(row(group, run));
            }
        }
        return written(rows);
    }

    private static List<String> row(RunGroup group, ComparedRun run) {
        List<String> row = new ArrayList<>();
        row.add(run.name());
        row.add(group.name());
        row.add(run.record().argument("seed").orElse(""));
        row.add(run.record().history().state().name().toLowerCase(Locale.ROOT));
        row.addAll(group.settings().values());
        row.add(Integer.toString(run.epochs()));
        row.add(run.best().map(e -> Integer.toString(e.epoch())).orElse(""));
        row.add(number(run.record().history().seconds()));
        for (EpochMeasure measure : EpochMeasure.values()) {
            for (Against against : references(measure)) {
                row.add(number(run.measure(measure, against)));
            }
        }
        row.add(number(run.normalisedRmse(Against.LABELS)));
        row.add(number(run.normalisedRmse(Against.TRUTH)));
        return row;
    }

    /// A row for each ranking's differences to its first, and for every two methods.
    public static String differences(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "first",
                        "second",
                        "keypoints",
                        "measure",
                        "unit",
                        "against",
                        "of_first",
                        "of_second",
                        "difference",
                        "networks_low",
                        "networks_high",
                        "method_low",
                        "method_high",
                        "distinguishable",
                        "pairs",
                        "same_seeds",
                        "pictures",
                        "plates"));
        for (Ranking ranking : comparison.rankings()) {
            ranking.places().stream()
                    .flatMap(p -> p.toBest().stream())
                    .forEach(d -> rows.add(row(d, ranking.part())));
        }
        comparison.pairs().forEach(d -> rows.add(row(d, KeypointPart.ALL)));
        return written(rows);
    }

    private static List<String> row(Difference d, KeypointPart part) {
        Optional<Interval> method = d.method();
        return List.of(
                d.first(),
                d.second(),
                part.id(),
                d.measure().id(),
                d.measure().unit(),
                id(d.against()),
                number(d.ofFirst()),
                number(d.ofSecond()),
                number(d.estimate()),
                number(d.networks().low()),
                number(d.networks().high()),
                method.map(i -> number(i.low())).orElse(""),
                method.map(i -> number(i.high())).orElse(""),
                Boolean.toString(d.isDistinguishable()),
                Integer.toString(d.pairs()),
                Boolean.toString(d.sameSeeds()),
                Integer.toString(d.pictures()),
                Integer.toString(d.plates()));
    }

    private static List<Against> references(EpochMeasure measure) {
        return measure.isOfErrors()
                ? List.of(Against.LABELS, Against.TRUTH)
                : List.of(Against.LABELS);
    }

    private static String id(Against against) {
        return against.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String written(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
