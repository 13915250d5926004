package penumbra.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {

    @TempDir Path root;
    private Path set;

    @BeforeEach
    void name() {
        set = root.resolve("set");
    }

    @Test
    void makesAndReplacesAFolder() throws IOException {
        AtomicFolder.write(set, f -> file(f, "deep/er/a.txt", "one"));
        assertThat(set.resolve("deep/er/a.txt")).hasContent("one");
        AtomicFolder.write(set, f -> file(f, "b.txt", "two"));
        assertThat(set.resolve("b.txt")).hasContent("two");
        assertThat(set.resolve("deep")).doesNotExist();
        assertThat(names()).containsExactly("set");
    }

    @Test
    void makesTheFoldersAboveTheDestination() throws IOException {
        AtomicFolder.write(root.resolve("x/y/set"), f -> file(f, "a", "1"));
        assertThat(root.resolve("x/y/set/a")).hasContent("1");
    }

    @Test
    void contentThatFailsMidwayLeavesTheOldFolder() throws IOException {
        AtomicFolder.write(set, f -> file(f, "a.txt", "old"));
        assertThatThrownBy(() ->
                        AtomicFolder.write(
                                set,
                                f -> {
                                    file(f, "a.txt", "new");
                                    throw new IOException("No space left on device");
                                }))
                .hasMessage("No space left on device");
        assertThat(set.resolve("a.txt")).hasContent("old");
        assertThat(names()).containsExactly("set");
    }

    @Test
    void aFailedRenameOfTheNewFolderPutsTheOldOneBack() throws IOException {
        AtomicFolder.write(set, f -> file(f, "a.txt", "old"));
        AtomicFolder.Move second =
                (from, to) -> {
                    if (to.equals(set)) {
                        throw new IOException("no");
                    }
                    Files.move(from, to);
                };
        assertThatThrownBy(() -> AtomicFolder.write(set, f -> file(f, "a.txt", "new"), second))
                .hasMessage("no");
        assertThat(set.resolve("a.txt")).hasContent("old");
        assertThat(names()).containsExactly("set");
    }

    @Test
    void aFailedRenameOfTheOldFolderLeavesIt() throws IOException {
        AtomicFolder.write(set, f -> file(f, "a.txt", "old"));
        AtomicFolder.Move first =
                (_, _) -> {
                    throw new IOException("no");
                };
        assertThatThrownBy(() -> AtomicFolder.write(set, f -> file(f, "a.txt", "new"), first))
                .hasMessage("no");
        assertThat(set.resolve("a.txt")).hasContent("old");
        assertThat(names()).containsExactly("set");
    }

    @Test
    void aProcessKilledBetweenTheRenamesIsHealedToTheOldFolder() throws IOException {
        file(root.resolve(".set.penumbra-old"), "a.txt", "old");
        file(root.resolve(".set.penumbra-new"), "a.txt", "new");
        AtomicFolder.heal(set);
        assertThat(set.resolve("a.txt")).hasContent("old");
        assertThat(names()).containsExactly("set");
    }

    @Test
    void aProcessKilledAfterTheRenamesIsHealedToTheNewFolder() throws IOException {
        file(root.resolve(".set.penumbra-old"), "a.txt", "old");
        file(set, "a.txt", "new");
        AtomicFolder.heal(set);
        assertThat(set.resolve("a.txt")).hasContent("new");
        assertThat(names()).containsExactly("set");
    }

    @Test
    void aKilledWriterDoesNotStopTheNextOne() throws IOException {
        file(root.resolve(".set.penumbra-old"), "a.txt", "old");
        file(root.resolve(".set.penumbra-new"), "half.txt", "half");
        assertThatThrownBy(() ->
                        AtomicFolder.write(
                                set,
                                _ -> {
                                    throw new IOException("again");
                                }))
                .hasMessage("again");
        assertThat(set.resolve("a.txt")).hasContent("old");
        AtomicFolder.write(set, f -> file(f, "b.txt", "new"));
        assertThat(set.resolve("b.txt")).hasContent("new");
        assertThat(set.resolve("half.txt")).doesNotExist();
        assertThat(names()).containsExactly("set");
    }

    @Test
    void theOldFolderCanBeKeptUnderTheFirstFreeName() throws IOException {
        file(set, "a.txt", "first");
        file(root.resolve("set-1"), "x.txt", "not ours");
        Path kept = AtomicFolder.writeBeside(set, f -> file(f, "a.txt", "second"));
        assertThat(kept).isEqualTo(root.resolve("set-2"));
        assertThat(kept.resolve("a.txt")).hasContent("first");
        assertThat(set.resolve("a.txt")).hasContent("second");
        assertThat(root.resolve("set-1/x.txt")).hasContent("not ours");
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefusedAndStays() throws IOException {
        Files.writeString(set, "mine");
        assertThatThrownBy(() -> AtomicFolder.write(set, f -> file(f, "a.txt", "new")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(set).hasContent("mine");
        assertThat(names()).containsExactly("set");
    }

    @Test
    void linksInTheOldFolderAreNotFollowedWhenItIsRemoved() throws IOException {
        Path precious = root.resolve("precious");
        file(precious, "a.txt", "keep");
        Files.createDirectories(set);
        Files.createSymbolicLink(set.resolve("link"), precious);
        AtomicFolder.write(set, f -> file(f, "b.txt", "new"));
        assertThat(precious.resolve("a.txt")).hasContent("keep");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.map(p -> p.getFileName().toString()).toList();
        }
    }

    private static void file(Path folder, String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
