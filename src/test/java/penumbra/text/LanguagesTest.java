package penumbra.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import penumbra.edit.check.PlateWarning;

/// The bundles of the second language against those of the first.
class LanguagesTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources", "penumbra");
    private static final Pattern HAS_HAN = Pattern.compile("(?s).*\\p{IsHan}.*");
    private static final Pattern PLACE = Pattern.compile("%(\\d)\\$");

    private static List<Path> bundles(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(f -> f.endsWith("texts.properties")).toList();
        }
    }

    private static Path chinese(Path bundle) {
        return bundle.resolveSibling("texts_zh.properties");
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyBundleOfTheProjectSpeaksChinese() throws IOException {
        List<Path> bundles = bundles(RESOURCES);
        assertThat(bundles).hasSizeGreaterThan(14);
        assertThat(bundles).allSatisfy(bundle -> assertThat(chinese(bundle)).exists());
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndEachTextTheSamePlaces() throws IOException {
        int compared = 0;
        for (Path bundle : bundles(RESOURCES)) {
            Properties english = read(bundle);
            Properties chinese = read(chinese(bundle));
            assertThat(chinese.stringPropertyNames())
                    .as(bundle.toString())
                    .isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(places(chinese.getProperty(key)))
                        .as(bundle + ": " + key)
                        .isEqualTo(places(english.getProperty(key)));
                assertThat(chinese.getProperty(key).isBlank())
                        .as(bundle + ": " + key)
                        .isEqualTo(english.getProperty(key).isBlank());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    @Test
    void sentencesAreTranslatedAndNotOnlyCopied() throws IOException {
        for (Path bundle : bundles(RESOURCES)) {
            Properties english = read(bundle);
            Properties chinese = read(chinese(bundle));
            assertThat(english.stringPropertyNames())
                    .filteredOn(key -> english.getProperty(key).matches(".*[a-z] [a-z].* [a-z].*"))
                    .as(bundle.toString())
                    .allSatisfy(
                            key -> assertThat(chinese.getProperty(key)).as(key).matches(HAS_HAN));
        }
    }

    @Test
    void aNumberIsWrittenWithAPointInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE, Locale.GERMANY)) {
                Locale.setDefault(language);
                assertThat(Texts.of(PlateWarning.class, "unequal-bars", 1234.5))
                        .as(language.toString())
                        .contains("1234.50");
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
