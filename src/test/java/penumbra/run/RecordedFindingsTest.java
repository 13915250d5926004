package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.Prediction;

class RecordedFindingsTest {

    private static final List<Point> LABEL =
            List.of(new Point(0, 0), new Point(0, 10), new Point(20, 10), new Point(20, 0));

    @TempDir Path folder;

    private static PlateResult plate(int target, Optional<Point> by) {
        return new PlateResult(
                "images/a.png",
                target,
                5,
                LABEL,
                List.of(true, true, true, true),
                Optional.empty(),
                by.map(b -> LABEL.stream().map(p -> p.plus(b)).toList()),
                List.of(),
                by.isPresent() ? 0.8 : 0,
                14,
                0.5);
    }

    private static PlateResult at(int target, double x, double y) {
        return plate(target, Optional.of(new Point(x, y)));
    }

    private static PlateResult missed(int target) {
        return plate(target, Optional.empty());
    }

    @Test
    void theMeanOverTheEpochsAndTheirScatterIsWhatWasFound() {
        Map<String, List<Prediction>> found =
                RecordedFindings.of(
                        List.of(List.of(at(0, 1, 0)), List.of(at(0, 3, 0)), List.of(at(0, 5, 3))));
        Prediction prediction = found.get("images/a.png").getFirst();
        assertThat(prediction.score()).isEqualTo(0.8);
        assertThat(prediction.target().classIndex()).isEqualTo(5);
        Point first = prediction.target().keypoints().getFirst().at();
        assertThat(first.x()).isCloseTo(3, within(1e-12));
        assertThat(first.y()).isCloseTo(1, within(1e-12));
        // Deviations (-2, -1), (0, -1), (2, 2).
        Covariance c = prediction.covariances().getFirst().orElseThrow();
        assertThat(c.xx()).isCloseTo(4, within(1e-12));
        assertThat(c.xy()).isCloseTo(3, within(1e-12));
        assertThat(c.yy()).isCloseTo(3, within(1e-12));
    }

    @Test
    void aPlateThatTheNewestEpochMissedIsNotFoundAndOneFoundTwiceHasNoScatter() {
        Map<String, List<Prediction>> found =
                RecordedFindings.of(
                        List.of(
                                List.of(at(0, 1, 0), missed(1)),
                                List.of(at(0, 1, 0), at(1, 0, 0)),
                                List.of(missed(0), at(1, 2, 0))));
        assertThat(found.get("images/a.png")).hasSize(1);
        Prediction twice = found.get("images/a.png").getFirst();
        assertThat(twice.covariances()).containsOnly(Optional.empty());
        assertThat(twice.target().keypoints().getFirst().at().x()).isCloseTo(1, within(1e-12));
        assertThat(RecordedFindings.of(List.of(List.of(missed(0)))).get("images/a.png")).isEmpty();
    }

    private RunFolder run(String name, Path data, double x, long changed) throws IOException {
        RunFolder run = new RunFolder(folder.resolve("runs").resolve(name));
        Files.createDirectories(run.path());
        Files.writeString(run.arguments(), "data: '" + data + "'\n");
        for (int epoch = 1; epoch <= 7; epoch++) {
            run.writePlates(epoch, List.of(at(0, epoch < 3 ? 1000 : x, 0)));
            Files.setLastModifiedTime(run.plates(epoch), FileTime.fromMillis(changed));
        }
        return run;
    }

    @Test
    void theNewestRunOfTheProjectCountsWithItsLastFiveEpochs() throws IOException {
        Path project = folder.resolve("p.penumbra");
        run("a", project, 1, 9000);
        run("b", project, 2, 5000);
        run("c", folder.resolve("other.penumbra"), 3, 10_000);
        Map<String, List<Prediction>> found =
                RecordedFindings.newest(folder.resolve("runs"), project);
        Point first = found.get("images/a.png").getFirst().target().keypoints().getFirst().at();
        assertThat(first.x()).isCloseTo(1, within(1e-12));
        assertThat(RecordedFindings.newest(folder.resolve("none"), project)).isEmpty();
    }
}
