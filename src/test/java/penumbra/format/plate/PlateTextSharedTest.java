package penumbra.format.plate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.Shared;
import penumbra.format.Finding.Severity;
import penumbra.format.Findings;
import penumbra.format.LabelSet;
import penumbra.format.SourceFiles;
import penumbra.format.Sources;
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;
import penumbra.model.Target;

/// Real label files of teams.
class PlateTextSharedTest {

    @Test
    void noneOfTheArenaPlatesIsLostOrMoved() throws Exception {
        Path source = Shared.folder("data/real/low_exposure_arena");

        LabelSet labels = new Sjtu9Format().read(source, "team");

        assertThat(labels.images()).hasSize(61);
        assertThat(labels.targetCount()).isEqualTo(105);
        assertThat(labels.findings()).isEmpty();
        int compared = 0;
        for (LabelledImage image : labels.images()) {
            String name = SourceFiles.stem(Path.of(image.path())) + ".txt";
            List<String> lines =
                    Files.readAllLines(source.resolve("labels").resolve(name)).stream()
                            .filter(l -> !l.isBlank())
                            .toList();
            assertThat(image.size()).isEqualTo(new Size(1280, 1024));
            assertThat(image.targets()).hasSameSizeAs(lines);
            for (int i = 0; i < lines.size(); i++) {
                compared += compare(lines.get(i).strip().split(" +"), image.targets().get(i));
            }
        }
        assertThat(compared).isEqualTo(105 * 8);
    }

    private static int compare(String[] tokens, Target target) {
        assertThat(target.classIndex()).isEqualTo(Integer.parseInt(tokens[0]));
        for (int p = 0; p < 4; p++) {
            assertThat(target.keypoints().get(p).at().x())
                    .isEqualTo(Double.parseDouble(tokens[1 + 2 * p]) * 1280);
            assertThat(target.keypoints().get(p).at().y())
                    .isEqualTo(Double.parseDouble(tokens[2 + 2 * p]) * 1024);
        }
        return 8;
    }

    @Test
    void theTenColumnFixtureComesInWhereItHasPictures() throws Exception {
        Path source = Shared.folder("data/fixtures/labelrm_10col");

        LabelSet labels = new LabelMaster10Format().read(source.resolve("labels"), "");

        assertThat(labels.images()).hasSize(3);
        assertThat(labels.targetCount()).isEqualTo(4);
        assertThat(labels.findings()).isEmpty();
        LabelledImage first = Sources.image(labels, "video10_0.jpg");
        assertThat(Sources.className(labels, first, 0)).isEqualTo("B2");
        assertThat(first.targets().getFirst().keypoints().getFirst().at().x())
                .isEqualTo(0.799764 * 1280);
        assertThat(first.targets().getFirst().keypoints().getLast().at().y())
                .isEqualTo(0.559269 * 1024);
    }

    @Test
    void everyLineWithoutPictureParsesAndItsFileIsRefusedForThePicture() throws Exception {
        Path source = Shared.folder("data/fixtures/labelrm_10col/labels_without_images");
        int lines = 0;
        int files = 0;
        Findings findings = new Findings();
        Findings wrongForm = new Findings();
        for (Path file : SourceFiles.below(source)) {
            byte[] bytes = Files.readAllBytes(file);
            lines += PlateText.lines(file, bytes, PlateLayout.LABELMASTER10, findings).size();
            PlateText.lines(file, bytes, PlateLayout.ATLABELMASTER10, wrongForm);
            files++;
        }
        assertThat(findings.list()).isEmpty();
        assertThat(lines).isEqualTo(2060);
        assertThat(wrongForm.list())
                .hasSize(2060)
                .allSatisfy(f -> assertThat(f.rule()).isEqualTo("other-format"))
                .allSatisfy(f -> assertThat(f.message()).contains("'labelmaster10'"));

        LabelSet labels = new LabelMaster10Format().read(source, "");
        assertThat(labels.images()).isEmpty();
        assertThat(labels.findings())
                .hasSize(files)
                .allSatisfy(f -> assertThat(f.rule()).isEqualTo("label-without-picture"))
                .allSatisfy(f -> assertThat(f.line()).isZero());
    }

    @Test
    void aListOfColumnNamesIsNotTakenForLabels() throws Exception {
        LabelSet labels =
                new AtLabelMaster10Format()
                        .read(Shared.folder("data/fixtures/ATLabelMaster/label"), "");
        assertThat(labels.images()).isEmpty();
        assertThat(Sources.rules(labels.findings(), Severity.NOTE)).containsExactly("0:not-labels");
        assertThat(labels.findings()).hasSize(1);
    }
}
