package penumbra.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFilesTest {

    @ParameterizedTest
    @CsvSource({
        "/set/images, /set/labels",
        "/set/images/train/1, /set/labels/train/1",
        "/images/set/images/x, /images/set/labels/x",
        "/images, /labels",
        "/set/Images/train, /set/Images/train",
        "/set/my_images, /set/my_images",
    })
    void theLastPartOfTheNameIsReplaced(Path folder, Path labels) {
        assertThat(SourceFiles.mirrored(folder, "images", "labels"))
                .isEqualTo(labels.toAbsolutePath());
    }

    @Test
    void aRelativeFolderIsMirroredWhereItIs() {
        assertThat(SourceFiles.mirrored(Path.of("images"), "images", "labels"))
                .isEqualTo(Path.of("labels").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource({
        "a.PNG, a, png",
        "a.b.txt, a.b, txt",
        "png, png, ''",
        ".txt, .txt, txt",
        "a., a, ''",
    })
    void aNameIsItsStemAndItsExtension(Path file, String stem, String extension) {
        assertThat(SourceFiles.stem(file)).isEqualTo(stem);
        assertThat(SourceFiles.extension(file)).isEqualTo(extension);
    }

    @Test
    void oneByteOrderMarkIsTakenOffTheText() {
        assertThat(SourceFiles.text("\uFEFF\uFEFFa".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("\uFEFFa");
        assertThat(SourceFiles.text(new byte[] {'a', (byte) 0xff})).isEqualTo("a\uFFFD");
    }

    @Test
    void whatCannotBeReadSaysWhyWithoutRepeatingItsPath() {
        Path file = Path.of("a.txt");
        assertThat(
                        List.of(
                                        new NoSuchFileException("a.txt"),
                                        new FileSystemException("a.txt", null, "Is a directory"),
                                        new IOException("Input/output error"))
                                .stream()
                                .map(e -> SourceFiles.unreadable(file, e).finding().message()))
                .satisfiesExactly(
                        m -> assertThat(m).contains("(No such file or directory)"),
                        m -> assertThat(m).contains("(Is a directory)"),
                        m -> assertThat(m).contains("(Input/output error)"));
    }

    @Test
    void aBackslashStaysInANameWhereItSeparatesNothing() {
        assumeThat(File.separator).isEqualTo("/");
        assertThat(SourceFiles.slashed(Path.of("a/b\\c.png"))).isEqualTo("a/b\\c.png");
    }

    @Test
    void filesComeInNaturalOrder(@TempDir Path folder) throws Exception {
        for (String name : List.of("b/10.txt", "b/9.txt", "a10/1.txt", "a2/1.txt")) {
            Sources.text(folder.resolve(name), "");
        }
        assertThat(SourceFiles.below(folder).stream().map(folder::relativize).map(Path::toString))
                .containsExactly("a2/1.txt", "a10/1.txt", "b/9.txt", "b/10.txt");
    }
}
