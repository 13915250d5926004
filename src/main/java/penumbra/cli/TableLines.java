package penumbra.cli;

import java.util.ArrayList;
import java.util.List;
import penumbra.run.compare.Table;

/// A table as lines of text, its columns as wide as what is in them. Characters of Chinese are two
/// columns wide on a terminal.
record TableLines(Table table) {

    void print(Console console) {
        if (!table.title().isEmpty()) {
            console.line(table.title());
        }
        lines().forEach(console::line);
        console.line("");
    }

    List<String> lines() {
        List<List<String>> all = new ArrayList<>(List.of(table.columns()));
        all.addAll(table.rows());
        int[] widths = new int[table.columns().size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(widths[i] - width(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePoints()
                .map(c ->
                        Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
                                        || c >= 0xff01 && c <= 0xff60
                                        || c >= 0x3000 && c <= 0x303f
                                ? 2
                                : 1)
                .sum();
    }
}
