package penumbra.plot.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import penumbra.run.compare.Table;

/// The text of a web page while it is written; what a person wrote comes in as text only.
final class Html {

    private static final Pattern NUMBERS = Pattern.compile("[-–0-9.±… ]*");

    private final StringBuilder page = new StringBuilder();

    /// An element with a text in it.
    Html text(String tag, String text) {
        page.append('<').append(tag).append('>').append(escaped(text));
        page.append("</").append(tag).append(">\n");
        return this;
    }

    /// What is markup already.
    Html raw(String markup) {
        page.append(markup).append('\n');
        return this;
    }

    /// A table, its first column the names of the rows. Columns that hold more than numbers are of
    /// the class `words`.
    Html table(Table table) {
        List<Boolean> words =
                IntStream.range(0, table.columns().size())
                        .mapToObj(i ->
                                table.rows().stream()
                                        .anyMatch(r -> !NUMBERS.matcher(r.get(i)).matches()))
                        .toList();
        page.append("<div class=\"scroll\"><table id=\"").append(table.id());
        page.append("\"><thead>");
        row(table.columns(), words, true);
        page.append("</thead><tbody>");
        table.rows().forEach(row -> row(row, words, false));
        page.append("</tbody></table></div>\n");
        return this;
    }

    private void row(List<String> cells, List<Boolean> words, boolean head) {
        page.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            String tag = head || i == 0 ? "th" : "td";
            page.append('<').append(tag);
            page.append(head ? " scope=\"col\"" : i == 0 ? " scope=\"row\"" : "");
            page.append(words.get(i) ? " class=\"words\">" : ">");
            page.append(escaped(cells.get(i))).append("</").append(tag).append('>');
        }
        page.append("</tr>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
