package penumbra.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.run.RunFolder;
import penumbra.run.RunRecord;

class RunPicturesTest {

    @TempDir Path home;

    private Optional<Path> of(Path data) throws IOException {
        RunFolder run = new RunFolder(home.resolve("runs").resolve("pose").resolve("train"));
        Files.createDirectories(run.path());
        Files.writeString(run.arguments(), "data: '" + data + "'\n");
        return RunPictures.of(RunRecord.read(run));
    }

    @Test
    void picturesOfAProjectAreNamedFromItsFolder() throws IOException {
        Path project = Files.createFile(home.resolve("match.penumbra"));
        assertThat(of(project)).contains(home);
    }

    @Test
    void picturesOfADataSetAreNamedFromItsRootWhichMayBeElsewhere() throws IOException {
        Path root = Files.createDirectories(home.resolve("disk").resolve("plates"));
        Path yaml = Files.createDirectories(home.resolve("sets")).resolve("data.yaml");
        Files.writeString(
                yaml,
                "path: ../disk/plates\ntrain: images\nval: images\nkpt_shape: [4, 3]\n"
                        + "names: [B1]\n");
        assertThat(of(yaml)).contains(root);
        assertThat(of(yaml.getParent())).as("the folder stands for the file in it").contains(root);
    }

    @Test
    void ofDataThatAreGoneNothingIsSaid() throws IOException {
        assertThat(of(home.resolve("gone").resolve("data.yaml"))).isEmpty();
        Path broken = Files.writeString(home.resolve("data.yaml"), "names: [");
        assertThat(of(broken)).isEmpty();
    }
}
