package penumbra.plot.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import penumbra.file.AtomicFile;
import penumbra.file.AtomicFolder;
import penumbra.plot.Chart;
import penumbra.plot.ChartFormat;
import penumbra.plot.Skin;
import penumbra.run.compare.Comparison;
import penumbra.run.compare.ComparisonCsv;
import penumbra.run.compare.Table;
import penumbra.run.compare.Tables;

/// Writes a comparison: `report.html`, which is whole by itself; `summary.md`, the tables that
/// matter most for a page of words; `runs.csv` and `differences.csv`, the numbers with all their
/// digits; and in `charts/` each chart as PNG, SVG and CSV.
public final class RunReport {

    private RunReport() {}

    /// Makes the folder, or replaces it and all that is in it.
    ///
    /// @param skin of the charts apart; the page follows its reader
    /// @throws IOException if it cannot be written; then what was there is as it was
    public static void write(Comparison comparison, Skin skin, Path folder) throws IOException {
        Map<String, Chart> charts = ReportCharts.of(comparison);
        AtomicFolder.write(
                folder,
                into -> {
                    write(into.resolve("report.html"), ReportPage.of(comparison, charts));
                    write(into.resolve("summary.md"), summary(comparison));
                    write(into.resolve("runs.csv"), ComparisonCsv.runs(comparison));
                    write(into.resolve("differences.csv"), ComparisonCsv.differences(comparison));
                    Path drawn = Files.createDirectories(into.resolve("charts"));
                    for (Map.Entry<String, Chart> chart : charts.entrySet()) {
                        for (ChartFormat format : ChartFormat.values()) {
                            Path file = drawn.resolve(chart.getKey() + "." + format.ending());
                            format.write(chart.getValue(), skin, ReportPage.CHART, file);
                        }
                    }
                });
    }

    private static String summary(Comparison comparison) {
        String tables =
                Tables.summary(comparison).stream()
                        .filter(table -> !table.rows().isEmpty())
                        .map(Table::markdown)
                        .collect(Collectors.joining("\n"));
        return tables
                + comparison.remarks().stream()
                        .map(remark -> "\n- " + remark)
                        .collect(Collectors.joining("", "", "\n"));
    }

    /// The page alone, as one file.
    public static void writePage(Comparison comparison, Path file) throws IOException {
        String page = ReportPage.of(comparison, ReportCharts.of(comparison));
        AtomicFile.write(file, page.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}
