package penumbra.format.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.format.Finding;
import penumbra.format.FormatException;
import penumbra.format.Progress;
import penumbra.format.TestPictures;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.model.Target;

/// What every export form does with the one that watches it: tells, stops, looks ahead.
class ExportProgressTest {

    private static final int PICTURES = 5;

    @TempDir Path root;
    private Path pictures;
    private Path out;
    private Project project;

    static List<ExportFormat> formats() {
        return ExportFormats.ALL;
    }

    @BeforeEach
    void prepare() throws IOException {
        pictures = root.resolve("pictures");
        out = root.resolve("out");
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 1; i <= PICTURES; i++) {
            TestPictures.write(pictures.resolve("s_" + i + ".png"), 50, 40);
            Target target =
                    new Target(
                            new UUID(0, i),
                            1,
                            List.of(
                                    Keypoint.visible(10, 10),
                                    Keypoint.visible(10, 20),
                                    Keypoint.visible(30, 20),
                                    Keypoint.visible(i == 5 ? 60 : 30, 10)),
                            Optional.empty(),
                            "");
            images.add(
                    new LabelledImage(
                            i,
                            "s_" + i + ".png",
                            new Size(50, 40),
                            i == 1 ? List.of() : List.of(target),
                            i == 1 ? LabelState.UNLABELLED : LabelState.LABELLED,
                            ""));
        }
        project = Project.of(Schema.ARMOR_PLATE, images);
    }

    private Map<String, String> everything() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                files.put(
                        root.relativize(path).toString(),
                        Files.isDirectory(path)
                                ? "folder"
                                : new String(
                                        Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void thePreviewSaysWhatTheExportThenReportsAndWritesNothing(ExportFormat format)
            throws Exception {
        Map<String, String> before = everything();
        ExportReport preview =
                format.preview(project, pictures, out, ExportOptions.DEFAULTS, Progress.NONE);
        assertThat(everything()).isEqualTo(before);
        assertThat(preview)
                .isEqualTo(format.export(project, pictures, out, ExportOptions.DEFAULTS));
        assertThat(preview.files()).hasSize(4);
        assertThat(preview.findings())
                .extracting(Finding::rule)
                .contains("export-unlabelled", "export-hidden");
        assertThat(format.preview(project, pictures, out, ExportOptions.DEFAULTS, Progress.NONE))
                .as("over itself")
                .isEqualTo(preview);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void thePreviewRefusesWhatTheExportWould(ExportFormat format) throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve("thesis.txt"), "precious");
        assertThatThrownBy(() ->
                        format.preview(
                                project, pictures, out, ExportOptions.DEFAULTS, Progress.NONE))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(out.toString());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void picturesLookedAtAndPicturesWrittenAreCounted(ExportFormat format) throws Exception {
        List<String> told = new ArrayList<>();
        format.export(
                project,
                pictures,
                out,
                ExportOptions.DEFAULTS,
                (done, total) -> told.add(done + "/" + total));
        assertThat(told)
                .containsExactly(
                        "0/5", "1/5", "2/5", "3/5", "4/5", "0/4", "1/4", "2/4", "3/4", "4/4");
    }

    /// Stopped at every place where it can be, over nothing and over an earlier export.
    @ParameterizedTest
    @MethodSource("formats")
    void anExportThatIsStoppedLeavesEverythingAsItWas(ExportFormat format) throws Exception {
        for (int round = 0; round < 2; round++) {
            Map<String, String> before = everything();
            for (int stop = 0; stop < 2 * PICTURES; stop++) {
                int[] left = {stop};
                assertThatThrownBy(() ->
                                format.export(
                                        project,
                                        pictures,
                                        out,
                                        ExportOptions.DEFAULTS.withValFraction(0.5),
                                        (_, _) -> {
                                            if (left[0]-- == 0) {
                                                throw new CancellationException();
                                            }
                                        }))
                        .isInstanceOf(CancellationException.class);
                assertThat(everything()).isEqualTo(before);
            }
            format.export(project, pictures, out, ExportOptions.DEFAULTS);
        }
    }
}
