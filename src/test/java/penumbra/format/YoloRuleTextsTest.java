package penumbra.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class YoloRuleTextsTest {

    private static final Pattern RULE = Pattern.compile("\"((?:yolo|check|export)-[a-z-]+)\"");

    @Test
    void everyRuleHasASentenceAndEverySentenceARule() throws IOException {
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/penumbra/format"))) {
            for (Path source : sources.toList()) {
                RULE.matcher(Files.readString(source))
                        .results()
                        .map((MatchResult m) -> "rule." + m.group(1))
                        .forEach(rules::add);
            }
        }
        rules.remove("rule.yolo-pose");
        Set<String> sentences =
                ResourceBundle.getBundle("penumbra.format.texts", Locale.ROOT).keySet().stream()
                        .filter(k -> k.matches("rule\\.(yolo|check|export)-.*"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(sentences).isEqualTo(rules);
    }
}
