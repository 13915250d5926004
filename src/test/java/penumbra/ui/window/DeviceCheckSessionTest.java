package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import penumbra.geometry.Size;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.Workspace;

/// A person asks what the device of the next run is; a child process answers.
@ExtendWith(ApplicationExtension.class)
class DeviceCheckSessionTest {

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;

    @Start
    void start(Stage stage) {
        open =
                new OpenWindow(
                        stage, home, Settings.first(Language.ENGLISH, "tester").withHintSeen());
    }

    @BeforeEach
    void pictures() throws IOException {
        OpenWindow.render(home.resolve("match"), 1, new Size(320, 256));
    }

    @AfterEach
    void close() {
        open.close();
        Locale.setDefault(locale);
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T node(String selector) {
        return (T) open.window.stage().getScene().lookup(selector);
    }

    private String found() {
        return OpenWindow.fx(() -> {
            Label label = node("#train-device-found");
            return label.getParent().isVisible() ? label.getText() : "";
        });
    }

    private void say(String option, String value) {
        OpenWindow.fx(() -> {
            this.<TextField>node("#train-" + option).setText(value);
            return null;
        });
    }

    private void check() {
        OpenWindow.fx(() -> {
            this.<Button>node("#train-device-check").fire();
            return null;
        });
    }

    private List<String> overlaps() {
        return OpenWindow.fx(() -> {
            Bounds said = inScene(node("#train-device-found"));
            return Stream.of("device", "precision", "weights", "seed", "batch")
                    .filter(id -> inScene(node("#train-" + id)).intersects(said))
                    .toList();
        });
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void theDeviceOfTheFormIsLookedAtAndWhatIsFoundIsSaidInOneSentence() throws IOException {
        open.open(home.resolve("match"));
        OpenWindow.fx(() -> {
            open.window.setWorkspace(Workspace.TRAIN);
            return null;
        });
        assertThat(found()).isEmpty();
        say("device", "cpu");
        check();
        OpenWindow.until(() -> found().startsWith("cpu: "));
        assertThat(overlaps()).as("controls under the sentence").isEmpty();
        assertThat(found()).contains("libtorch 2.7.1").contains("bf16").doesNotContain("\n");

        Path torch = home.resolve("venv/lib/python3.12/site-packages/torch");
        Files.createDirectories(torch.resolve("lib"));
        Files.writeString(torch.resolve("version.py"), "__version__ = '2.5.1+cu124'\n");
        say("libtorch", home.resolve("venv").toString());
        assertThat(found()).as("what was said of another libtorch").isEmpty();
        check();
        OpenWindow.until(() -> found().contains("only 2.7.1 fits"));
        OpenWindow.until(() -> !this.<Button>node("#train-device-check").isDisabled());
    }

    @Test
    void whereNoLibtorchForAGpuIsThereItsDownloadIsOfferedAndNothingIsFetchedUnasked()
            throws IOException {
        open.open(home.resolve("match"));
        OpenWindow.fx(() -> {
            open.window.setWorkspace(Workspace.TRAIN);
            return null;
        });
        say("device", "cuda:0");
        check();
        OpenWindow.until(() -> !this.<Button>node("#train-device-check").isDisabled());
        assumeThat(found())
                .as("this machine has a libtorch for a GPU")
                .contains("penumbra devices --fetch");
        assertThat(overlaps()).as("controls under the sentence").isEmpty();
        OpenWindow.fx(() -> {
            Button fetch = node("#train-device-fetch");
            Platform.runLater(fetch::fire);
            return null;
        });
        OpenWindow.until(() -> question().isPresent());
        String what = found();
        OpenWindow.fx(() -> {
            question().orElseThrow().hide();
            return null;
        });
        OpenWindow.until(() -> question().isEmpty());
        assertThat(found()).as("what is said after the question was refused").isEqualTo(what);
        say("device", "cpu");
        assertThat(found()).isEmpty();
        check();
        OpenWindow.until(() -> found().startsWith("cpu: "));
        assertThat(OpenWindow.fx(() -> this.<Button>node("#train-device-fetch").isVisible()))
                .isFalse();
    }

    private Optional<Window> question() {
        return OpenWindow.fx(() ->
                Window.getWindows().stream()
                        .filter(Window::isShowing)
                        .filter(w -> w.getScene().lookup("#train-device-fetch-yes") != null)
                        .findFirst());
    }
}
