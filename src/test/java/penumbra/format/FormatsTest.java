package penumbra.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
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
}
