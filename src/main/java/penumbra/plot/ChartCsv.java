package penumbra.plot;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;
import penumbra.text.Texts;

/// The numbers of a chart as a table, each with all its digits. The columns are named like axes and
/// lines; a missing value is an empty field.
///
/// Lines: one row for each place, one column for each line. Grids: one row for each node, with
/// value and gradient. Outlines: one row for each point of each figure.
final class ChartCsv {

    private ChartCsv() {}

    static String of(Chart chart) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            switch (chart) {
                case LineChart lines -> write(csv, lines);
                case ContourChart c -> write(csv, c.x(), c.y(), c.value(), c.grid());
                case SurfaceChart s -> write(csv, s.x(), s.y(), s.value(), s.grid());
                case OutlineChart outline -> write(csv, outline);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(CsvWriter csv, LineChart chart) {
        List<String> head = new ArrayList<>();
        head.add(chart.x().text());
        for (LineChart.Line line : chart.lines()) {
            head.add(Texts.of(ChartCsv.class, "column", line.label(), chart.y().text()));
        }
        csv.writeRecord(head);
        for (int i = 0; i < chart.at().length; i++) {
            List<String> row = new ArrayList<>();
            row.add(number(chart.at()[i]));
            for (LineChart.Line line : chart.lines()) {
                row.add(number(line.values()[i]));
            }
            csv.writeRecord(row);
        }
    }

    private static void write(CsvWriter csv, Axis x, Axis y, Axis value, Grid grid) {
        csv.writeRecord(
                x.text(),
                y.text(),
                value.text(),
                Texts.of(ChartCsv.class, "derivative", value.label(), x.label()),
                Texts.of(ChartCsv.class, "derivative", value.label(), y.label()));
        for (int row = 0; row < grid.ys().length; row++) {
            for (int column = 0; column < grid.xs().length; column++) {
                int node = row * grid.xs().length + column;
                csv.writeRecord(
                        number(grid.xs()[column]),
                        number(grid.ys()[row]),
                        number(grid.values()[node]),
                        number(grid.dx()[node]),
                        number(grid.dy()[node]));
            }
        }
    }

    private static void write(CsvWriter csv, OutlineChart chart) {
        csv.writeRecord(Texts.of(ChartCsv.class, "figure"), chart.x().text(), chart.y().text());
        for (Figure figure : chart.figures()) {
            for (Point point : figure.points()) {
                csv.writeRecord(figure.label(), number(point.x()), number(point.y()));
            }
        }
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
