package penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.loss.Losses;
import penumbra.plot.loss.CrossSection;
import penumbra.plot.loss.ExploredPlate;
import penumbra.plot.loss.LossMap;
import penumbra.plot.loss.Motion;
import penumbra.plot.loss.NetworkInput;
import penumbra.plot.loss.SigmaCharts;
import penumbra.plot.loss.TargetSweep;
import penumbra.plot.loss.WeighedLoss;
import penumbra.plot.loss.Weight;
import penumbra.plot.run.RunChartsTest;

/// What every chart of the program must do, in both themes and languages.
class ChartContractTest {

    private static final Pattern TEXT = Pattern.compile("<text[^>]*>([^<]*)</text>");
    private static final Pattern PLACED =
            Pattern.compile("<text[^>]* y='([0-9.]+)'[^>]*>([^<]*)</text>");
    private static final Size SIZE = new Size(480, 360);
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void back() {
        Locale.setDefault(locale);
    }

    static Stream<Chart> charts() {
        ExploredPlate plate = ExploredPlate.example(NetworkInput.USUAL);
        List<WeighedLoss> losses =
                WeighedLoss.all(Losses.ALL, plate.labels().getFirst(), Weight.AS_DEFINED);
        CrossSection section = new CrossSection(losses, 8, 20);
        TargetSweep sweep = new TargetSweep(plate, losses, Motion.NONE.withTurn(5));
        SigmaCharts sigma = new SigmaCharts(Losses.ALL, plate.labels().getFirst(), 8);
        Stream<Chart> maps =
                losses.stream()
                        .map(loss -> LossMap.of(loss, false, 8, 33))
                        .flatMap(map ->
                                Stream.of(
                                        map.contour(Optional.empty(), true),
                                        map.surface(Optional.empty(), SurfaceChart.View.FIRST)));
        return Stream.concat(
                Stream.concat(maps, RunChartsTest.charts()),
                Stream.of(
                        section.value(),
                        section.excess(),
                        section.slope(),
                        sweep.shift(),
                        sweep.enlargement(),
                        sweep.turn(),
                        sweep.outline(),
                        sigma.againstSize(),
                        sigma.parameters(),
                        sigma.four()));
    }

    private static List<Axis> axes(Chart chart) {
        return switch (chart) {
            case LineChart c -> List.of(c.x(), c.y());
            case ContourChart c -> List.of(c.x(), c.y(), c.value());
            case SurfaceChart c -> List.of(c.x(), c.y(), c.value());
            case OutlineChart c -> List.of(c.x(), c.y());
        };
    }

    private static List<String> legend(Chart chart) {
        return switch (chart) {
            case LineChart c ->
                    c.lines().stream()
                            .filter(LineChart.Line::inLegend)
                            .map(LineChart.Line::label)
                            .toList();
            case ContourChart c -> c.figures().stream().map(Figure::label).toList();
            case OutlineChart c -> c.figures().stream().map(Figure::label).toList();
            case SurfaceChart _ -> List.of();
        };
    }

