package penumbra.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.format.Finding;
import penumbra.geometry.Size;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;

class PictureAuditTest {

    @TempDir Path folder;

    private ProjectFile file;

    private final Project project =
            Project.of(
                    Schema.ARMOR_PLATE,
                    LongStream.rangeClosed(1, 4)
                            .mapToObj(id ->
                                    new LabelledImage(
                                            id,
                                            "in/" + id + ".png",
                                            new Size(40, 30),
                                            List.of(),
                                            LabelState.UNLABELLED,
                                            ""))
                            .toList());

    @BeforeEach
    void writePictures() throws Exception {
        file = new ProjectFile(folder.resolve("p.penumbra"));
        Files.createDirectory(folder.resolve("in"));
        for (int id = 1; id <= 4; id++) {
            write(id, 40, 30);
        }
    }

    private Path picture(int id) {
        return folder.resolve("in").resolve(id + ".png");
    }

    private void write(int id, int width, int height) throws Exception {
        BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(pixels, "png", picture(id).toFile());
    }

    @Test
    void picturesThatAreAsTheProjectSaysAreNotMentioned() {
        assertThat(PictureAudit.of(project, file)).isEmpty();
    }

    @Test
    void aVanishedAReplacedAndAnUnreadablePictureAreNamedEachWithItsReason() throws Exception {
        Files.delete(picture(1));
        write(2, 30, 40);
        Files.writeString(picture(4), "no picture at all");
        List<Finding> findings = PictureAudit.of(project, file);
        assertThat(findings)
                .extracting(Finding::file)
                .containsExactly(picture(1), picture(2), picture(4));
        assertThat(findings)
                .extracting(Finding::rule)
                .containsExactly("picture-missing", "picture-size", "picture-unreadable");
        assertThat(findings.get(0).message()).contains("is missing");
        assertThat(findings.get(1).message()).contains("now 30x40 instead of 40x30");
        assertThat(findings.get(2).message()).contains("cannot be read");
        assertThat(findings).allSatisfy(f -> assertThat(f.message()).endsWith("."));
    }
}
