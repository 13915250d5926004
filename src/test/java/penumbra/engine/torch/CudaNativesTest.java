package penumbra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaNativesTest {

    @TempDir Path home;
    private Path folder;
    private CudaNatives natives;

    @BeforeEach
    void here() {
        folder = home.resolve("pytorch");
        natives = new CudaNatives(folder, Optional.of("linux-x86_64"));
    }

    private Path download(String name, int bytes) throws Exception {
        Path tmp = Files.createDirectories(folder.resolve(name));
        return Files.write(tmp.resolve("libtorch.so"), new byte[bytes]);
    }

    @Test
    void nativesAreForLinuxAndWindowsOnX86() {
        assertThat(CudaNatives.system("Linux", "amd64")).contains("linux-x86_64");
        assertThat(CudaNatives.system("Windows 11", "amd64")).contains("win-x86_64");
        assertThat(CudaNatives.system("Linux", "aarch64")).isEmpty();
        assertThat(CudaNatives.system("Mac OS X", "aarch64")).isEmpty();
    }

    @Test
    void howFarADownloadIsIsReadFromDjlsFolder() throws Exception {
        assertThat(natives.written()).isEmpty();
        download("tmp123", 2_600_000);
        assertThat(natives.written()).as("no list of files yet").isEmpty();
        Files.writeString(folder.resolve("2.7.1-1.txt"), "cpu/linux-x86_64/native/lib/a.so.gz\n");
        assertThat(natives.written()).as("nothing for CUDA in the list").isEmpty();
        Files.writeString(
                folder.resolve("2.7.1-1.txt"),
                """
                cpu/linux-x86_64/native/lib/libtorch.so.gz
                cu128/linux-x86_64/native/lib/libtorch.so.gz
                cu128/linux-x86_64/native/lib/libtorch_cuda.so.gz
                cu128/win-x86_64/native/lib/torch.dll.gz
                """);
        assertThat(natives.written()).contains(new CudaNatives.Written(1, 2, 2));
    }

    @Test
    void downloadsThatWereEndedFromOutsideAreRemovedAndNoOthers() throws Exception {
        Path old = download("tmp1", 10);
        Path young = download("tmp2", 10);
        Path whole = download("2.7.1-cpu-linux-x86_64", 10);
        FileTime before = FileTime.from(Instant.now().minusSeconds(3600));
        for (Path file : List.of(old, old.getParent(), whole, whole.getParent())) {
            Files.setLastModifiedTime(file, before);
        }
        natives.clear(Instant.now().minusSeconds(600));
        assertThat(old.getParent()).doesNotExist();
        assertThat(young).exists();
        assertThat(whole).exists();
    }

    @Test
    void nothingIsFetchedForASystemThatNoneIsPublishedForNorInPlaceOfANamedOne() {
        assertThatThrownBy(() -> new CudaNatives(folder, Optional.empty()).fetch(Map.of()))
                .isInstanceOf(TorchException.class)
                .hasMessageStartingWith("No libtorch for CUDA is published for");
        assertThatThrownBy(() -> natives.fetch(Map.of("PYTORCH_LIBRARY_PATH", "/opt/libtorch")))
                .isInstanceOf(TorchException.class)
                .hasMessageContaining("already names a libtorch, /opt/libtorch");
        assertThat(folder).doesNotExist();
    }

    private static byte[] packed(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes());
        }
        return bytes.toByteArray();
    }

    /// What publish.djl.ai has, in files; in a process of its own, because it can have but one
    /// libtorch.
    private String fetched() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        PublishedNatives.class.getName(),
                        home.resolve("published").toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("ENGINE_CACHE_DIR", home.toString());
        builder.environment().remove("PYTORCH_LIBRARY_PATH");
        Path out = home.resolve("out.txt");
        Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        process.waitFor();
        return Files.readString(out);
    }

    @Test
    void djlFetchesWhatIsPublishedForCudaIntoAFolderThatIsFoundFromThenOn() throws Exception {
        Path published = Files.createDirectories(home.resolve("published/pytorch/2.7.1"));
        Path files = published.resolve("cu128/linux-x86_64/native/lib");
        Files.createDirectories(files);
        Files.write(files.resolve("libtorch.so.gz"), packed("no library"));
        Files.write(files.resolve("libc10_cuda.so.gz"), packed("nor this"));
        Files.writeString(
                published.resolve("files.txt"),
                """
                cpu/linux-x86_64/native/lib/libtorch.so.gz
                cu128/linux-x86_64/native/lib/libtorch.so.gz
                cu128/linux-x86_64/native/lib/libc10_cuda.so.gz
                """);
        Path there = folder.resolve("2.7.1-1-cu128-linux-x86_64");
        assertThat(natives.fetched()).isEmpty();

        // What was published for the test is no library, so its loading fails.
        assertThat(fetched())
                .contains("TorchException: libtorch for CUDA is in " + there)
                .contains("remove that folder and fetch it again");
        assertThat(there.resolve("libtorch.so")).hasContent("no library");
        assertThat(there.resolve("libc10_cuda.so")).hasContent("nor this");
        assertThat(natives.fetched()).contains(new Libtorch(there, "2.7.1", "cu128"));
        assertThat(natives.written()).isEmpty();
    }

    @Test
    void whatCannotBeFetchedIsSaidInOneSentenceAndLeavesNothing() throws Exception {
        Files.createDirectories(home.resolve("published"));
        assertThat(fetched()).contains("TorchException: libtorch for CUDA could not be fetched");
        assertThat(natives.fetched()).isEmpty();
    }
}