    @ParameterizedTest
    @MethodSource("charts")
    void aPictureOfItIsDrawnInBothThemesAndIsNotBlank(Chart chart) throws IOException {
        for (Skin skin : Skin.values()) {
            byte[] png = ChartFormat.PNG.bytes(chart, skin, SIZE);
            var image = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(image.getWidth()).isEqualTo(2 * SIZE.width());
            assertThat(image.getHeight()).isEqualTo(2 * SIZE.height());
            assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(skin.groundRgb());
            int[] argb = ChartImage.draft(chart, skin, SIZE, 1).argb();
            assertThat(Arrays.stream(argb).distinct().count()).isGreaterThan(50);
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void titleAxesWithUnitsAndLegendStandInTheDrawing(Chart chart) {
        List<String> texts = texts(chart);
        assertThat(texts).contains(chart.title());
        assertThat(texts).containsAll(axes(chart).stream().map(Axis::text).toList());
        assertThat(texts).containsAll(legend(chart));
        assertThat(axes(chart)).allSatisfy(axis -> assertThat(axis.text()).contains("("));
    }

    /// What is written in a drawing that is large enough for all of it.
    private static List<String> texts(Chart chart) {
        return TEXT.matcher(svg(chart))
                .results()
                .map(found ->
                        found.group(1)
                                .replace("&lt;", "<")
                                .replace("&apos;", "'")
                                .replace("&amp;", "&"))
                .toList();
    }

    private static String svg(Chart chart) {
        byte[] svg = ChartFormat.SVG.bytes(chart, Skin.DARK, new Size(900, 700));
        return new String(svg, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void itsTableHasOneRowForEachPlaceAndNamesItsColumns(Chart chart) {
        List<String> lines =
                new String(ChartFormat.CSV.bytes(chart, Skin.LIGHT, SIZE), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        int rows =
                switch (chart) {
                    case LineChart c -> c.at().length;
                    case ContourChart c -> c.grid().values().length;
                    case SurfaceChart c -> c.grid().values().length;
                    case OutlineChart c ->
                            c.figures().stream().mapToInt(f -> f.points().size()).sum();
                };
        assertThat(lines).hasSize(rows + 1);
        assertThat(lines.getFirst()).contains(chart instanceof OutlineChart ? "x (px)" : "(");
    }

    @Test
    void inChineseNoTextIsLeftInEnglishOrWithoutGlyphs() {
        Locale.setDefault(Locale.CHINESE);
        for (Chart chart : charts().toList()) {
            for (Axis axis : axes(chart)) {
                assertThat(axis.text()).contains("（");
            }
        }
        assertThat(Axis.of("损失", "1").text()).isEqualTo("损失（无单位）");
    }

    @Test
    void aLineBreaksWhereItHasNoValue() {
        double[] at = {0, 1, 2};
        LineChart.Line line = new LineChart.Line("a", new double[] {1, Double.NaN, 3}, 0);
        LineChart chart =
                new LineChart(
                        "t", Axis.of("x", "px"), at, Axis.of("y", "px"), List.of(line), List.of());
        assertThat(ChartCsv.of(chart))
                .isEqualTo("x (px),a: y (px)\r\n0.0,1.0\r\n1.0,\r\n2.0,3.0\r\n");
        assertThat(ChartImage.of(chart, Skin.LIGHT, SIZE, 1).argb()).isNotEmpty();
    }

    private static LineChart chart(Axis y, LineChart.Line... lines) {
        double[] at = {0, 3, 6};
        return new LineChart("t", Axis.of("x", "px"), at, y, List.of(lines), List.of());
    }

    private static int[] pixels(LineChart chart) {
        return ChartImage.of(chart, Skin.LIGHT, SIZE, 1).argb();
    }

    private static long pixels(LineChart chart, int rgb) {
        return Arrays.stream(pixels(chart)).filter(p -> (p & 0xffffff) == rgb).count();
    }

    @Test
    void aValueThatStandsAloneIsADotAndAFaintLineIsNotInTheLegend() {
        Axis y = Axis.of("y", "px").within(0, 2);
        double nan = Double.NaN;
        int colour = Skin.LIGHT.rgb(1);
        LineChart.Line dot = new LineChart.Line("dot", new double[] {nan, 1, nan}, 1, 0.5);
        LineChart.Line none = new LineChart.Line("none", new double[] {nan, nan, nan}, 1, 0.5);
        assertThat(texts(chart(y, dot))).doesNotContain("dot");
        int[] drawn = pixels(chart(y, dot));
        int[] empty = pixels(chart(y, none));
        long differing = IntStream.range(0, drawn.length).filter(i -> drawn[i] != empty[i]).count();
        assertThat(differing).as("pixels of a dot 7 px wide").isBetween(30L, 80L);
        assertThat(pixels(chart(y, dot), colour)).as("it lets the ground through").isZero();
        LineChart.Line strong = new LineChart.Line("dot", new double[] {nan, 1, nan}, 1);
        assertThat(texts(chart(y, strong))).contains("dot");
        assertThat(pixels(chart(y, strong), colour)).isPositive();
    }

    @Test
    void whatHasNoExtentHasRoomAroundItAndCountsAreWholeNumbers() {
        Axis y = Axis.of("y", "px");
        LineChart.Line line = new LineChart.Line("a", new double[] {5}, 1);
        LineChart alone =
                new LineChart(
                        "t", Axis.of("epoch", "1"), new double[] {3}, y, List.of(line), List.of());
        assertThat(texts(alone)).contains("2", "3", "4", "5.00").doesNotContain("2.5");
        LineChart.Line flat = new LineChart.Line("a", new double[] {0, 0, 0}, 1);
        assertThat(texts(chart(y, flat))).contains("0.05", "-0.05");
    }

    /// Where a text stands that is there once, in px from the top.
    private static double height(Chart chart, String text) {
        return PLACED.matcher(svg(chart))
                .results()
                .filter(found -> found.group(2).equals(text))
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .min()
                .orElseThrow();
    }

    @Test
    void aLogarithmicAxisGivesEachDecadeTheSameHeightAndLeavesOutWhatIsNotAboveZero() {
        Axis y = Axis.of("y", "px").within(1, 100).scaled(Axis.Scale.LOGARITHMIC);
        LineChart.Line line = new LineChart.Line("a", new double[] {1, 10, 100}, 1);
        LineChart tall = chart(y, line);
        double low = height(tall, "1");
        double middle = height(tall, "10");
        double high = height(tall, "100");
        assertThat(middle).isCloseTo((low + high) / 2, within(0.01));
        assertThat(texts(chart(y.within(1, 30), line))).contains("2", "5", "20");
        assertThat(texts(chart(y.within(0.2, 0.9), line))).contains("0.3", "0.4", "0.8");
        LineChart.Line bad = new LineChart.Line("a", new double[] {0, -1, 10}, 1);
        LineChart.Line good = new LineChart.Line("a", new double[] {Double.NaN, Double.NaN, 10}, 1);
        assertThat(Arrays.equals(pixels(chart(y, bad)), pixels(chart(y, good)))).isTrue();
        assertThat(Arrays.equals(pixels(chart(y, bad)), pixels(chart(y, line)))).isFalse();
    }

    @Test
    void aDotAtAnEndHasRoomAndALineGoesFromEndToEnd() {
        Axis y = Axis.of("y", "px");
        double no = Double.NaN;
        LineChart.Line line = line(3, 2, 1);
        Range whole = across(chart(y, line));
        assertThat(across(chart(y, line, line(no, 2, no)))).isEqualTo(whole);
        Range right = across(chart(y, line, line(no, no, 1)));
        assertThat(right.getLowerBound()).isEqualTo(whole.getLowerBound());
        assertThat(right.getUpperBound())
                .isCloseTo(whole.getUpperBound() + 0.02 * whole.getLength(), within(1e-9));
        Range left = across(chart(y, line, line(3, no, no)));
        assertThat(left.getLowerBound())
                .isCloseTo(whole.getLowerBound() - 0.02 * whole.getLength(), within(1e-9));
        assertThat(left.getUpperBound()).isEqualTo(whole.getUpperBound());
    }

    @Test
    void theLegendHasADotWhereThereAreDotsOnly() {
        double no = Double.NaN;
        LineChart chart =
                new LineChart(
                        "t",
                        Axis.of("x", "px"),
                        new double[] {0, 1, 2, 3},
                        Axis.of("y", "px"),
                        List.of(line(no, no, 2, 1), line(no, no, no, 1), line(1, no, 2, no)),
                        List.of());
        LegendItemCollection legend = plot(chart).getLegendItems();
        assertThat(IntStream.range(0, 3).mapToObj(legend::get).map(LegendItem::isShapeVisible))
                .containsExactly(false, true, true);
    }

    private static LineChart.Line line(double... values) {
        return new LineChart.Line("a", values, 1);
    }

    private static Range across(LineChart chart) {
        return plot(chart).getDomainAxis().getRange();
    }

    private static XYPlot plot(LineChart chart) {
        return new LineDrawing(chart, Skin.LIGHT, false).plotted().getXYPlot();
    }

    @Test
    void everyDigitOfANumberStandsInTheTable() {
        Figure figure = new Figure("f", List.of(new Point(1.0 / 3, 1e-17)), Figure.Style.DOTS, 0);
        OutlineChart chart =
                new OutlineChart("t", Axis.of("x", "px"), Axis.of("y", "px"), List.of(figure));
        assertThat(ChartCsv.of(chart).lines().skip(1).findFirst())
                .hasValue("f,0.3333333333333333,1.0E-17");
    }

    @Test
    void aFileIsWrittenInTheFormatThatItsNameEndsWith(@TempDir Path folder) throws IOException {
        Chart chart = charts().findFirst().orElseThrow();
        assertThat(ChartFormat.of(Path.of("a.PNG"))).hasValue(ChartFormat.PNG);
        assertThat(ChartFormat.of(Path.of("a.pdf"))).isEmpty();
        for (ChartFormat format : ChartFormat.values()) {
            Path file = folder.resolve("chart." + format.ending());
            format.write(chart, Skin.LIGHT, SIZE, file);
            assertThat(Files.readAllBytes(file)).isEqualTo(format.bytes(chart, Skin.LIGHT, SIZE));
        }
    }

    @Test
    void linesAreToldApartFromTheGroundAndFromEachOther() {
        for (Skin skin : Skin.values()) {
            long colours = IntStream.range(0, 7).map(skin::rgb).distinct().count();
            assertThat(colours).isEqualTo(7);
            for (int look = 0; look < 7; look++) {
                assertThat(contrast(skin.rgb(look), skin.groundRgb()))
                        .as(skin + " " + look)
                        .isGreaterThan(3);
            }
            assertThat(skin.stroke(0)).isNotEqualTo(skin.stroke(7));
        }
    }

    /// Contrast ratio of WCAG 2.
    private static double contrast(int a, int b) {
        double one = luminance(a);
        double two = luminance(b);
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff)
                + 0.7152 * linear(rgb >> 8 & 0xff)
                + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
