package penumbra.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibtorchTest {

    private static final DeviceChoice GPU = DeviceChoice.of("cuda:0").orElseThrow();

    @TempDir Path folder;

    private Map<String, String> pointing() throws Exception {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        return Map.of("PYTORCH_LIBRARY_PATH", lib.toString());
    }

    private CudaNatives natives() {
        return new CudaNatives(folder.resolve("djl"), Optional.of("linux-x86_64"));
    }

    private Optional<Libtorch> choose(DeviceChoice device, Map<String, String> environment)
            throws TorchException {
        return Libtorch.choose(
                device,
                Optional.empty(),
                environment,
                new PythonFolders(List.of(folder.resolve("usr"))),
                natives());
    }

    /// A torch package as pip leaves it.
    private Path installed(String prefix, String version) throws Exception {
        Path torch = folder.resolve(prefix + "/torch");
        Path lib = Files.createDirectories(torch.resolve("lib"));
        Files.writeString(
                torch.resolve("version.py"),
                "from typing import Optional\n__version__ = '" + version + "'\ndebug = False\n");
        return lib;
    }

    @Test
    void theBundledLibraryIsTakenForTheCpuWhereNoneIsNamed() throws Exception {
        installed("usr/lib/python3.11/site-packages", "2.7.1+cu128");
        assertThat(choose(DeviceChoice.CPU, Map.of())).isEmpty();
    }

    @Test
    void theRightVersionOfEitherKindIsTaken() throws Exception {
        Map<String, String> environment = pointing();
        Files.writeString(folder.resolve("build-version"), "2.7.1+cu128\n");
        assertThat(choose(DeviceChoice.CPU, environment).orElseThrow().flavor()).isEqualTo("cu128");
        Files.delete(folder.resolve("build-version"));
        Files.writeString(
                folder.resolve("version.py"), "__version__ = '2.7.1+cpu'\ncuda = '12.8'\n");
        assertThat(choose(DeviceChoice.AUTO, environment).orElseThrow().flavor()).isEqualTo("cpu");
    }

    @Test
    void anotherVersionIsRefusedBeforeItCanCrash() throws Exception {
        Map<String, String> environment = pointing();
        Files.writeString(folder.resolve("build-version"), "2.5.1+cu124\n");
        assertThatThrownBy(() -> choose(DeviceChoice.CPU, environment))
                .isInstanceOf(TorchException.class)
                .hasMessageContaining("holds libtorch 2.5.1, but only 2.7.1 fits");
    }

    @Test
    void aNamedLibraryWithoutTheRightCudaIsRefusedForAGpu() throws Exception {
        Map<String, String> environment = pointing();
        Files.writeString(folder.resolve("build-version"), "2.7.1+cu126\n");
        assertThatThrownBy(() -> choose(GPU, environment))
                .isInstanceOf(TorchException.class)
                .hasMessageContaining("2.7.1+cu126")
                .hasMessageContaining("cuda:0 needs 2.7.1+cu128");
    }

    @Test
    void aFolderThatDoesNotSayItsVersionOrIsNotThereIsRefused() throws Exception {
        Map<String, String> environment = pointing();
        assertThatThrownBy(() -> choose(DeviceChoice.CPU, environment))
                .isInstanceOf(TorchException.class)
                .hasMessageContaining("does not say which version");
        assertThatThrownBy(() ->
                        choose(DeviceChoice.CPU, Map.of("PYTORCH_LIBRARY_PATH", folder + "/none")))
                .isInstanceOf(TorchException.class)
                .hasMessageContaining("There is no folder");
    }

    @Test
    void theActiveEnvironmentGoesBeforeThePersonsOwnAndTheSystem() throws Exception {
        Path system = installed("usr/lib/python3/dist-packages", "2.7.1+cu128");
        assertThat(choose(GPU, Map.of()).orElseThrow().folder()).isEqualTo(system);
        Path own = installed("home/.local/lib/python3.12/site-packages", "2.7.1+cu128");
        Map<String, String> home = Map.of("HOME", folder.resolve("home").toString());
        assertThat(choose(DeviceChoice.AUTO, home).orElseThrow().folder()).isEqualTo(own);
        for (String variable : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
            Path active = installed(variable + "/lib/python3.10/site-packages", "2.7.1+cu128");
            Map<String, String> both =
                    Map.of(
                            "HOME",
                            folder.resolve("home").toString(),
                            variable,
                            folder.resolve(variable).toString());
            assertThat(choose(GPU, both)).contains(new Libtorch(active, "2.7.1", "cu128"));
        }
    }

    @Test
    void packagesOfOtherVersionsAreLeftOutAndNamedWhereAGpuWasAskedFor() throws Exception {
        installed("usr/lib/python3.11/site-packages", "2.6.0+cu124");
        installed("usr/lib/python3.9/dist-packages", "2.7.1+cpu");
        assertThat(choose(DeviceChoice.AUTO, Map.of())).isEmpty();
        assertThatThrownBy(() -> choose(GPU, Map.of()))
                .isInstanceOf(TorchException.class)
                .hasMessageContaining("cuda:0 needs torch 2.7.1+cu128")
                .hasMessageContaining("2.6.0+cu124")
                .hasMessageContaining("2.7.1+cpu");
    }

    @Test
    void withoutAnyPackageAutomaticChoiceIsTheBundledOneAndAGpuIsRefused() throws Exception {
        Files.createDirectories(folder.resolve("usr/lib/python3.11/site-packages/torch/lib"));
        assertThat(choose(DeviceChoice.AUTO, Map.of("VIRTUAL_ENV", ""))).isEmpty();
        assertThatThrownBy(() -> choose(GPU, Map.of()))
                .isInstanceOf(TorchException.class)
                .hasMessageContaining("No Python environment here holds torch 2.7.1+cu128")
                .hasMessageContaining("penumbra devices --fetch");
    }

    @Test
    void whatWasFetchedIsForGpusWherePythonHasNoneThatFits() throws Exception {
        Path fetched = Files.createDirectories(folder.resolve("djl/2.7.1-1-cu128-linux-x86_64"));
        installed("usr/lib/python3.11/site-packages", "2.6.0+cu124");
        assertThat(choose(GPU, Map.of())).contains(new Libtorch(fetched, "2.7.1", "cu128"));
        assertThat(choose(DeviceChoice.AUTO, Map.of())).isPresent();
        assertThat(choose(DeviceChoice.CPU, Map.of())).isEmpty();
        Path python = installed("usr/lib/python3.12/site-packages", "2.7.1+cu128");
        assertThat(choose(GPU, Map.of()).orElseThrow().folder()).isEqualTo(python);
    }

    @Test
    void whatAPersonNamesGoesBeforeTheEnvironmentWhicheverFolderOfItIsNamed() throws Exception {
        Path python = installed("venv/lib/python3.12/site-packages", "2.7.1+cu128");
        Path whole = Files.createDirectories(folder.resolve("libtorch"));
        Path lib = Files.createDirectories(whole.resolve("lib"));
        Files.writeString(whole.resolve("build-version"), "2.7.1+cpu\n");
        Map<String, String> environment = Map.of("PYTORCH_LIBRARY_PATH", folder + "/none");
        PythonFolders nowhere = new PythonFolders(List.of());
        for (Path named : List.of(folder.resolve("venv"), python)) {
            assertThat(Libtorch.choose(GPU, Optional.of(named), environment, nowhere, natives()))
                    .contains(new Libtorch(python, "2.7.1", "cu128"));
        }
        for (Path named : List.of(whole, lib)) {
            assertThat(
                            Libtorch.choose(
                                    DeviceChoice.CPU,
                                    Optional.of(named),
                                    environment,
                                    nowhere,
                                    natives()))
                    .contains(new Libtorch(lib, "2.7.1", "cpu"));
        }
    }

    @Test
    void packagesThatDoNotFitAreTold() throws Exception {
        Path old = installed("usr/lib/python3.11/site-packages", "2.6.0+cu124");
        installed("usr/lib/python3.12/site-packages", "2.7.1+cu128");
        assertThat(Libtorch.refused(Map.of(), new PythonFolders(List.of(folder.resolve("usr")))))
                .containsExactly(new Libtorch(old, "2.6.0", "cu124"));
    }
}
