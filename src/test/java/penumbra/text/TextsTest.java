package penumbra.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every text key that the sources name has a sentence in the bundle of its package.
class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BUNDLES = Path.of("src/main/resources");
    private static final Pattern DIRECT = key("Texts\\.of\\(\\s*\\w+\\.class,");
    private static final Pattern SHORT = key("(?:\\bconsole\\.\\w+|(?<!\\.)\\btext)\\(");

    /// What a file's own `text(key)` puts before each key.
    private static final Pattern BEFORE =
            Pattern.compile("Texts\\.of\\(\\s*\\w+\\.class,\\s*\"([^\"]+)\"\\s*\\+\\s*key\\b");

    private static Pattern key(String call) {
        return Pattern.compile(call + "\\s*\"([^\"]+)\"(?!\\s*\\+)");
    }

    @Test
    void everyKeyNamedInTheSourcesIsInItsBundle() throws IOException {
        Set<String> missing = new TreeSet<>();
        int named = 0;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                for (String key : named(Files.readString(file))) {
                    named++;
                    if (!keys(file).contains(key)) {
                        missing.add(SOURCES.relativize(file) + ": " + key);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).isPositive();
    }

    private static List<String> named(String source) {
        boolean shortens = source.contains("String text(String key") || source.contains("Console");
        Matcher before = BEFORE.matcher(source);
        String prefix = before.find() ? before.group(1) : "";
        return Stream.concat(
                        DIRECT.matcher(source).results().map(m -> m.group(1)),
                        SHORT.matcher(source)
                                .results()
                                .filter(_ -> shortens)
                                .map(m -> prefix + m.group(1)))
                .toList();
    }

    private static Set<String> keys(Path source) {
        Path bundle =
                BUNDLES.resolve(SOURCES.relativize(source).resolveSibling("texts.properties"));
        if (!Files.exists(bundle)) {
            return Set.of();
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HashSet<>(properties.stringPropertyNames());
    }
}
