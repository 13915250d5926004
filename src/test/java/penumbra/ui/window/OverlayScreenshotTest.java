package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import penumbra.data.ImageWriter;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.edit.Selection;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.ui.Frame;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.Shortcut;
import penumbra.ui.Theme;

/// Photographs every overlay with its card, in both themes and at the least window that is worked
/// in, into target/screenshots.
@ExtendWith(ApplicationExtension.class)
class OverlayScreenshotTest {

    private static final Size SIZE = new Size(1280, 1024);
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final List<String> ALL =
            List.of("measured", "helium", "centernet", "adaloss", "adaanchor");

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;

    @Start
    void start(Stage stage) {
        Settings first = Settings.first(Language.ENGLISH, "tester").withHintSeen();
        Frame small = new Frame(0, 0, 1280, 800, false);
        open = new OpenWindow(stage, home, first.withFrame(small));
    }

    @AfterEach
    void close() {
        open.close();
        Locale.setDefault(locale);
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T part(String id) {
        return (T) open.window.stage().getScene().lookup("#" + id);
    }

    private void show(String overlay, boolean shown) {
        OpenWindow.fx(() -> {
            this.<ToggleSwitch>part("overlay-" + overlay + "-on").setSelected(shown);
            if (part("overlay-" + overlay + "-reset").isVisible() != shown) {
                this.<Button>part("overlay-" + overlay + "-fold").fire();
            }
            return null;
        });
    }

    @Test
    void everyOverlayOnAPlateAndAllTogether() throws IOException {
        Files.createDirectories(SHOTS);
        OpenWindow.render(home.resolve("match"), 1, SIZE);
        open.open(home.resolve("match"));
        RenderedScene scene = SyntheticScene.render(5, 0, SIZE);
        OpenWindow.fx(() -> {
            for (Target truth : scene.truth()) {
                open.studio()
                        .apply(
                                open.studio()
                                        .edits()
                                        .add(
                                                open.studio().pictureProperty().get().orElseThrow(),
                                                truth.classIndex(),
                                                truth.keypoints().stream()
                                                        .map(Keypoint::at)
                                                        .toList()));
            }
            open.studio()
                    .selectionProperty()
                    .set(Selection.first(open.studio().pictureProperty().get().orElseThrow()));
            open.window.commands().run(Shortcut.SNAP);
            return null;
        });
        OpenWindow.until(() -> open.window.background().running().isEmpty());
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            OpenWindow.fx(() -> {
                open.window.setTheme(theme);
                this.<TabPane>part("side").getSelectionModel().select(1);
                open.window.commands().run(Shortcut.ZOOM_TO_PLATE);
                return null;
            });
            OpenWindow.fx(() -> null);
            show("measured", false);
            for (String overlay : ALL) {
                show(overlay, true);
                shootNearAndFar("overlay-" + overlay, theme);
                show(overlay, false);
            }
            cardsInChinese(theme);
            OpenWindow.fx(() -> {
                ALL.forEach(
                        id -> this.<ToggleSwitch>part("overlay-" + id + "-on").setSelected(true));
                open.window.commands().run(Shortcut.FIT);
                return null;
            });
            shoot("overlay-all", theme);
            OpenWindow.fx(() -> {
                open.studio().selectionProperty().set(Optional.empty());
                return null;
            });
            shoot("overlay-all-unselected", theme);
            OpenWindow.fx(() -> {
                ALL.forEach(
                        id -> this.<ToggleSwitch>part("overlay-" + id + "-on").setSelected(false));
                open.studio()
                        .selectionProperty()
                        .set(Selection.first(open.studio().pictureProperty().get().orElseThrow()));
                return null;
            });
        }
    }

    private void cardsInChinese(Theme theme) throws IOException {
        language(Language.CHINESE);
        for (String overlay : ALL) {
            show(overlay, true);
            shoot("overlay-" + overlay + "-chinese", theme);
            show(overlay, false);
        }
        language(Language.ENGLISH);
    }

    private void language(Language language) {
        OpenWindow.fx(() -> {
            open.window.setLanguage(language);
            return null;
        });
        OpenWindow.fx(() -> null);
        OpenWindow.fx(() -> {
            this.<TabPane>part("side").getSelectionModel().select(1);
            return null;
        });
        OpenWindow.fx(() -> null);
    }

    /// With labels of that folder; pictures of other people are never kept in the project's
    /// folders.
    @Test
    void everyOverlayOnARealPicture() throws Exception {
        Path real = penumbra.Shared.folder("data/real/low_exposure_arena");
        Files.createDirectories(home.resolve("real"));
        Files.copy(real.resolve("images/0001.jpg"), home.resolve("real/0001.jpg"));
        open.open(home.resolve("real"));
        List<Point> points = firstPlate(real.resolve("labels/0001.txt"));
        OpenWindow.fx(() -> {
            LabelledImage picture = open.studio().pictureProperty().get().orElseThrow();
            open.studio().apply(open.studio().edits().add(picture, 0, points));
            open.studio()
                    .selectionProperty()
                    .set(Selection.first(open.studio().pictureProperty().get().orElseThrow()));
            this.<TabPane>part("side").getSelectionModel().select(1);
            open.window.commands().run(Shortcut.ZOOM_TO_PLATE);
            open.window.commands().run(Shortcut.SNAP);
            return null;
        });
        OpenWindow.until(() -> open.window.background().running().isEmpty());
        show("measured", false);
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            OpenWindow.fx(() -> {
                open.window.setTheme(theme);
                return null;
            });
            for (String overlay : ALL) {
                show(overlay, true);
                shootNearAndFar("overlay-real-" + overlay, theme);
                show(overlay, false);
            }
        }
    }

    /// The whole picture, the plate, and 800 %.
    private void shootNearAndFar(String name, Theme theme) throws IOException {
        run(Shortcut.FIT);
        shoot(name + "-fit", theme);
        run(Shortcut.ZOOM_TO_PLATE);
        shoot(name, theme);
        OpenWindow.fx(() -> {
            open.window.workspace().orElseThrow().state().zoom(8 / open.view().zoom());
            return null;
        });
        shoot(name + "-800", theme);
    }

    private void run(Shortcut command) {
        OpenWindow.fx(() -> {
            open.window.commands().run(command);
            return null;
        });
    }

    private static List<Point> firstPlate(Path labels) throws IOException {
        double[] n =
                Arrays.stream(Files.readAllLines(labels).getFirst().split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        List<Point> points = new java.util.ArrayList<>();
        for (int i = 1; i < 9; i += 2) {
            points.add(new Point(n[i] * SIZE.width(), n[i + 1] * SIZE.height()));
        }
        return points;
    }

    /// A folder that a person named, or none that stays.
    private Path elsewhere() {
        return Optional.ofNullable(System.getProperty("penumbra.shots")).map(Path::of).orElse(home);
    }

    private void shoot(String view, Theme theme) throws IOException {
        WritableImage image = open.photograph();
        assertThat(OpenWindow.fx(() -> Readable.faults(open.window.stage().getScene().getRoot())))
                .as(view + " " + theme)
                .isEmpty();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        String name = (view + "-" + theme.name()).toLowerCase(Locale.ROOT);
        Files.write(
                (view.contains("-real-") ? elsewhere() : SHOTS).resolve(name + ".png"),
                ImageWriter.png(new Size(width, height), argb));
        assertThat(Arrays.stream(argb).distinct().count()).as(name).isGreaterThan(50);
    }
}
