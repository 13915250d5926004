package penumbra.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SurfaceCommandTest {

    @TempDir Path folder;
    private final Locale locale = Locale.getDefault();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void back() {
        Locale.setDefault(locale);
    }

    private static Ran run(Object... arguments) {
        return Ran.run(Stream.concat(Stream.of("surface"), Stream.of(arguments)).toArray());
    }

    @Test
    void theTableHoldsTheLossAtEachNode() throws IOException {
        Path file = folder.resolve("helium.csv");
        Ran ran =
                run(
                        "--loss",
                        "euclid",
                        "--loss-param",
                        "eps=0",
                        "--range",
                        4,
                        "--nodes",
                        5,
                        "--out",
                        file);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Euclid", "24", "4", file.toString());
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(26);
        for (String line : lines.subList(1, 26)) {
            String[] fields = line.split(",");
            double x = Double.parseDouble(fields[0]);
            double y = Double.parseDouble(fields[1]);
            assertThat(Double.parseDouble(fields[2])).isCloseTo(Math.hypot(x, y), within(1e-12));
        }
    }

    @Test
    void parametersAndPlateChangeWhatIsDrawn() throws IOException {
        Path usual = folder.resolve("usual.csv");
        Path wide = folder.resolve("wide.csv");
        Path small = folder.resolve("small.csv");
        run("--loss", "helium", "--view", "section", "--out", usual);
        run("--loss", "helium", "--loss-param", "alpha=0.5", "--view", "section", "--out", wide);
        run("--loss", "helium", "--d-min", 6, "--view", "section", "--out", small);
        assertThat(atLabel(usual)).isCloseTo(1.2130125 * 0.29633, within(1e-4));
        assertThat(atLabel(wide)).isCloseTo(1.2130125 * 2.9633, within(1e-3));
        assertThat(atLabel(small)).isCloseTo(1.2130125 * 0.3711, within(1e-4));
    }

    private static double atLabel(Path table) throws IOException {
        return Files.readAllLines(table).stream()
                .filter(line -> line.startsWith("0.0,"))
                .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyViewIsDrawnAsPixelsAndAsShapes() throws IOException {
        for (String view : List.of("surface", "map", "section", "excess", "gradient")) {
            Path png = folder.resolve(view + ".png");
            Path svg = folder.resolve(view + ".svg");
            for (Path file : List.of(png, svg)) {
                Ran ran =
                        run(
                                "--loss",
                                "oks",
                                "--view",
                                view,
                                "--nodes",
                                9,
                                "--size",
                                "400x300",
                                "--theme",
                                "dark",
                                "--matched",
                                "--out",
                                file);
                assertThat(ran.exit()).as(ran.err()).isZero();
            }
            assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(800);
            assertThat(Files.readString(svg)).contains("<svg", "(px)");
        }
    }

    @Test
    void whatIsThereStaysUnlessItMayBeReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.csv"), "precious");
        Ran refused = run("--loss", "l1", "--out", file);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(refused.err()).contains("mine.csv", "--overwrite");
        assertThat(file).hasContent("precious");
        assertThat(run("--loss", "l1", "--out", file, "--overwrite").exit()).isZero();
        assertThat(Files.readString(file)).startsWith("x offset");
    }

    @Test
    void whatIsUnknownIsNamedWithWhatIsAllowed() {
        Path file = folder.resolve("a.png");
        Ran loss = run("--loss", "l3", "--out", file);
        assertThat(loss.exit()).isEqualTo(2);
        assertThat(loss.err()).contains("'l3'", "helium-maha", "rice");
        Ran parameter = run("--loss", "rice", "--loss-param", "gamma=1", "--out", file);
        assertThat(parameter.exit()).isEqualTo(2);
        assertThat(parameter.err()).contains("rice", "'gamma'", "alpha beta units");
        Ran value = run("--loss", "rice", "--loss-param", "units=METRE", "--out", file);
        assertThat(value.exit()).isEqualTo(2);
        assertThat(value.err()).contains("units=METRE", "PIXEL GRID NORM");
        Ran number = run("--loss", "rice", "--loss-param", "alpha=-1", "--out", file);
        assertThat(number.exit()).isEqualTo(2);
        assertThat(number.err()).contains("alpha=-1", "0.05");
        Ran ending = run("--loss", "rice", "--out", folder.resolve("a.pdf"));
        assertThat(ending.exit()).isEqualTo(2);
        assertThat(ending.err()).contains("a.pdf", ".svg");
        Ran nodes = run("--loss", "rice", "--nodes", 10, "--out", file);
        assertThat(nodes.exit()).isEqualTo(2);
        assertThat(nodes.err()).contains("odd");
        Ran size = run("--loss", "rice", "--d-min", 0, "--out", file);
        assertThat(size.exit()).isEqualTo(2);
        for (Ran ran : List.of(loss, parameter, value, number, ending, nodes, size)) {
            assertThat(ran.err().lines()).hasSize(1);
            assertThat(ran.err()).startsWith("penumbra: ");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void scriptsReadWhatWasDrawn() {
        Path file = folder.resolve("a.csv");
        Ran ran = run("--loss", "helium", "--loss-param", "alpha=2", "--out", file, "--json");
        assertThat(ran.exit()).isZero();
        JsonNode json = JsonMapper.shared().readTree(ran.out());
        assertThat(json.get("loss").asString()).isEqualTo("helium");
        assertThat(json.get("parameters").get("alpha").asDouble()).isEqualTo(2);
        assertThat(json.get("range").asDouble()).isGreaterThan(8);
        assertThat(json.get("gain").asDouble()).isEqualTo(1);
    }
}
