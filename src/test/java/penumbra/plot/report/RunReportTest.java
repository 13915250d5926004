package penumbra.plot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import penumbra.plot.Chart;
import penumbra.plot.InlineSvg;
import penumbra.plot.Skin;
import penumbra.run.MadeUpRun;
import penumbra.run.RunFolder;
import penumbra.run.RunRecord;
import penumbra.run.compare.Comparison;
import penumbra.run.compare.PairedBootstrap;
import penumbra.run.compare.Table;
import penumbra.run.compare.Tables;

class RunReportTest {

    private static final Pattern SVG = Pattern.compile("(?s)<svg.*?</svg>");
    private static final Pattern ID = Pattern.compile(" id=['\"]([^'\"]+)['\"]");

    @TempDir Path folder;
    private final Locale before = Locale.getDefault();
    private Comparison comparison;

    @BeforeEach
    void compare() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        List<RunRecord> runs = new ArrayList<>();
        for (String loss : List.of("l1", "helium")) {
            for (int seed = 0; seed < 2; seed++) {
                RunFolder run =
                        new MadeUpRun(loss, seed, loss.length() / 4.0, 0.1, 4, 12)
                                .into(folder.resolve(loss + seed));
                Files.writeString(run.notes(), "a < b & \"c\"");
                runs.add(RunRecord.read(run));
            }
        }
        comparison = Comparison.of(runs, new PairedBootstrap(200, 1));
    }

    @AfterEach
    void back() {
        Locale.setDefault(before);
    }

    private String page() throws IOException {
        Path file = folder.resolve("page.html");
        RunReport.writePage(comparison, file);
        return Files.readString(file);
    }

    @Test
    void thePageHoldsEveryTableChartRemarkAndNote() throws IOException {
        String page = page();
        for (Table table : Tables.of(comparison)) {
            assertThat(page).contains("id=\"" + table.id() + "\"");
            table.rows()
                    .forEach(row ->
                            row.forEach(cell -> assertThat(page).contains(Html.escaped(cell))));
        }
        for (Chart chart : ReportCharts.of(comparison).values()) {
            assertThat(page).contains("aria-label=\"" + chart.title() + "\"");
        }
        assertThat(SVG.matcher(page).results()).hasSize(ReportCharts.of(comparison).size());
        comparison.remarks().forEach(r -> assertThat(page).contains(Html.escaped(r)));
        assertThat(page).contains("a &lt; b &amp; &quot;c&quot;").doesNotContain("a < b & \"c\"");
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNothingRuns() throws IOException {
        assertThat(page().replaceAll("xmlns(:[a-z]+)?='[^']*'", ""))
                .doesNotContain("http", "<script", "<link", "<img", "@import", "url(\"", "src=");
    }

    @Test
    void chartsFollowTheReadersThemeAndShareNoIds() throws Exception {
        String page = page();
        assertThat(page).contains("prefers-color-scheme:dark");
        assertThat(page)
                .contains(InlineSvg.paints(Skin.LIGHT))
                .contains(InlineSvg.paints(Skin.DARK));
        List<String> ids = ID.matcher(page).results().map(r -> r.group(1)).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        for (String svg : SVG.matcher(page).results().map(r -> r.group()).toList()) {
            assertThat(svg).contains("var(--chart-0)").doesNotContain("rgb(255,255,255)");
            assertThat(
                            DocumentBuilderFactory.newInstance()
                                    .newDocumentBuilder()
                                    .parse(new InputSource(new StringReader(svg)))
                                    .getDocumentElement()
                                    .getTagName())
                    .isEqualTo("svg");
        }
    }

    @Test
    void theFolderHoldsThePageTheNumbersAndEachChartInThreeForms() throws IOException {
        Path out = folder.resolve("report");
        RunReport.write(comparison, Skin.LIGHT, out);
        assertThat(Files.readString(out.resolve("report.html"))).isEqualTo(page());
        assertThat(out.resolve("runs.csv")).isNotEmptyFile();
        assertThat(out.resolve("differences.csv")).isNotEmptyFile();
        try (Stream<Path> charts = Files.list(out.resolve("charts"))) {
            assertThat(charts).hasSize(3 * ReportCharts.of(comparison).size());
        }
    }

    @Test
    void aPageInChineseIsInChinese() throws IOException {
        Locale.setDefault(Locale.CHINESE);
        assertThat(page()).contains("<html lang=\"zh\">", "训练对比", "误差", "无法区分");
    }

    @Test
    void theFirstSentenceSaysWhoIsFirstAndFromWhomItCannotBeTold() {
        String best = ReportPage.headline(comparison.rankings().getFirst());
        assertThat(best).contains("RMSE of keypoints, against the clean truth", "l1 is first");
    }
}
