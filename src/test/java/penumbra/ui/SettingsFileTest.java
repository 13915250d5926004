package penumbra.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

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
                        .withFrame(new Settings.Frame(10, 20, 800, 600, true))
                        .withSplits(0.2, 0.75)
                        .withRecent(Path.of("a.penumbra"))
                        .withRecent(Path.of("b.penumbra"))
                        .withHintSeen();
        file.write(settings);
        assertThat(file.read()).isEqualTo(settings);
    }

    @Test
    void aMissingOrBrokenFileGivesAFirstStartInTheLanguageOfTheSystem() throws Exception {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        SettingsFile file = new SettingsFile(folder.resolve("studio.json"));
        assertThat(file.read().language()).isEqualTo(Language.CHINESE);
        Files.writeString(file.path(), "{\"theme\": \"PINK\"");
        Locale.setDefault(Locale.GERMANY);
        assertThat(file.read().theme()).isEqualTo(Theme.SYSTEM);
        assertThat(file.read().language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void whatAnEarlierProgramDidNotWriteIsAsOnAFirstStart() throws Exception {
        SettingsFile file = new SettingsFile(folder.resolve("studio.json"));
        Files.writeString(file.path(), "{\"theme\": \"LIGHT\"}");
        assertThat(file.read().theme()).isEqualTo(Theme.LIGHT);
        assertThat(file.read().inspector()).isEqualTo(0.8);
        assertThat(file.read().recent()).isEmpty();
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
}
