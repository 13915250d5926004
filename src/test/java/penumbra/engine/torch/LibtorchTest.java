package penumbra.engine.torch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibtorchTest {

    @TempDir Path folder;

    private Map<String, String> pointing() throws Exception {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        return Map.of("PYTORCH_LIBRARY_PATH", lib.toString());
    }

    @Test
    void theBundledLibraryIsTakenWhereNoneIsNamed() {
        assertThatCode(() -> Libtorch.check(Map.of())).doesNotThrowAnyException();
    }

    @Test
    void theRightVersionOfEitherKindIsTaken() throws Exception {
        Map<String, String> environment = pointing();
        Files.writeString(folder.resolve("build-version"), "2.7.1+cu128\n");
        assertThatCode(() -> Libtorch.check(environment)).doesNotThrowAnyException();
        Files.delete(folder.resolve("build-version"));
        Files.writeString(
                folder.resolve("version.py"), "__version__ = '2.7.1+cu128'\ncuda = '12.8'\n");
        assertThatCode(() -> Libtorch.check(environment)).doesNotThrowAnyException();
    }

    @Test
    void anotherVersionIsRefusedBeforeItCanCrash() throws Exception {
        Map<String, String> environment = pointing();
        Files.writeString(folder.resolve("build-version"), "2.5.1+cu124\n");
        assertThatThrownBy(() -> Libtorch.check(environment))
                .isInstanceOf(TorchException.class)
                .hasMessageContaining("holds libtorch 2.5.1, but only 2.7.1 fits");
    }

    @Test
    void aFolderThatDoesNotSayItsVersionOrIsNotThereIsRefused() throws Exception {
        Map<String, String> environment = pointing();
        assertThatThrownBy(() -> Libtorch.check(environment))
                .isInstanceOf(TorchException.class)
                .hasMessageContaining("does not say which version");
        assertThatThrownBy(() -> Libtorch.check(Map.of("PYTORCH_LIBRARY_PATH", folder + "/none")))
                .isInstanceOf(TorchException.class)
                .hasMessageContaining("There is no folder");
    }
}
