package penumbra.plot.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import penumbra.geometry.Size;
import penumbra.plot.Chart;
import penumbra.plot.InlineSvg;
import penumbra.plot.Skin;
import penumbra.run.compare.Comparison;
import penumbra.run.compare.Difference;
import penumbra.run.compare.Ranking;
import penumbra.run.compare.Table;
import penumbra.run.compare.Tables;
import penumbra.text.Texts;

/// A comparison as one web page in the language of the person, light or dark as the reader's
/// machine is. Nothing is loaded from elsewhere and nothing runs in it.
final class ReportPage {

    static final Size CHART = new Size(600, 420);

    private static final String STYLE =
            """
            :root{color-scheme:light dark;%s--band:#f6f8fa}
            @media (prefers-color-scheme:dark){:root{%s--band:#161b22}}
            *{box-sizing:border-box}
            body{margin:0 auto;padding:2rem 1.5rem 4rem;max-width:84rem;background:var(--chart-0);
            color:var(--chart-1);font:15px/1.5 system-ui,sans-serif}
            h1{font-size:1.6rem;margin:0 0 .25rem}
            h2{font-size:1.15rem;margin:2.5rem 0 .5rem}
            p{margin:.25rem 0;max-width:70rem}
            .lead{font-size:1.05rem}
            .note,footer{color:var(--chart-2)}
            ul{margin:.25rem 0;padding-left:1.25rem;max-width:70rem}
            .scroll{overflow-x:auto;margin:.75rem 0}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums;white-space:nowrap}
            th,td{padding:.35rem .6rem;text-align:right;border-bottom:1px solid var(--chart-3)}
            th:first-child,.words{text-align:left}
            thead th{border-bottom:2px solid var(--chart-2);font-weight:600;white-space:normal;
            vertical-align:bottom}
            tbody th{font-weight:600}
            tbody tr:nth-child(even){background:var(--band)}
            .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(30rem,1fr));gap:1.5rem}
            figure{margin:0;border:1px solid var(--chart-3);border-radius:6px;overflow:hidden}
            figure svg{display:block;width:100%%;height:auto}
            @media (max-width:34rem){.charts{grid-template-columns:1fr}}
            """;

    private ReportPage() {}

    static String of(Comparison comparison, Map<String, Chart> charts) {
        String names =
                comparison.groups().stream().map(g -> g.name()).collect(Collectors.joining(" · "));
        Html page = new Html();
        page.raw("<!DOCTYPE html>")
                .raw("<html lang=\"" + Locale.getDefault().toLanguageTag() + "\"><head>")
                .raw("<meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .text("title", text("page.title"))
                .raw("<style>")
                .raw(style())
                .raw("</style></head><body><main>")
                .text("h1", text("page.title"))
                .raw("<p class=\"note\">" + Html.escaped(names) + "</p>");
        comparison.rankings().stream()
                .filter(ranking -> ranking.places().size() > 1)
                .limit(2)
                .forEach(r -> page.raw("<p class=\"lead\">" + Html.escaped(headline(r)) + "</p>"));
        page.text("h2", text("page.remarks")).raw("<ul>");
        comparison.remarks().forEach(remark -> page.text("li", remark));
        page.raw("</ul>");
        List<Table> tables = Tables.of(comparison);
        int first = 1 + comparison.references().size();
        tables.stream().limit(first).forEach(table -> add(page, table));
        page.text("h2", text("page.charts")).raw("<div class=\"charts\">");
        charts.forEach((name, chart) -> add(page, name, chart));
        page.raw("</div>");
        tables.stream().skip(first).forEach(table -> add(page, table));
        return page.raw("</main></body></html>").toString();
    }

    private static String style() {
        return String.format(
                Locale.ROOT, STYLE, InlineSvg.paints(Skin.LIGHT), InlineSvg.paints(Skin.DARK));
    }

    /// Who is first by a measure, and from whom it can be told.
    static String headline(Ranking ranking) {
        Ranking.Place first = ranking.places().getFirst();
        String told = names(ranking, true);
        String others = names(ranking, false);
        String unit = ranking.measure().unit().equals("1") ? "" : " " + ranking.measure().unit();
        String best =
                text(
                        "headline.first",
                        ranking.measure().title(),
                        ranking.against().words(),
                        first.group().name(),
                        String.format(Locale.ROOT, "%.3f", first.value().mean()) + unit);
        String from = told.isEmpty() ? "" : " " + text("headline.told", told);
        String like = others.isEmpty() ? "" : " " + text("headline.like", others);
        return best + from + like;
    }

    private static String names(Ranking ranking, boolean distinguishable) {
        return ranking.places().stream()
                .skip(1)
                .filter(p ->
                        p.toBest().filter(Difference::isDistinguishable).isPresent()
                                == distinguishable)
                .map(p -> p.group().name())
                .collect(Collectors.joining(", "));
    }

    private static void add(Html page, Table table) {
        if (table.rows().isEmpty()) {
            return;
        }
        page.text("h2", table.title());
        if (!table.note().isEmpty()) {
            page.raw("<p class=\"note\">" + Html.escaped(table.note()) + "</p>");
        }
        page.table(table);
    }

    private static void add(Html page, String name, Chart chart) {
        page.raw("<figure role=\"img\" aria-label=\"" + Html.escaped(chart.title()) + "\">")
                .raw(InlineSvg.of(chart, CHART, name))
                .raw("</figure>");
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(ReportPage.class, key, arguments);
    }
}
