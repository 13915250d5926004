package penumbra.format.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ExportFormatsTest {

    @Test
    void everyExportFormatIsInTheListUnderAnIdOfItsOwn() {
        var implementations =
                new ClassFileImporter()
                        .importPackages("penumbra.format").stream()
                                .filter(c -> c.isAssignableTo(ExportFormat.class))
                                .filter(c -> !c.isInterface())
                                .map(JavaClass::getName)
                                .toList();
        assertThat(ExportFormats.ALL)
                .extracting(f -> f.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(implementations);
        assertThat(ExportFormats.ALL).extracting(ExportFormat::id).doesNotHaveDuplicates();
        ExportFormats.ALL.forEach(f -> assertThat(ExportFormats.ofId(f.id())).containsSame(f));
        assertThat(ExportFormats.ofId("no")).isEmpty();
    }

    @Test
    void optionsAreFoundByTheirIds() {
        for (OutsideRule rule : OutsideRule.values()) {
            assertThat(OutsideRule.ofId(rule.id())).contains(rule);
        }
        for (Backgrounds which : Backgrounds.values()) {
            assertThat(Backgrounds.ofId(which.id())).contains(which);
        }
        assertThat(OutsideRule.ofId("HIDE")).isEmpty();
        assertThat(Backgrounds.ofId("")).isEmpty();
    }
}
