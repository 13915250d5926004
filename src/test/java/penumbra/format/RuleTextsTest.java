package penumbra.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The sentences of the rules that the sources of every room name.
class RuleTextsTest {

    private static final Path SOURCES = Path.of("src/main/java/penumbra/format");
    private static final Path BUNDLE =
            Path.of("src/main/resources/penumbra/format/texts.properties");
    private static final Set<String> ROOMS = Set.of("plate", "skeleton", "yolo", "export", "check");
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:new Refusal\\([^;]*?|(?:refuse|warn|note)\\([^;]*?|refused\\("
                            + "|Finding\\.of\\([^;]*?|missing\\([^;]*?|expect\\([^;]*?)"
                            + "(?<!line\\()\"([a-z]+(?:-[a-z0-9]+)*)\"");
    private static final Pattern PREFIXED = Pattern.compile("\"((?:yolo|check|export)-[a-z-]+)\"");

    /// The text of every source file by its path below the package.
    private static Map<Path, String> sources() throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.put(SOURCES.relativize(file), Files.readString(file));
            }
        }
        return sources;
    }

    private static Set<String> named(Pattern pattern) throws IOException {
        return sources().values().stream()
                .flatMap(source -> pattern.matcher(source).results())
                .map((MatchResult m) -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Sentence by rule.
    private static Map<String, String> sentences() throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(BUNDLE)) {
            texts.load(in);
        }
        Map<String, String> sentences = new TreeMap<>();
        texts.forEach((key, text) -> {
            assertThat(key.toString()).startsWith("rule.");
            sentences.put(key.toString().substring("rule.".length()), text.toString());
        });
        return sentences;
    }

    @Test
    void theSourcesOfEveryRoomAreLookedAt() throws IOException {
        assertThat(sources().keySet())
                .filteredOn(file -> file.getNameCount() == 2)
                .extracting(file -> file.getName(0).toString())
                .containsAll(ROOMS)
                .isSubsetOf(ROOMS);
        assertThat(sources()).containsKey(Path.of("Finding.java"));
    }

    @Test
    void everyRuleThatTheSourcesNameHasASentence() throws IOException {
        Set<String> rules = named(NAMED);
        assertThat(rules).hasSizeGreaterThan(50).contains("columns", "xml-doctype", "json-object");
        assertThat(sentences().keySet()).containsAll(rules);
    }

    @Test
    void everyRuleOfYoloCheckAndExportHasASentenceAndEverySuchSentenceARule() throws IOException {
        Set<String> rules = named(PREFIXED);
        rules.remove("yolo-pose");
        assertThat(sentences().keySet().stream().filter(r -> r.matches("(yolo|check|export)-.*")))
                .containsExactlyElementsOf(rules);
    }

    @Test
    void everySentenceIsOfARuleThatASourceNames() throws IOException {
        String all = String.join("\n", sources().values());
        assertThat(sentences().keySet()).allMatch(rule -> all.contains("\"" + rule + "\""));
    }

    @Test
    void everySentenceBeginsLikeOneAndEndsWithAPeriod() throws IOException {
        assertThat(sentences().values())
                .isNotEmpty()
                .allMatch(s -> s.matches("[A-Z0-9%'\"].*[^.\\s]\\.") && !s.contains("  "));
    }

    @Test
    void theBundleHasOneCommentForEachRoomAndItsRulesInOrderBelowIt() throws IOException {
        List<String> rooms = new ArrayList<>();
        String last = "";
        for (String line : Files.readAllLines(BUNDLE)) {
            if (line.startsWith("#")) {
                rooms.add(line.replaceFirst("^# ", "").replaceFirst(":.*", ""));
                last = "";
            } else if (!line.isBlank()) {
                String key = line.substring(0, line.indexOf(" = "));
                assertThat(key).isGreaterThan(last);
                last = key;
            }
        }
        assertThat(rooms.subList(2, rooms.size())).containsExactlyInAnyOrderElementsOf(ROOMS);
    }
}
