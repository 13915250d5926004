package penumbra.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.data.Display;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.geometry.Viewport;

class SettingsFileTest {

    private static final ProjectView VIEW =
            new ProjectView(
                    "deep/frame-7.jpg",
                    Optional.of(
                            new Viewport(
                                    new Size(1280, 1024),
                                    801.5,
                                    600,
                                    2,
                                    3.7,
                                    new Point(-12.25, 0.1))),
                    "class:R3 \"two words\"",
                    "two-drags",
                    new Display(1.5, 1.2, Display.Channel.MAX),
                    true,
                    0.2,
                    0.75,
                    "tab.overlays",
                    Map.of("view", "surface", "chosen", List.of("l1", "helium"), "tau", 0.2));

    @TempDir Path folder;
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        SettingsFile file = new SettingsFile(folder.resolve("deep").resolve("studio.json"));
        Settings settings =
                Settings.first(Language.CHINESE, "ann")
                        .withTheme(Theme.DARK)
                        .withFrame(new Frame(10, 20, 800, 600, true))
                        .withAnnotator("bob")
                        .withKeymap(
                                Keymap.DEFAULTS.with(
                                        Shortcut.SNAP, KeyCombination.valueOf("Shift+S")))
                        .withView(Path.of("a.penumbra"), VIEW)
                        .withRecent(Path.of("a.penumbra"))
                        .withRecent(Path.of("b.penumbra"))
                        .withHintSeen();
        file.write(settings);
        assertThat(file.read(_ -> {})).isEqualTo(settings);
    }

    @Test
    void aMissingOrBrokenFileGivesAFirstStartInTheLanguageOfTheSystem() throws Exception {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        SettingsFile file = new SettingsFile(folder.resolve("studio.json"));
        assertThat(file.read(_ -> {}).language()).isEqualTo(Language.CHINESE);
        Files.writeString(file.path(), "{\"theme\": \"PINK\"");
        Locale.setDefault(Locale.GERMANY);
        assertThat(file.read(_ -> {}).theme()).isEqualTo(Theme.SYSTEM);
        assertThat(file.read(_ -> {}).language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void whatAnEarlierProgramDidNotWriteIsAsOnAFirstStart() throws Exception {
        SettingsFile file = new SettingsFile(folder.resolve("studio.json"));
        Files.writeString(file.path(), "{\"theme\": \"LIGHT\"}");
        assertThat(file.read(_ -> {}).theme()).isEqualTo(Theme.LIGHT);
        assertThat(file.read(_ -> {}).frame()).isEqualTo(Frame.FIRST);
        assertThat(file.read(_ -> {}).recent()).isEmpty();
    }

    @Test
    void theProjectOpenedLastStandsFirstAndOnceAndOnlyTenAreKept() {
        Settings settings = Settings.first(Language.ENGLISH, "");
        for (int i = 0; i < 12; i++) {
            settings = settings.withRecent(Path.of("p" + i));
        }
        settings = settings.withRecent(Path.of("p5"));
        assertThat(settings.recent())
                .isEqualTo(List.of("p5", "p11", "p10", "p9", "p8", "p7", "p6", "p4", "p3", "p2"));
    }

    @Test
    void oneDamagedEntryIsNamedAndTheRestIsRead() throws Exception {
        SettingsFile file = new SettingsFile(folder.resolve("studio.json"));
        file.write(Settings.first(Language.CHINESE, "ann").withView(Path.of("p"), VIEW));
        String text = Files.readString(file.path());
        Files.writeString(
                file.path(),
                text.replace("SYSTEM", "PINK")
                        .replace(
                                "\"shortcuts\" : { }",
                                "\"shortcuts\": {\"snap\": \"J\", \"dance\": \"K\","
                                        + " \"fit\": \"no keys\", \"undo\": \"Shortcut+E\","
                                        + " \"delete\": \"B\"}"));
        List<String> ignored = new ArrayList<>();
        Settings settings = file.read(ignored::add);
        assertThat(settings.theme()).isEqualTo(Theme.SYSTEM);
        assertThat(settings.annotator()).isEqualTo("ann");
        assertThat(settings.view(Path.of("p"))).contains(VIEW);
        assertThat(settings.keymap().text(Shortcut.SNAP)).isEqualTo("J");
        assertThat(settings.keymap().changed()).containsOnlyKeys(Shortcut.SNAP);
        assertThat(ignored).hasSize(2);
        assertThat(ignored.get(0)).contains("studio.json", "theme");
        assertThat(ignored.get(1)).contains("studio.json", "dance", "fit", "undo", "delete");
    }

    @Test
    void aViewThatCannotBeIsLeftOut() throws Exception {
        SettingsFile file = new SettingsFile(folder.resolve("studio.json"));
        file.write(Settings.first(Language.ENGLISH, "ann").withView(Path.of("p"), VIEW));
        Files.writeString(file.path(), Files.readString(file.path()).replace("3.7", "1e9"));
        List<String> ignored = new ArrayList<>();
        assertThat(file.read(ignored::add).views()).isEmpty();
        assertThat(ignored).singleElement().asString().contains("views");
        Files.writeString(file.path(), "[1, 2]");
        assertThat(file.read(ignored::add).annotator()).isNotEqualTo("ann");
        assertThat(ignored.getLast()).contains("damaged");
    }

    @Test
    void onlyTheLastFiftyViewsAreKept() {
        Settings settings = Settings.first(Language.ENGLISH, "");
        for (int i = 0; i < 60; i++) {
            settings = settings.withView(Path.of("p" + i), VIEW);
            settings = settings.withView(Path.of("p0"), VIEW);
        }
        assertThat(settings.views()).hasSize(50).containsKeys("p0", "p59", "p11");
        assertThat(settings.views()).doesNotContainKeys("p1", "p10");
    }
}
