package penumbra.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir Path folder;

    @Test
    void makesAndReplacesAFile() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, bytes("one"));
        assertThat(file).hasContent("one");
        AtomicFile.write(file, bytes("two, longer"));
        AtomicFile.write(file, bytes("3"));
        assertThat(file).hasContent("3");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aWriterThatFailsMidwayLeavesTheOldFileAndNoOther() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, bytes("old"));
        assertThatThrownBy(() ->
                        AtomicFile.write(
                                file,
                                out -> {
                                    out.write(bytes("new, but not"));
                                    throw new IOException("unplugged");
                                }))
                .isInstanceOf(IOException.class)
                .hasMessage("unplugged");
        assertThatThrownBy(() ->
                        AtomicFile.write(
                                file,
                                out -> {
                                    throw new UncheckedIOException(new IOException("x"));
                                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aDiskThatFillsUpAtAnyByteLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, bytes("old"));
        byte[] content = bytes("0123456789");
        for (int room = 0; room < content.length; room++) {
            int n = room;
            assertThatThrownBy(() ->
                            AtomicFile.write(file, out -> new FullDisk(out, n).write(content)))
                    .hasMessage("No space left on device");
            assertThat(file).hasContent("old");
        }
        AtomicFile.write(file, out -> new FullDisk(out, content.length).write(content));
        assertThat(file).hasContent("0123456789");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void theTargetIsUntouchedUntilTheContentIsComplete() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, bytes("old"));
        AtomicFile.write(
                file,
                out -> {
                    out.write(new byte[1 << 20]);
                    assertThat(file).hasContent("old");
                });
        assertThat(file).hasSize(1 << 20);
    }

    @Test
    void aMissingFolderIsAnErrorAndIsNotMade() {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("no/a.txt"), bytes("x")))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = folder.resolve("a.txt");
        Path link = folder.resolve("link.txt");
        AtomicFile.write(file, bytes("old"));
        Files.createSymbolicLink(link, file);
        AtomicFile.write(link, bytes("new"));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A stream that takes a number of bytes and then fails as a full disk does.
    private static final class FullDisk extends OutputStream {
        private final OutputStream out;
        private int room;

        FullDisk(OutputStream out, int room) {
            this.out = out;
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            if (room-- <= 0) {
                throw new IOException("No space left on device");
            }
            out.write(b);
        }
    }
}
