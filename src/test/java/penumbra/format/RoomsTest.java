package penumbra.format;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Which room may know which: the readers know none but what all share, only the list of [Formats]
/// knows them, and the check may look at what the export knows but not the other way round.
@AnalyzeClasses(packages = "penumbra.format", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule ROOMS =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("shared")
                    .definedBy("penumbra.format")
                    .layer("plate")
                    .definedBy("penumbra.format.plate")
                    .layer("skeleton")
                    .definedBy("penumbra.format.skeleton")
                    .layer("yolo")
                    .definedBy("penumbra.format.yolo")
                    .layer("export")
                    .definedBy("penumbra.format.export")
                    .layer("check")
                    .definedBy("penumbra.format.check")
                    .whereLayer("plate")
                    .mayOnlyBeAccessedByLayers("shared")
                    .whereLayer("skeleton")
                    .mayOnlyBeAccessedByLayers("shared")
                    .whereLayer("yolo")
                    .mayOnlyBeAccessedByLayers("shared", "export", "check")
                    .whereLayer("export")
                    .mayOnlyBeAccessedByLayers("check")
                    .whereLayer("check")
                    .mayNotBeAccessedByAnyLayer();
}
