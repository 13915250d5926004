package penumbra.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.run.MadeUpRun;
import penumbra.run.RunFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunsCommandTest {

    @TempDir Path folder;
    private final Locale locale = Locale.getDefault();
    private Path runs;

    @BeforeEach
    void twoRuns() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        runs = folder.resolve("runs");
        new MadeUpRun("l1", 0, 2, 0.1, 3, 8).into(runs.resolve("first"));
        new MadeUpRun("helium", 0, 1, 0.1, 3, 8).into(runs.resolve("second"));
    }

    @AfterEach
    void back() {
        Locale.setDefault(locale);
    }

    private static Ran run(Object... arguments) {
        return Ran.run(Stream.concat(Stream.of("runs"), Stream.of(arguments)).toArray());
    }

    @Test
    void theListHoldsEachRunWithItsBestEpoch() throws IOException {
        Files.writeString(runs.resolve("second").resolve("notes.txt"), "new labels\nand more");
        Ran ran = run("--runs", runs);
        assertThat(ran.exit()).as(ran.err()).isZero();
        List<String> lines = ran.out().lines().toList();
        assertThat(lines.get(0)).startsWith("run").contains("method", "state", "pose mAP");
        assertThat(lines.get(1)).startsWith("first ").contains(" l1 ", " completed ");
        assertThat(lines.get(2)).startsWith("second").endsWith("new labels");
        assertThat(run("--runs", folder.resolve("none")).out()).contains("holds no runs");
    }

    @Test
    void aRunOfHeatMapsIsListedByItsPresetAndNotByALossThatPlaysNoPart() throws IOException {
        RunFolder second = new RunFolder(runs.resolve("second"));
        Files.writeString(
                second.arguments(), "head: heatmap\nheatmap: adaloss\n", StandardOpenOption.APPEND);
        List<String> lines = run("--runs", runs).out().lines().toList();
        assertThat(lines.get(2)).startsWith("second").contains(" adaloss ");
        assertThat(lines.get(2)).doesNotContain("helium");
        JsonNode list = JsonMapper.shared().readTree(run("--runs", runs, "--json").out());
        assertThat(list.get(0).get("loss").asString()).isEqualTo("l1");
        assertThat(list.get(0).get("preset").isNull()).isTrue();
        assertThat(list.get(1).get("loss").isNull()).isTrue();
        assertThat(list.get(1).get("preset").asString()).isEqualTo("adaloss");
    }

    @Test
    void aRunWithoutAnEndThatNoProcessWorksOnIsBrokenOff() throws IOException {
        RunFolder first = new RunFolder(runs.resolve("first"));
        List<String> events = Files.readAllLines(first.events());
        Files.write(first.events(), events.subList(0, events.size() - 1));
        Files.writeString(first.events(), "\n{\"event\":", StandardOpenOption.APPEND);
        JsonNode list = JsonMapper.shared().readTree(run("--runs", runs, "--json").out());
        assertThat(list).hasSize(2);
        assertThat(list.get(0).get("state").asString()).isEqualTo("broken");
        assertThat(list.get(1).get("state").asString()).isEqualTo("completed");
        assertThat(list.get(0).get("epochs").asInt()).isEqualTo(3);
        assertThat(list.get(0).get("best").get("keypoints").get("map").asDouble()).isPositive();
    }

    @Test
    void aComparisonIsWrittenAndItsTablesAreSaid() {
        Path out = folder.resolve("report");
        Ran ran = run("compare", "first", runs.resolve("second"), "--runs", runs, "--out", out);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("Table I", "Table II", "Ranking: RMSE", "one seed")
                .contains(out.resolve("report.html").toString());
        assertThat(out.resolve("report.html")).isNotEmptyFile();
        assertThat(out.resolve("charts").resolve("ced-truth.svg")).isNotEmptyFile();
        Ran again = run("compare", "first", "--runs", runs, "--out", out);
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("is there already").contains("--overwrite");
        Ran json =
                run(
                        "compare",
                        "first",
                        "second",
                        "--runs",
                        runs,
                        "--out",
                        out,
                        "--overwrite",
                        "--json");
        JsonNode said = JsonMapper.shared().readTree(json.out());
        assertThat(said.get("methods").get(0).get("name").asString()).isEqualTo("l1");
        assertThat(said.get("rankings").get(0).get("places").get(0).get("method").asString())
                .isEqualTo("helium");
        assertThat(said.get("pairs").get(0).get("networks").get("low").isNumber()).isTrue();
        assertThat(said.get("report").asString()).isEqualTo(out.toString());
    }

    @Test
    void aRunThatIsNotThereIsNamed() {
        Ran ran = run("compare", "third", "--runs", runs, "--out", folder.resolve("report"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("there is no run third");
        assertThat(folder.resolve("report")).doesNotExist();
        assertThat(run("compare", "--out", folder).exit()).isEqualTo(2);
    }

    @Test
    void everyLossIsTrainedInAProcessOfItsOwnAndTheyAreCompared() throws Exception {
        Path data = folder.resolve("rendered");
        assertThat(Ran.run("synth", "--out", data, "--images", 6, "--size", "320x256").exit())
                .isZero();
        Object[] words = {
            "train",
            "--data",
            data,
            "--imgsz",
            64,
            "--batch",
            2,
            "--epochs",
            1,
            "--threads",
            1,
            "--runs",
            runs,
            "--name",
            "try",
            "--loss",
            "l1,helium",
            "--gains",
            "matched"
        };
        Ran ran = Ran.run(words);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("run 1 of 2: try-l1-s0", "run 2 of 2: try-helium-s0");
        assertThat(ran.err()).contains("epoch 1/1");
        assertThat(ran.out()).contains("Table I").contains("try-comparison");
        assertThat(runs.resolve("try-comparison").resolve("report.html")).isNotEmptyFile();
        RunFolder helium = new RunFolder(runs.resolve("try-helium-s0"));
        assertThat(Files.readString(helium.arguments())).contains("loss: helium", "gains: matched");
        assertThat(helium.best()).exists();
        Ran again = Ran.run(words);
        assertThat(again.err()).contains("try-l1-s0 had ended before", "try-helium-s0 had ended");
        assertThat(again.err()).doesNotContain("epoch 1/1");
        Ran other = Ran.run(with(words, "--epochs", 2));
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).contains("asked for something else (--epochs 1)");
        assertThat(Ran.run(with(words, "--loss", "l1,l3")).err()).contains("l3");
    }

    /// The words with the value behind one of them changed.
    private static Object[] with(Object[] words, String option, Object value) {
        Object[] changed = words.clone();
        changed[List.of(words).indexOf(option) + 1] = value;
        return changed;
    }
}
