package penumbra.ui.chart;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import penumbra.geometry.Size;
import penumbra.plot.Chart;
import penumbra.plot.ChartFormat;
import penumbra.text.Texts;
import penumbra.ui.Background;

/// Charts of the window on their way into files, as they are seen.
///
/// @param look of the files
/// @param background writes them
/// @param tell gets a sentence about what was done
/// @param fail gets what went wrong
public record ChartFiles(
        ChartLook look, Background background, Consumer<String> tell, Consumer<Throwable> fail) {

    private static final Size SIZE = new Size(720, 540);

    /// Asks where to, and writes.
    public void ask(Chart chart, ChartFormat format, Window over) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of(ChartFiles.class, "export.title"));
        chooser.setInitialFileName(fileName(chart) + "." + format.ending());
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(format.name(), "*." + format.ending()));
        Optional.ofNullable(chooser.showSaveDialog(over))
                .map(File::toPath)
                .ifPresent(to -> write(chart, format, to));
    }

    /// Writes a chart as it is shown now into a file, which the person agreed to replace.
    public void write(Chart chart, ChartFormat format, Path file) {
        background.start(
                Texts.of(ChartFiles.class, "exporting"),
                _ -> {
                    format.write(chart, look.skin(), SIZE, file);
                    return file;
                },
                written -> tell.accept(Texts.of(ChartFiles.class, "exported", written)),
                fail);
    }

    /// The title without what a file's name cannot hold.
    public static String fileName(Chart chart) {
        return chart.title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\\\/:*?\"<>|\\s]+", "-")
                .replaceAll("-{2,}", "-");
    }
}
