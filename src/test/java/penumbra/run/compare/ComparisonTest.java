package penumbra.run.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.run.Against;
import penumbra.run.EpochMeasure;
import penumbra.run.KeypointPart;
import penumbra.run.MadeUpRun;
import penumbra.run.PlateResult;
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
    void hiddenKeypointsStandApartWithHowSureTheNetworkIsOfThem() {
        Table parts =
                Tables.of(compared).stream()
                        .filter(t -> t.id().equals("keypoints"))
                        .findFirst()
                        .orElseThrow();
        // 30 pictures of plates with four points; one of the first plate's is hidden.
        int plates = compared.runs().getFirst().plates().size();
        assertThat(parts.rows())
                .extracting(row -> row.subList(0, 3))
                .startsWith(
                        List.of("l1", "all keypoints", "" + 4 * plates),
                        List.of("l1", "visible keypoints", "" + (4 * plates - 30)),
                        List.of("l1", "occluded keypoints", "30"));
        assertThat(parts.rows().get(2)).endsWith("0.400 ± 0.000", "0.800 ± 0.000");
        RunGroup hidden = compared.groups().getFirst().only(KeypointPart.OCCLUDED);
        double squares = 0;
        int count = 0;
        for (PlateResult p : hidden.runs().getFirst().plates()) {
            if (p.target() == 0 && p.found().isPresent()) {
                double d = p.found().get().get(3).distance(p.truth().orElseThrow().get(3));
                squares += d * d;
                count++;
            }
        }
        assertThat(hidden.runs().getFirst().value(Measure.RMSE, Against.TRUTH))
                .isCloseTo(Math.sqrt(squares / count), within(1e-12));
        assertThat(compared.rankings())
                .filteredOn(r -> r.part() == KeypointPart.OCCLUDED)
                .extracting(Ranking::measure)
                .containsExactly(Measure.RMSE, Measure.AUC);
        assertThat(ComparisonCsv.differences(compared).lines().filter(l -> l.contains("occluded")))
                .hasSize(2);
    }

    @Test
    void whatAStepCostsIsAMeanOfAllButTheFirstEpoch() {
        Table cost =
                Tables.of(compared).stream()
                        .filter(t -> t.id().equals("cost"))
                        .findFirst()
                        .orElseThrow();
        assertThat(cost.rows().getFirst().subList(0, 5))
                .containsExactly("l1", "3.086", "1500 ± 0", "900 ± 0", "100 ± 0");
    }

    @Test
    void aTableIsWrittenAsMarkdown() {
        Table table =
                new Table("t", "Title", "A note.", List.of("a", "b|c"), List.of(List.of("1", "2")));
        assertThat(table.markdown())
                .isEqualTo(
                        """
                        #### Title

                        | a | b\\|c |
                        |---|---:|
                        | 1 | 2 |

                        A note.
                        """);
        assertThat(Tables.summary(compared))
                .extracting(Table::id)
                .startsWith("errors-truth", "keypoints", "cost", "ranking-rmse-truth")
                .contains("ranking-rmse-truth-occluded")
                .doesNotHaveDuplicates();
    }

    @Test
    void theHeatMapHeadsRunsAreNamedByTheirMapsAndOptionsThatSayNothingOfThemAreLeftOut()
            throws IOException {
        RunRecord pose = run("by-loss", new MadeUpRun("helium", 0, 2, 0.1, 2, 3));
        RunRecord narrow = maps("narrow", "head: heatmap\nheatmap: adaloss\nsigma: 2\n");
        RunRecord safe = maps("safe", "head: heatmap\nheatmap: adaloss\nsigma: safe\n");
        RunRecord anchors = maps("anchors", "head: heatmap\nheatmap: adaanchor\nsigma: safe\n");
        List<RunGroup> groups =
                RunGroup.of(Stream.of(pose, narrow, safe, anchors).map(ComparedRun::of).toList());
        assertThat(groups)
                .extracting(RunGroup::name)
                .containsExactly("helium", "adaloss sigma=2", "adaloss sigma=safe", "adaanchor");
        assertThat(groups.getLast().settings())
                .containsEntry("sigma", "")
                .containsEntry("heatmap", "adaanchor");
    }

    @Test
    void optionsOfMapsTellNoRunsOfThePoseHeadApartButThoseOfMaps() throws IOException {
        RunRecord fine = maps("fine", "head: pose\nmap_stride: 4\nradius: correct\n");
        RunRecord coarse = maps("coarse", "head: pose\nmap_stride: 8\nradius: legacy\n");
        assertThat(RunGroup.of(Stream.of(fine, coarse).map(ComparedRun::of).toList())).hasSize(1);

        String centernet = "head: heatmap\nheatmap: centernet\nmap_stride: ";
        List<ComparedRun> both =
                Stream.of(maps("maps-4", centernet + "4\n"), maps("maps-8", centernet + "8\n"))
                        .map(ComparedRun::of)
                        .toList();
        assertThat(RunGroup.of(both))
                .extracting(RunGroup::name)
                .containsExactly("centernet map_stride=4", "centernet map_stride=8");
    }

    private static RunRecord maps(String name, String arguments) throws IOException {
        RunRecord run = run(name, new MadeUpRun("helium", 0, 2, 0.1, 2, 3));
        Files.writeString(
                run.folder().arguments(), Files.readString(run.folder().arguments()) + arguments);
        return RunRecord.read(run.folder());
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
    void aRunWhosePlatesWereFoundByTheirLabelsOnlyIsNamed() throws IOException {
        RunRecord run = run("earlier", new MadeUpRun("l1", 0, 2, 0.1, 3, 3));
        assertThat(ComparedRun.of(run).lacks()).isEmpty();
        Path plates = run.folder().plates(run.history().best().orElseThrow().epoch());
        String told = Files.readString(plates);
        Files.writeString(plates, told.replaceAll(",\"foundByTruth\":\\[.*?\\]}", "}"));
        assertThat(Files.readString(plates)).doesNotContain("foundByTruth");
        ComparedRun earlier = ComparedRun.of(run);
        assertThat(earlier.lacks()).hasSize(1);
        assertThat(earlier.lacks().getFirst()).contains("earlier", "only by their labels");
        assertThat(earlier.value(Measure.AUC, Against.TRUTH)).isPositive();
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
        assertThat(differences.getFirst()).startsWith("first,second,keypoints,measure,unit");
        Difference d = compared.pairs().getFirst();
        assertThat(differences)
                .anyMatch(r -> r.startsWith("l1,helium,all,rmse,px,truth," + d.ofFirst()));
    }
}
