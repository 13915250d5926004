package penumbra.ui.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.data.ImageWriter;
import penumbra.edit.Edit;
import penumbra.format.FormatException;
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.store.ProjectFile;

class OpeningTest {

    private static final Size SIZE = new Size(40, 30);

    @TempDir Path home;
    private final Opening opening = new Opening(Runnable::run, "ann");

    private Path picture(String name) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, ImageWriter.png(SIZE, new int[40 * 30]));
    }

    private Opened open(String name) throws Exception {
        return opening.open(home.resolve(name), (_, _) -> {});
    }

    private static List<String> paths(Opened opened) {
        return opened.pictures().shown().stream().map(LabelledImage::path).toList();
    }

    @Test
    void aFolderGetsAProjectOfItsNameWithItsPicturesInNaturalOrder() throws Exception {
        picture("match/frame10.png");
        picture("match/frame9.png");
        picture("match/late/frame1.png");
        Files.writeString(home.resolve("match/broken.png"), "no picture");
        try (var store = open("match").store()) {
            assertThat(store.file().path()).isEqualTo(home.resolve("match/match.penumbra"));
        }
        Opened again = open("match");
        assertThat(paths(again)).containsExactly("frame9.png", "frame10.png", "late/frame1.png");
        assertThat(again.project().images()).allSatisfy(i -> assertThat(i.size()).isEqualTo(SIZE));
        assertThat(again.findings()).hasSize(1);
        assertThat(again.findings().getFirst().message()).contains("broken.png");
        again.store().close();
    }

    @Test
    void picturesThatAreNewInTheFolderJoinAndLabelsStay() throws Exception {
        picture("match/a.png");
        Opened first = open("match");
        LabelledImage image = first.project().images().getFirst();
        LabelledImage noted = image.withState(image.state(), "blurred");
        first.store().commit(Edit.change("note", image, noted), "ann").join();
        first.store().close();
        picture("match/b.png");
        Opened second = open("match");
        assertThat(paths(second)).containsExactly("a.png", "b.png");
        assertThat(second.project().images().getFirst()).isEqualTo(noted);
        assertThat(second.store().replay()).isEqualTo(second.project());
        second.store().close();
    }

    @Test
    void picturesOfAnExportInTheFolderAreNoneOfIts() throws Exception {
        picture("match/a.png");
        picture("match/out/images/train/a.png");
        Files.writeString(home.resolve("match/out/export.json"), "{}");
        Opened opened = open("match");
        assertThat(paths(opened)).containsExactly("a.png");
        opened.store().close();
    }

    @Test
    void labelsOfAnotherToolAreOfferedAndNotTakenIn() throws Exception {
        picture("match/a.png");
        Files.writeString(home.resolve("match/a.txt"), "9 0.1 0.1 0.1 0.2 0.3 0.2 0.3 0.1\n");
        Opened opened = open("match");
        assertThat(opened.project().targetCount()).isZero();
        LabelsBeside beside = opened.beside().orElseThrow();
        assertThat(beside.files()).isEqualTo(1);
        assertThat(beside.format().id()).isEqualTo("sjtu9");
        assertThat(beside.source()).isEqualTo(home.resolve("match"));
        opened.store().close();
    }

    @ParameterizedTest
    @CsvSource({
        "0 .5 .5 .2 .2 .1 .1 .1 .2 .3 .2 .3 .1, yolo-pose",
        "3 0.1 0.1 0.1 0.2 0.3 0.2 0.3 0.1, sjtu9",
        "0.1 0.1 0.1 0.2 0.3 0.2 0.3 0.1 3 1, labelmaster10",
        "1 3 0.1 0.1 0.1 0.2 0.3 0.2 0.3 0.1, atlabelmaster10"
    })
    void theFirstLineTellsTheLikeliestForm(String line, String form) {
        assertThat(LabelsBeside.formOf(line)).isEqualTo(form);
    }

    @Test
    void aDataYamlComesInWithItsLabelsAndOnceMoreChangesNothing() throws Exception {
        picture("set/images/train/a.png");
        Files.createDirectories(home.resolve("set/labels/train"));
        Files.writeString(
                home.resolve("set/labels/train/a.txt"),
                "1 0.5 0.5 0.5 0.5 0.25 0.25 2 0.25 0.75 2 0.75 0.75 2 0.75 0.25 2\n");
        Files.writeString(
                home.resolve("set/data.yaml"),
                "path: .\ntrain: images/train\nval: images/train\nkpt_shape: [4, 3]\n"
                        + "flip_idx: [3, 2, 1, 0]\nnames: [B1, R1]\n");
        for (int time = 0; time < 2; time++) {
            Opened opened = open("set/data.yaml");
            assertThat(opened.store().file())
                    .isEqualTo(new ProjectFile(home.resolve("set/set.penumbra")));
            assertThat(opened.project().targetCount()).isEqualTo(1);
            assertThat(opened.project().images().getFirst().targets().getFirst().classIndex())
                    .isEqualTo(1);
            assertThat(opened.store().replay()).isEqualTo(opened.project());
            opened.store().close();
        }
    }

    @Test
    void theFolderOfARunStandsForTheProjectThatItLearntFrom() throws Exception {
        picture("match/a.png");
        open("match").store().close();
        RunFolder run = new RunFolder(home.resolve("match/runs/pose/train"));
        Files.createDirectories(run.path());
        Path project = home.resolve("match/match.penumbra");
        RunConfig.of(Map.of(RunOption.DATA, project.toString())).write(run.arguments());
        Opened opened = open("match/runs/pose/train");
        assertThat(opened.run()).contains(run);
        assertThat(opened.store().file().path()).isEqualTo(project);
        assertThat(opened.store().readOnly()).isFalse();
        opened.store().close();
        RunConfig.of(Map.of()).write(run.arguments());
        assertThatThrownBy(() -> open("match/runs/pose/train"))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("args.yaml");
    }

    @Test
    void whatIsNeitherIsRefusedInOneSentence() throws IOException {
        Files.writeString(home.resolve("notes.txt"), "hello");
        assertThatThrownBy(() -> open("notes.txt"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("notes.txt")
                .hasMessageContaining("open the folder");
        Files.createDirectories(home.resolve("empty"));
        assertThatThrownBy(() -> open("empty"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("no picture");
        assertThat(home.resolve("empty")).isEmptyDirectory();
        assertThatThrownBy(() -> open("missing")).isInstanceOf(FormatException.class);
    }

    @Test
    void aSecondOpeningIsForReadingOnlyAndSaysSo() throws Exception {
        picture("match/a.png");
        Opened first = open("match");
        Opened second = open("match");
        assertThat(second.store().readOnly()).isTrue();
        assertThat(second.store().readOnlyBecause()).isNotEqualTo(Optional.empty());
        assertThat(paths(second)).containsExactly("a.png");
        second.store().close();
        first.store().close();
    }

    @Test
    void aRescueCopyTakesTheFirstFreeName() throws IOException {
        ProjectFile file = new ProjectFile(home.resolve("p.penumbra"));
        assertThat(file.rescueCopy()).isEqualTo(home.resolve("p-rescued.penumbra"));
        Files.createFile(home.resolve("p-rescued.penumbra"));
        assertThat(file.rescueCopy()).isEqualTo(home.resolve("p-rescued-2.penumbra"));
    }
}
