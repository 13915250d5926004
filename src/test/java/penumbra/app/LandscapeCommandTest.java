package penumbra.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static penumbra.app.Ran.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.run.LandscapeProcess;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.landscape.Landscape;
import penumbra.run.landscape.LandscapeTail;
import penumbra.run.landscape.PlaneKind;
import penumbra.run.landscape.Surface;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `penumbra landscape` of a run that was trained, in this process and as a child of it.
class LandscapeCommandTest {

    @TempDir static Path folder;
    private static RunFolder trained;

    @BeforeAll
    static void train() {
        Path rendered = folder.resolve("rendered");
        Stream<List<?>> commands =
                Stream.of(
                        List.of("synth", "--out", rendered, "--images", 6, "--size", "320x256"),
                        List.of(
                                "train",
                                "--data",
                                rendered,
                                "--imgsz",
                                64,
                                "--batch",
                                2,
                                "--epochs",
                                2,
                                "--threads",
                                1,
                                "--runs",
                                folder.resolve("runs")));
        commands.forEach(words -> assertThat(run(words.toArray()).exit()).isZero());
        trained = new RunFolder(folder.resolve("runs/train"));
    }

    @Test
    void bothPlanesAreDescribedInOneDocument() {
        Ran ran =
                run(
                        "landscape",
                        trained.path(),
                        "--share",
                        1,
                        "--nodes",
                        5,
                        "--pictures",
                        1,
                        "--seed",
                        2,
                        "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode result = JsonMapper.shared().readTree(ran.out());
        assertThat(result.get("file").asString()).isEqualTo(trained.landscape().toString());
        assertThat(result.get("epoch").asInt()).isEqualTo(2);
        assertThat(result.get("pictures").asInt()).isEqualTo(1);
        assertThat(result.get("planes")).hasSize(2);
        JsonNode path = result.get("planes").get(1);
        assertThat(path.get("plane").asString()).isEqualTo("path");
        assertThat(path.get("nodes").asInt()).isEqualTo(5);
        assertThat(path.get("shares")).hasSize(2);
        assertThat(path.get("most").asDouble()).isGreaterThan(path.get("least").asDouble());
        assertThat(ran.err()).contains("epoch 2", "Random plane: 5 x 5 nodes");
    }

    @Test
    void aRunOfHeatMapsThatTellsNoClassesApartHasOneToo() {
        Ran run =
                run(
                        "train",
                        "--data",
                        folder.resolve("rendered"),
                        "--preset",
                        "centernet",
                        "--single-cls",
                        "--imgsz",
                        64,
                        "--batch",
                        2,
                        "--epochs",
                        1,
                        "--threads",
                        1,
                        "--start",
                        "nothing",
                        "--runs",
                        folder.resolve("runs"),
                        "--name",
                        "one-class");
        assertThat(run.exit()).as(run.err()).isZero();
        Ran ran =
                run(
                        "landscape",
                        folder.resolve("runs/one-class"),
                        "--share",
                        1,
                        "--nodes",
                        5,
                        "--pictures",
                        1);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Random plane: 5 x 5 nodes");
    }

    @Test
    void wrongUsageIsSaidInOneSentence() {
        assertThat(run("landscape", trained.path(), "--nodes", 7).exit()).isEqualTo(2);
        assertThat(run("landscape", trained.path(), "--nodes", 7).err()).contains("5, 9, 17 or 33");
        assertThat(run("landscape", trained.path(), "--share", 0).err()).contains("above 0");
        assertThat(run("landscape", trained.path(), "--pictures", 0).err()).contains("1 or more");
        Ran nothing = run("landscape", folder.resolve("nothing"));
        assertThat(nothing.exit()).isEqualTo(1);
        assertThat(nothing.err())
                .hasLineCount(1)
                .contains(folder.resolve("nothing").resolve("args.yaml").toString());
    }

    @Test
    void inAProcessOfItsOwnItIsFoundAndEndedAndWhatItComputedIsThere() throws Exception {
        LandscapeProcess process = LandscapeProcess.start(trained, 1);
        LandscapeTail tail = new LandscapeTail(trained.landscape());
        while (nodes(tail) < 3) {
            assertThat(process.exitCode()).as(process.lastLines().toString()).isEmpty();
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> LandscapeProcess.start(trained, 1))
                .isInstanceOf(RunException.class);
        LandscapeProcess found = LandscapeProcess.find(trained).orElseThrow();
        found.cancel();
        process.onExit().get(10, TimeUnit.MINUTES);

        assertThat(LandscapeProcess.find(trained)).isEmpty();
        LandscapeTail.News left = new LandscapeTail(trained.landscape()).next();
        assertThat(left.damage()).isEmpty();
        Landscape newest = left.landscapes().getLast();
        assertThat(newest.started().epoch()).isEqualTo(2);
        assertThat(newest.started().share()).isEqualTo(1);
        assertThat(newest.surface(PlaneKind.RANDOM).orElseThrow().heights())
                .hasSizeGreaterThanOrEqualTo(3);
    }

    /// Of a landscape with the usual number of pictures and seed, which the other test has not.
    private static int nodes(LandscapeTail tail) throws IOException {
        List<Landscape> all = tail.next().landscapes();
        return all.isEmpty() || all.getLast().started().seed() != 0
                ? 0
                : all.getLast()
                        .surface(PlaneKind.RANDOM)
                        .map(Surface::heights)
                        .map(h -> h.size())
                        .orElse(0);
    }
}
