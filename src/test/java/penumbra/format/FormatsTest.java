package penumbra.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void everyFormatOfThePackageIsInTheList() {
        var written =
                new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                        .importPackages("penumbra.format").stream()
                                .filter(c -> c.isAssignableTo(LabelFormat.class))
                                .filter(c -> !c.isInterface())
                                .map(JavaClass::getName)
                                .toList();
        assertThat(written)
                .hasSizeGreaterThanOrEqualTo(9)
                .containsExactlyInAnyOrderElementsOf(
                        Formats.ALL.stream().map(f -> f.getClass().getName()).toList());
    }

    @Test
    void idsAreThoseOfTheCommandLineAndFindTheirFormat() {
        assertThat(Formats.ALL)
                .extracting(LabelFormat::id)
                .doesNotHaveDuplicates()
                .contains(
                        "yolo-pose",
                        "sjtu9",
                        "tju9",
                        "labelmaster10",
                        "atlabelmaster10",
                        "coco",
                        "cvat",
                        "labelme",
                        "label-studio",
                        "datumaro");
        assertThat(Formats.ALL).allSatisfy(f -> assertThat(Formats.byId(f.id())).hasValue(f));
        assertThat(Formats.byId("yolo")).isEmpty();
    }

    @Test
    void everyRuleThatTheSourcesNameHasASentence() throws IOException {
        Properties texts = new Properties();
        try (var in = Formats.class.getResourceAsStream("texts.properties")) {
            texts.load(in);
        }
        Pattern named =
                Pattern.compile(
                        "(?:new Refusal\\([^;]*?|(?:refuse|warn|note)\\([^;]*?|refused\\("
                                + "|Finding\\.of\\([^;]*?|missing\\([^;]*?|expect\\([^;]*?)"
                                + "(?<!line\\()\"([a-z]+(?:-[a-z0-9]+)*)\"");
        TreeSet<String> rules = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/penumbra/format"))) {
            for (Path file : files.toList()) {
                named.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult m) -> m.group(1))
                        .forEach(rules::add);
            }
        }
        assertThat(rules).hasSizeGreaterThan(50).contains("columns", "xml-doctype", "json-object");
        assertThat(texts.keySet())
                .containsAll(rules.stream().map(r -> (Object) ("rule." + r)).toList());
    }
}
