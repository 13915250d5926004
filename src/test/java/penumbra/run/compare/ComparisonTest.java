package penumbra.run.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.run.Against;
import penumbra.run.EpochMeasure;
import penumbra.run.MadeUpRun;
import penumbra.run.RunFolder;
import penumbra.run.RunRecord;

class ComparisonTest {

    @TempDir static Path folder;
    private static final Locale BEFORE = Locale.getDefault();
    private static Comparison compared;

    private static RunRecord run(String name, MadeUpRun run) throws IOException {
        return RunRecord.read(run.into(folder.resolve(name)));
    }

    @BeforeAll
    static void threeSeedsOfTwoLosses() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        List<RunRecord> runs = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            runs.add(run("l1-" + seed, new MadeUpRun("l1", seed, 2, 0.1, 10, 30)));
            runs.add(run("helium-" + seed, new MadeUpRun("helium", seed, 1, 0.1, 10, 30)));
        }
        compared = Comparison.of(runs, new PairedBootstrap(500, 1));
    }

    @AfterAll
    static void back() {
        Locale.setDefault(BEFORE);
    }

    @Test
    void runsThatDifferInNothingButTheirSeedAreOneMethod() {
        assertThat(compared.groups()).extracting(RunGroup::name).containsExactly("l1", "helium");
        for (RunGroup group : compared.groups()) {
            assertThat(group.runs()).hasSize(3);
            assertThat(group.settings()).containsOnlyKeys("loss");
        }
        assertThat(compared.runs()).hasSize(6);
    }

    @Test
    void anySettingThatDiffersTellsMethodsApartAndStandsInTheirNames() throws IOException {
        RunRecord one = run("gain-1", new MadeUpRun("l1", 0, 2, 0.1, 2, 3));
        RunRecord two = run("gain-2", new MadeUpRun("l1", 0, 2, 0.1, 2, 3));
        String arguments = Files.readString(two.folder().arguments());
        Files.writeString(
                two.folder().arguments(), arguments.replace("matched", "own") + "pose: 3\n");
        List<RunGroup> groups =
                RunGroup.of(
                        List.of(ComparedRun.of(one), ComparedRun.of(RunRecord.read(two.folder()))));
        assertThat(groups)
                .extracting(RunGroup::name)
                .containsExactly("l1 gains=matched pose=-", "l1 gains=own pose=3");
    }

    @Test
    void aRunIsTakenAtTheEpochWhoseWeightsItKept() throws IOException {
        ComparedRun run = compared.runs().getFirst();
        int best = run.record().history().best().orElseThrow().epoch();
        assertThat(run.plates()).isEqualTo(run.record().folder().readPlates(best));
        assertThat(run.epochs()).isEqualTo(10);
        double input = run.measure(EpochMeasure.RMSE_INPUT, Against.TRUTH);
        assertThat(run.normalisedRmse(Against.TRUTH))
                .isCloseTo(input * 100 / 640 / Math.sqrt(2), within(1e-12));
        assertThat(run.value(Measure.RMSE, Against.TRUTH))
                .as("from the plates as the run itself told it")
                .isCloseTo(run.measure(EpochMeasure.RMSE, Against.TRUTH), within(1e-9));
        assertThat(run.value(Measure.AUC, Against.LABELS))
                .isCloseTo(run.measure(EpochMeasure.AUC, Against.LABELS), within(1e-9));
        assertThat(run.value(Measure.FAILURES, Against.LABELS))
                .isCloseTo(run.measure(EpochMeasure.FAILURES, Against.LABELS), within(1e-9));
    }

    @Test
    void theBetterMethodIsFirstByCleanTruthAndToldFromTheOther() {
        Ranking ranking = compared.rankings().getFirst();
        assertThat(ranking.measure()).isEqualTo(Measure.RMSE);
        assertThat(ranking.against()).isEqualTo(Against.TRUTH);
        assertThat(ranking.places())
                .extracting(p -> p.group().name())
                .containsExactly("helium", "l1");
        assertThat(ranking.places().getFirst().toBest()).isEmpty();
        Difference d = ranking.places().getLast().toBest().orElseThrow();
        assertThat(d.estimate()).isPositive();
        assertThat(d.isDistinguishable()).isTrue();
        assertThat(d.verdict()).isEqualTo("helium is better than l1.");
        Ranking found =
                compared.rankings().stream()
                        .filter(r -> r.measure() == Measure.FOUND)
                        .findFirst()
                        .orElseThrow();
        assertThat(found.places().getLast().toBest().orElseThrow().isDistinguishable())
                .as("both miss one in ten")
                .isFalse();
    }

    @Test
    void thePapersTablesHoldMeansAndDeviationsOfTheRuns() {
        Table scores = Tables.scores(compared);
        assertThat(scores.columns()).contains("mAP", "mAP50", "mAP75", "mAP50-95");
        RunGroup l1 = compared.groups().getFirst();
        double[] maps =
                l1.runs().stream()
                        .mapToDouble(r -> r.measure(EpochMeasure.POSE_MAP, Against.LABELS))
                        .toArray();
        double mean = (maps[0] + maps[1] + maps[2]) / 3;
        double sd =
                Math.sqrt(
                        (Math.pow(maps[0] - mean, 2)
                                        + Math.pow(maps[1] - mean, 2)
                                        + Math.pow(maps[2] - mean, 2))
                                / 2);
        assertThat(scores.rows().getFirst())
                .contains(String.format(Locale.ROOT, "%.3f ± %.3f", mean, sd))
                .startsWith("l1", "3", "10 ± 0");
        Table errors = Tables.errors(compared, Against.TRUTH);
        Spread rmse = l1.spread(r -> r.normalisedRmse(Against.TRUTH));
        assertThat(errors.rows().getFirst().get(1))
                .isEqualTo(String.format(Locale.ROOT, "%.4f ± %.4f", rmse.mean(), rmse.sd()));
        assertThat(Tables.of(compared))
                .extracting(Table::id)
                .doesNotHaveDuplicates()
                .contains("scores", "errors-truth", "errors-labels", "pairs", "runs", "settings");
    }

    @Test
    void aSpreadIsOfFiniteValuesWithTheDivisorOfASample() {
        assertThat(Spread.of(1, 2, 6, Double.NaN)).isEqualTo(new Spread(3, Math.sqrt(7), 3));
        assertThat(Spread.of(4).sd()).isNaN();
        assertThat(Spread.of().mean()).isNaN();
        assertThat(Table.number(Spread.of(), 2)).isEqualTo("–");
        assertThat(Table.number(Spread.of(4), 2)).isEqualTo("4.00");
    }

    @Test
    void whatWeakensAComparisonIsSaid() throws IOException {
        RunRecord good = run("good", new MadeUpRun("l1", 0, 2, 0.1, 3, 3));
        RunRecord own = run("own", new MadeUpRun("l2", 4, 2, 0.1, 3, 3));
        Files.writeString(
                own.folder().arguments(),
                Files.readString(own.folder().arguments()).replace("matched", "own"));
        List<String> events = Files.readAllLines(own.folder().events());
        Files.write(own.folder().events(), events.subList(0, events.size() - 1));
        RunFolder empty = new RunFolder(Files.createDirectories(folder.resolve("empty")));
        Files.writeString(empty.arguments(), "loss: oks\n");
        Comparison weak =
                Comparison.of(
                        List.of(good, RunRecord.read(own.folder()), RunRecord.read(empty)),
                        new PairedBootstrap(100, 1));
        assertThat(weak.remarks())
                .anyMatch(r -> r.contains("own is not a whole run: no end told, epochs 3"))
                .anyMatch(r -> r.contains("empty has validated nothing"))
                .anyMatch(r -> r.contains("with one seed only"))
                .anyMatch(r -> r.contains("matched gains"))
                .anyMatch(r -> r.contains("share no seed"));
        assertThat(compared.remarks())
                .noneMatch(r -> r.contains("matched gains") || r.contains("one seed"));
        Difference d = weak.pairs().getFirst();
        assertThat(d.method()).isEmpty();
        assertThat(Tables.pairs(weak).rows().getFirst()).contains("one seed");
        assertThat(Tables.scores(weak).rows()).hasSize(3);
    }

    @Test
    void aMissingFileOfPlatesIsNamedAndTheRestIsCompared() throws IOException {
        RunRecord run = run("bare", new MadeUpRun("l1", 0, 2, 0.1, 3, 3));
        Files.delete(run.folder().plates(run.history().best().orElseThrow().epoch()));
        ComparedRun bare = ComparedRun.of(run);
        assertThat(bare.plates()).isEmpty();
        assertThat(bare.lacks()).hasSize(1);
        assertThat(bare.lacks().getFirst()).contains("bare", "is missing");
        assertThat(bare.measure(EpochMeasure.POSE_MAP, Against.LABELS)).isFinite();
        assertThat(Comparison.of(List.of(run), new PairedBootstrap(10, 1)).rankings()).isEmpty();
    }

    @Test
    void numbersForOtherProgramsHaveAllTheirDigits() {
        List<String> runs = ComparisonCsv.runs(compared).lines().toList();
        assertThat(runs).hasSize(7);
        assertThat(runs.getFirst()).startsWith("run,method,seed,state,loss,epochs,best_epoch,");
        int columns = runs.getFirst().split(",", -1).length;
        assertThat(runs).allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(columns));
        double map = compared.runs().getFirst().measure(EpochMeasure.POSE_MAP, Against.LABELS);
        assertThat(runs.get(1)).contains("," + map + ",");
        List<String> differences = ComparisonCsv.differences(compared).lines().toList();
        assertThat(differences.getFirst()).startsWith("first,second,measure,unit,against");
        Difference d = compared.pairs().getFirst();
        assertThat(differences)
                .anyMatch(r -> r.startsWith("l1,helium,rmse,px,truth," + d.ofFirst()));
    }
}
