package penumbra.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import penumbra.edit.Selection;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.plot.Chart;
import penumbra.plot.ChartFormat;
import penumbra.plot.LineChart;
import penumbra.plot.SurfaceChart;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.Theme;
import penumbra.ui.Workspace;
import penumbra.ui.chart.ChartFiles;
import penumbra.ui.window.OpenWindow;

/// What a person does in the Explore workspace.
@ExtendWith(ApplicationExtension.class)
class ExploreWorkspaceTest {

    private static final Size SIZE = new Size(640, 480);

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage, home, Settings.first(Language.ENGLISH, "tester"));
    }

    @BeforeEach
    void pictures() throws IOException {
        OpenWindow.render(home.resolve("match"), 2, SIZE);
        open.open(home.resolve("match"));
    }

    @AfterEach
    void close() {
        open.close();
        Locale.setDefault(locale);
    }

    private void inWindow(Runnable task) {
        OpenWindow.fx(() -> {
            task.run();
            return null;
        });
    }

    /// A plate with bars of that length, 100 px apart.
    private Target label(double left, double bar) {
        return OpenWindow.fx(() -> {
            LabelledImage picture = open.studio().pictureProperty().get().orElseThrow();
            List<Point> points =
                    List.of(
                            new Point(left, 100),
                            new Point(left, 100 + bar),
                            new Point(left + 100, 100 + bar),
                            new Point(left + 100, 100));
            open.studio().apply(open.studio().edits().add(picture, 3, points));
            Target made = open.studio().pictureProperty().get().orElseThrow().targets().getLast();
            open.studio()
                    .selectionProperty()
                    .set(Optional.of(Selection.whole(picture.id(), made.id())));
            return made;
        });
    }

    private void explore(View view) {
        inWindow(() -> {
            open.window.setWorkspace(Workspace.EXPLORE);
            open.window.exploreState().viewProperty().set(view);
        });
        settle();
    }

    private void settle() {
        OpenWindow.until(() -> open.window.explore().filter(ExploreWorkspace::settled).isPresent());
    }

    private List<Chart> charts() {
        settle();
        return OpenWindow.fx(() -> open.window.explore().orElseThrow().charts());
    }

    private <T extends Node> T part(Class<T> kind, String id) {
        return OpenWindow.fx(
                () -> kind.cast(open.window.explore().orElseThrow().node().lookup("#" + id)));
    }

    private String text(String field) {
        TextField shown = part(TextField.class, field);
        return OpenWindow.fx(shown::getText);
    }

    private String facts() {
        Label shown = part(Label.class, "explore-facts");
        return OpenWindow.fx(shown::getText);
    }

    private static LineChart.Line line(Chart chart, String label) {
        return ((LineChart) chart)
                .lines().stream().filter(l -> l.label().equals(label)).findFirst().orElseThrow();
    }

    private static double atLabel(Chart chart, String label) {
        double[] values = line(chart, label).values();
        return values[values.length / 2];
    }

    @Test
    void theChosenLossesAreShownSideBySide(FxRobot robot) {
        explore(View.SECTION);
        assertThat(labels(charts().getFirst())).containsExactly("L1", "L2", "Smooth L1", "Helium");
        robot.clickOn(part(Node.class, "explore-loss-euclid"));
        robot.clickOn(part(Node.class, "explore-loss-l2"));
        assertThat(charts()).hasSize(3);
        assertThat(charts())
                .allSatisfy(chart ->
                        assertThat(labels(chart))
                                .containsExactly("L1", "Euclid", "Smooth L1", "Helium"));
        robot.clickOn(part(Node.class, "explore-view-surface"));
        assertThat(charts()).hasSize(8);
        assertThat(charts().subList(0, 4))
                .allSatisfy(chart ->
                        assertThat(((SurfaceChart) chart).grid().values()).hasSize(129 * 129));
    }

    private static List<String> labels(Chart chart) {
        return ((LineChart) chart).lines().stream().map(LineChart.Line::label).toList();
    }

    @Test
    void aSliderOfAParameterMovesThePlots() {
        label(50, 24);
        explore(View.SECTION);
        double before = atLabel(charts().getFirst(), "Helium");
        assertThat(before).isCloseTo(1.2130125 * 0.29633, within(1e-4));
        Slider alpha = part(Slider.class, "explore-helium-alpha");
        inWindow(() -> alpha.setValue(Math.log10(0.5)));
        assertThat(atLabel(charts().getFirst(), "Helium")).isCloseTo(10 * before, within(1e-4));
        assertThat(
                        OpenWindow.fx(() ->
                                part(TextField.class, "explore-helium-alpha-field").getText()))
                .isEqualTo("0.5");
        inWindow(() -> open.window.exploreState().reset("helium"));
        assertThat(atLabel(charts().getFirst(), "Helium")).isEqualTo(before);
        assertThat(OpenWindow.fx(alpha::getValue)).isCloseTo(Math.log10(0.05), within(1e-9));
    }

    @Test
    void whatAFieldCannotTakeIsPutBack() {
        label(50, 24);
        explore(View.SECTION);
        double before = atLabel(charts().getFirst(), "Helium");
        TextField field = part(TextField.class, "explore-helium-alpha-field");
        for (String wrong : List.of("-1", "much", "NaN", "")) {
            inWindow(() -> {
                field.setText(wrong);
                field.fireEvent(new ActionEvent());
            });
            assertThat(text("explore-helium-alpha-field")).isEqualTo("0.05");
        }
        assertThat(atLabel(charts().getFirst(), "Helium")).isEqualTo(before);
        inWindow(() -> {
            field.setText("20");
            field.fireEvent(new ActionEvent());
        });
        assertThat(atLabel(charts().getFirst(), "Helium")).isCloseTo(400 * before, within(1e-2));
    }

    @Test
    void thePlateFollowsTheSelection() {
        explore(View.SIGMA);
        assertThat(facts()).contains("an example", "24.0 px");
        label(50, 24);
        assertThat(facts()).contains("The selected plate.", "24.0 px");
        Target other = label(300, 40);
        LineChart sigma = (LineChart) charts().getFirst();
        assertThat(sigma.marks().getFirst().at()).isCloseTo(40, within(1e-9));
        assertThat(facts()).contains("The selected plate.", "40.0 px");
        inWindow(() -> open.studio().selectionProperty().set(Optional.empty()));
        assertThat(facts()).contains("No plate is selected", "24.0 px");
        assertThat(((LineChart) charts().getFirst()).marks().getFirst().at())
                .isCloseTo(24, within(1e-9));
        inWindow(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Target> plates =
                    (ComboBox<Target>)
                            open.window.explore().orElseThrow().node().lookup("#explore-plate");
            plates.setValue(other);
        });
        assertThat(OpenWindow.fx(() -> open.studio().selected())).contains(other);
        assertThat(facts()).contains("40.0 px");
    }

    @Test
    void theInputOfTheNetworkScalesThePlate() {
        label(50, 24);
        explore(View.SIGMA);
        Slider side = part(Slider.class, "explore-side");
        inWindow(() -> side.setValue(320));
        assertThat(facts()).contains("12.0 px in the network's input", "24.0 px in the picture");
        assertThat(((LineChart) charts().getFirst()).marks().getFirst().at())
                .isCloseTo(12, within(1e-9));
    }

    @Test
    void matchedGainMakesEveryLossATermOfTheTrainingLoss(FxRobot robot) {
        label(50, 24);
        explore(View.SECTION);
        robot.clickOn(part(Node.class, "explore-matched"));
        LineChart chart = (LineChart) charts().getFirst();
        assertThat(chart.y().unit()).isEqualTo("1");
        assertThat(chart.lines().getFirst().label()).isEqualTo("L1 × 4.011");
        double side = Math.sqrt(100 * 24);
        assertThat(chart.lines().getFirst().values()[0]).isCloseTo(4.011 * 8 / side, within(1e-3));
    }

    @Test
    void aWholePlateIsShiftedWithASlider() {
        label(50, 24);
        explore(View.TARGET);
        Slider slider = part(Slider.class, "explore-shift");
        inWindow(() -> slider.setValue(5));
        LineChart shift = (LineChart) charts().getFirst();
        assertThat(shift.marks().getFirst().at()).isEqualTo(5);
        double[] values = line(charts().get(2), "L1").values();
        assertThat(values[values.length / 2])
                .as("not turned, but shifted")
                .isCloseTo(5, within(1e-9));
        OpenWindow.fx(() -> {
            ((Button) open.window.explore().orElseThrow().node().lookup("#explore-still")).fire();
            return null;
        });
        assertThat(((LineChart) charts().getFirst()).marks().getFirst().at()).isZero();
    }

    @Test
    void aSurfaceIsTurnedWithPointerAndKeysAndKeepsItsNumbers(FxRobot robot) {
        explore(View.SURFACE);
        SurfaceChart before = (SurfaceChart) charts().getFirst();
        Node view =
                OpenWindow.fx(
                        () -> open.window.explore().orElseThrow().node().lookup(".chart-view"));
        robot.drag(view).moveBy(60, 0).drop();
        SurfaceChart turned = (SurfaceChart) charts().getFirst();
        assertThat(turned.view().azimuth()).isNotEqualTo(before.view().azimuth());
        assertThat(turned.grid()).isEqualTo(before.grid());
        robot.type(KeyCode.UP);
        SurfaceChart above = (SurfaceChart) charts().getFirst();
        assertThat(above.view().elevation()).isCloseTo(turned.view().elevation() + 5, within(1e-9));
        assertThat(((SurfaceChart) charts().get(1)).view())
                .as("all together")
                .isEqualTo(above.view());
    }

    @Test
    void anyPlotIsSavedAsPictureShapesAndNumbers() throws IOException {
        for (View view : View.values()) {
            explore(view);
            for (Chart chart : charts()) {
                for (ChartFormat format : ChartFormat.values()) {
                    Path file = home.resolve(view + "." + format.ending());
                    inWindow(() -> open.window.explore().orElseThrow().export(chart, format, file));
                    open.settle();
                    assertThat(file).isNotEmptyFile();
                }
                assertThat(Files.readAllLines(home.resolve(view + ".csv"))).hasSizeGreaterThan(5);
                assertThat(Files.readString(home.resolve(view + ".svg"))).contains(chart.title());
                assertThat(ChartFiles.fileName(chart)).doesNotContain(" ", "/");
            }
        }
        assertThat(OpenWindow.fx(() -> open.window.notices().sentence())).contains("SIGMA.csv");
    }

    @Test
    void theWorkspaceIsChosenByKeyAndButtonAndRemembered(FxRobot robot) {
        Target plate = label(50, 24);
        robot.press(KeyCode.CONTROL).type(KeyCode.F2).release(KeyCode.CONTROL);
        settle();
        assertThat(OpenWindow.fx(() -> open.window.settings().workspace()))
                .isEqualTo(Workspace.EXPLORE);
        robot.type(KeyCode.DELETE);
        assertThat(open.picture().targets()).as("nothing is deleted unseen").contains(plate);
        ToggleButton annotate =
                OpenWindow.fx(() ->
                        (ToggleButton)
                                open.window
                                        .explore()
                                        .orElseThrow()
                                        .node()
                                        .getScene()
                                        .lookup("#workspace-annotate"));
        robot.clickOn(annotate);
        assertThat(OpenWindow.fx(() -> open.window.settings().workspace()))
                .isEqualTo(Workspace.ANNOTATE);
        assertThat(OpenWindow.fx(() -> open.window.explore().orElseThrow().node().getScene()))
                .isNull();
        robot.type(KeyCode.DELETE);
        assertThat(open.picture().targets()).isEmpty();
    }

    @Test
    void withoutALossThereIsAHintInsteadOfEmptyPlots() {
        explore(View.SECTION);
        inWindow(() -> {
            for (String id : List.copyOf(open.window.exploreState().chosenProperty().get())) {
                open.window.exploreState().choose(id, false);
            }
        });
        settle();
        assertThat(
                        OpenWindow.fx(() ->
                                open
                                        .window
                                        .explore()
                                        .orElseThrow()
                                        .node()
                                        .lookupAll(".hint")
                                        .stream()
                                        .filter(Node::isVisible)
                                        .map(n -> ((Label) n).getText())
                                        .toList()))
                .contains("Choose a loss to the left.");
    }

    @Test
    void aPlotIsDrawnAnewInTheOtherTheme() {
        explore(View.SECTION);
        int[] light = pixels();
        inWindow(() -> open.window.setTheme(Theme.DARK));
        settle();
        int[] dark = pixels();
        assertThat(Arrays.stream(light).filter(p -> (p & 0xff) > 200).count())
                .isGreaterThan(light.length / 2);
        assertThat(Arrays.stream(dark).filter(p -> (p & 0xff) < 60).count())
                .isGreaterThan(dark.length / 2);
    }

    private int[] pixels() {
        return OpenWindow.fx(() -> {
            Node view = open.window.explore().orElseThrow().node().lookup(".chart-view");
            var image = view.snapshot(null, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] argb = new int[width * height];
            image.getPixelReader()
                    .getPixels(
                            0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            return argb;
        });
    }
}
