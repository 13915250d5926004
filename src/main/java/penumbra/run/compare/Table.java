package penumbra.run.compare;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A table that a person reads.
///
/// @param id stable
/// @param note what its columns mean; may be empty
/// @param rows as many cells each as there are columns; the first names the row
public record Table(
        String id, String title, String note, List<String> columns, List<List<String>> rows) {

    private static final String NOTHING = "–";

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row + " has not the cells of " + columns);
            }
        }
    }

    /// As a table of GitHub's Markdown under its title, with the note below.
    public String markdown() {
        StringBuilder text = new StringBuilder("#### " + title + "\n\n");
        text.append(line(columns)).append("|---").append("|---:".repeat(columns.size() - 1));
        text.append("|\n");
        rows.forEach(row -> text.append(line(row)));
        return text + (note.isEmpty() ? "" : "\n" + note + "\n");
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace('\n', ' '))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /// A number with so many digits behind the point; a dash where there is none.
    static String number(double value, int digits) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%." + digits + "f", value)
                : NOTHING;
    }

    /// Mean and deviation.
    static String number(Spread spread, int digits) {
        return spread.count() < 2
                ? number(spread.mean(), digits)
                : number(spread.mean(), digits) + " ± " + number(spread.sd(), digits);
    }

    /// Both ends.
    static String number(Interval interval, int digits) {
        return Double.isNaN(interval.low())
                ? NOTHING
                : number(interval.low(), digits) + " … " + number(interval.high(), digits);
    }
}
