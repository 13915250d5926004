package penumbra.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFileTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "match, match.penumbra",
        "match.penumbra, match.penumbra",
        "v1.2, v1.2.penumbra",
        "a/./b/../match, a/match.penumbra"
    })
    void aNameIsTakenWithOrWithoutTheSuffix(String name, String expected) {
        assertThat(ProjectFile.of(folder + "/" + name).path()).isEqualTo(folder.resolve(expected));
    }

    @Test
    void aNameWithoutAFolderLiesInTheWorkingFolder() {
        assertThat(ProjectFile.of("match").folder()).isEqualTo(Path.of("").toAbsolutePath());
    }

    @Test
    void aPictureBelowTheProjectIsNamedRelativelyWithForwardSlashesAndFoundAgain() {
        ProjectFile project = new ProjectFile(folder.resolve("p.penumbra"));
        Path picture = folder.resolve("round 1").resolve("Bild é.png");
        assertThat(project.relative(picture)).isEqualTo("round 1/Bild é.png");
        assertThat(project.resolve(project.relative(picture))).isEqualTo(picture);
    }

    @Test
    void aPictureElsewhereIsNamedAbsolutelyAndFoundAgain() {
        ProjectFile project = new ProjectFile(folder.resolve("sub/p.penumbra"));
        Path picture = folder.resolve("pictures/1.png");
        assertThat(Path.of(project.relative(picture))).isAbsolute();
        assertThat(project.relative(picture)).doesNotContain("\\");
        assertThat(project.resolve(project.relative(picture))).isEqualTo(picture);
    }

    @Test
    void theSamePictureHasOneNameHoweverItIsReached() {
        ProjectFile project = new ProjectFile(folder.resolve("p.penumbra"));
        assertThat(project.relative(folder.resolve("a/../b/./1.png"))).isEqualTo("b/1.png");
    }
}
