package penumbra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/// The rules of docs/architecture.md that a machine can keep.
@AnalyzeClasses(packages = "penumbra", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule LAYERS =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .withOptionalLayers(true)
                    .layer("text")
                    .definedBy("penumbra.text..")
                    .layer("file")
                    .definedBy("penumbra.file..")
                    .layer("geometry")
                    .definedBy("penumbra.geometry..")
                    .layer("model")
                    .definedBy("penumbra.model..")
                    .layer("rooms")
                    .definedBy(
                            "penumbra.edit..",
                            "penumbra.uncertainty..",
                            "penumbra.loss..",
                            "penumbra.format..",
                            "penumbra.metric..",
                            "penumbra.data..",
                            "penumbra.run..",
                            "penumbra.pose..",
                            "penumbra.snap..")
                    .layer("services")
                    .definedBy("penumbra.store..", "penumbra.plot..", "penumbra.engine..")
                    .layer("faces")
                    .definedBy("penumbra.ui..", "penumbra.cli..")
                    .layer("app")
                    .definedBy("penumbra.app..")
                    .whereLayer("app")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("faces")
                    .mayOnlyBeAccessedByLayers("app")
                    .whereLayer("services")
                    .mayOnlyBeAccessedByLayers("faces", "app")
                    .whereLayer("rooms")
                    .mayOnlyBeAccessedByLayers("services", "faces", "app")
                    .whereLayer("model")
                    .mayOnlyBeAccessedByLayers("rooms", "services", "faces", "app")
                    .whereLayer("geometry")
                    .mayOnlyBeAccessedByLayers("model", "rooms", "services", "faces", "app");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("penumbra.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_THE_ROOMS_OF_THE_WINDOW =
            slices().matching("(penumbra.ui..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_MUTABLE_STATICS =
            fields().that()
                    .areStatic()
                    .and()
                    .areDeclaredInClassesThat()
                    .resideInAPackage("penumbra..")
                    .should()
                    .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule JAVAFX_ONLY_IN_UI_AND_APP =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("penumbra.ui..", "penumbra.app..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..");

    @ArchTest
    static final ArchRule DJL_ONLY_IN_ENGINE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "penumbra.engine.torch..",
                            "penumbra.engine.net..",
                            "penumbra.engine.optim..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule ONNX_RUNTIME_ONLY_IN_ITS_ROOM =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("penumbra.engine.onnx..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_THE_ROOMS_OF_THE_ENGINE =
            slices().matching("(penumbra.engine..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule AWT_ONLY_IN_DATA_AND_PLOT =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("penumbra.data..", "penumbra.plot..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.awt..", "javax.imageio..");

    @ArchTest
    static final ArchRule UI_WITHOUT_ENGINE =
            noClasses()
                    .that()
                    .resideInAPackage("penumbra.ui..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("penumbra.engine..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PLATFORM_ONLY_IN_FX =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("penumbra.ui.Fx")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("javafx.application.Platform");

    @ArchTest
    static final ArchRule THREADS_ONLY_IN_WORKERS =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("penumbra.app.Workers")
                    .should()
                    .callConstructor(Thread.class)
                    .orShould()
                    .callConstructor(Thread.class, Runnable.class)
                    .orShould()
                    .callConstructor(Thread.class, Runnable.class, String.class)
                    .orShould()
                    .callMethod(Thread.class, "ofPlatform")
                    .orShould()
                    .callMethod(Thread.class, "ofVirtual")
                    .orShould()
                    .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(Executors.class, ForkJoinPool.class);
}
