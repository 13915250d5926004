package penumbra.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.plot.dataset.Light;
import penumbra.run.PlateResult;
import penumbra.run.RunFolder;
import penumbra.store.ProjectFile;
import penumbra.store.Proposals;

class ItemsTest {

    @TempDir Path folder;

    private static final List<Point> LABEL =
            List.of(new Point(100, 50), new Point(100, 70), new Point(140, 70), new Point(140, 50));

    private static LabelledImage picture() {
        Target plate =
                Target.of(
                        3,
                        LABEL.stream().map(p -> Keypoint.visible(p.x(), p.y())).toList(),
                        Optional.empty(),
                        "");
        return new LabelledImage(
                1, "a.png", new Size(400, 200), List.of(plate), LabelState.LABELLED, "");
    }

    private List<Item> suspicious(ProjectFile project, double aside) throws IOException {
        RunFolder run = new RunFolder(project.runs().resolve("train"));
        Files.createDirectories(run.path());
        Files.writeString(run.arguments(), "data: '" + project.path() + "'\n");
        for (int epoch = 1; epoch <= 3; epoch++) {
            double x = aside + (epoch - 2) * 0.1;
            List<Point> found = LABEL.stream().map(p -> p.plus(new Point(x, 0))).toList();
            run.writePlates(
                    epoch,
                    List.of(
                            new PlateResult(
                                    "a.png",
                                    0,
                                    3,
                                    LABEL,
                                    List.of(true, true, true, true),
                                    Optional.empty(),
                                    Optional.of(found),
                                    List.of(),
                                    0.9,
                                    28,
                                    0.5)));
        }
        return new Items(
                        List.of(picture()),
                        Schema.ARMOR_PLATE,
                        Proposals.NONE,
                        Light.NONE,
                        project.runs(),
                        project.path())
                .of(Kind.SUSPICIOUS);
    }

    @Test
    void aLabelFarFromWhereTheLastEpochsOfARunAgreeIsSuspicious() throws IOException {
        ProjectFile project = new ProjectFile(folder.resolve("p.penumbra"));
        List<Item> items = suspicious(project, 4);
        assertThat(items).hasSize(1);
        // Across the bars labels are assumed to scatter by 0.7 px, the epochs do by 0.1 px.
        assertThat(items.getFirst().reason())
                .contains("4.00 px")
                .contains(String.format(Locale.ROOT, "%.1f", 4 / Math.hypot(0.7, 0.1)));
        assertThat(items.getFirst().found()).isPresent();
    }

    @Test
    void aLabelWhereTheLastEpochsHaveItIsNot() throws IOException {
        assertThat(suspicious(new ProjectFile(folder.resolve("p.penumbra")), 1)).isEmpty();
    }
}
