package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.engine.HashedWeights;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.format.yolo.YoloPoseFormat;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Prediction;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.plot.Chart;
import penumbra.plot.LineChart;
import penumbra.run.EventTail;
import penumbra.run.RunFolder;
import penumbra.run.TrainProcess;
import penumbra.run.TrainingEvent;
import penumbra.text.Texts;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.SettingsFile;
import penumbra.ui.Shortcut;
import penumbra.ui.Theme;
import penumbra.ui.Workspace;
import tools.jackson.databind.json.JsonMapper;

/// A person goes round the whole loop, and nothing stands in the place of the processes that train
/// and predict: the sample is opened, two networks are trained, held against each other and asked,
/// one proposal is taken and one put right, and the labels are exported.
@ExtendWith(ApplicationExtension.class)
class LoopSessionTest {

    private static final Path SAMPLE = Path.of("samples", "arena");

    /// Enough batches to pause and to stop between two of them.
    private static final int TRAINING = 24;

    private static final int VALIDATION = 4;
    private static final int EPOCHS = 2;

    /// Around a corner that is dragged, picture px.
    private static final double ROOM = 30;

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;
    private FxRobot robot;

    @Start
    void start(Stage stage) throws IOException {
        SettingsFile file = new SettingsFile(home.resolve("studio.json"));
        file.write(Settings.first(Language.ENGLISH, "tester").withTheme(Theme.DARK).withHintSeen());
        open = new OpenWindow(stage, home, Optional.of(sample()), file);
    }

    @AfterEach
    void close() throws IOException {
        for (RunFolder run : RunFolder.in(runs())) {
            TrainProcess.find(run).ifPresent(TrainProcess::kill);
        }
        open.close();
        Locale.setDefault(locale);
    }

    /// The first pictures of either part of the sample.
    private Path sample() throws IOException {
        Path part = home.resolve("sample");
        for (Map.Entry<String, Integer> split :
                Map.of("train", TRAINING, "val", VALIDATION).entrySet()) {
            for (String kind : List.of("images", "labels")) {
                Path from = SAMPLE.resolve(kind).resolve(split.getKey());
                Path to = Files.createDirectories(part.resolve(kind).resolve(split.getKey()));
                try (Stream<Path> files = Files.list(from)) {
                    for (Path file : files.sorted().limit(split.getValue()).toList()) {
                        Files.copy(file, to.resolve(file.getFileName()));
                    }
                }
            }
        }
        return Files.copy(SAMPLE.resolve("data.yaml"), part.resolve("data.yaml"));
    }

    /// A network that finds plates everywhere: two epochs teach none to find a few.
    private Path weights() throws Exception {
        Map<String, String> names = new TreeMap<>();
        List<String> classes = Schema.ARMOR_PLATE.classNames();
        for (int c = 0; c < classes.size(); c++) {
            names.put(String.valueOf(c), classes.get(c));
        }
        Path file = home.resolve("start.safetensors");
        SafetensorsFile.write(
                file,
                HashedWeights.of(new YoloV8Pose(Scale.N, new HeadLayout(classes.size(), 4, 3)))
                        .withMetadata(
                                Map.of("names", JsonMapper.shared().writeValueAsString(names))));
        return file;
    }

    private Path runs() {
        return home.resolve("runs").resolve("pose");
    }

    /// Waits for a process of its own, which a busy machine lets wait.
    private static void eventually(BooleanSupplier condition) {
        for (int i = 0; i < 4; i++) {
            try {
                OpenWindow.until(condition::getAsBoolean);
                return;
            } catch (AssertionError _) {
                // Asked again; the last answer counts.
            }
        }
        OpenWindow.until(condition::getAsBoolean);
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T node(String selector) {
        return (T) open.window.stage().getScene().lookup(selector);
    }

    private void press(String selector) {
        OpenWindow.fx(() -> {
            this.<ButtonBase>node(selector).fire();
            return null;
        });
    }

    private String text(String selector) {
        return OpenWindow.fx(() -> this.<Label>node(selector).getText());
    }

    private void say(String option, Object value) {
        OpenWindow.fx(() -> {
            switch (node("#train-" + option)) {
                case TextInputControl field -> field.setText(value.toString());
                case ComboBox<?> box -> choose(box, value);
                default -> throw new AssertionError(option);
            }
            return null;
        });
    }

    private static <T> void choose(ComboBox<T> box, Object value) {
        box.setValue(
                box.getItems().stream().filter(i -> i.equals(value)).findFirst().orElseThrow());
    }

    private void workspace(Workspace workspace) {
        OpenWindow.fx(() -> {
            open.window.setWorkspace(workspace);
            return null;
        });
    }

    private void type(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Map<String, Chart> charts() {
        return open.window.train().orElseThrow().charts();
    }

    private long points(String card) {
        return charts().get(card) instanceof LineChart chart
                ? Arrays.stream(chart.lines().getFirst().values()).filter(Double::isFinite).count()
                : 0;
    }

    private List<String> legend(String card) {
        return charts().get(card) instanceof LineChart chart
                ? chart.lines().stream().map(LineChart.Line::label).toList()
                : List.of();
    }

    private DialogPane dialog() {
        return OpenWindow.fx(() ->
                Window.getWindows().stream()
                        .filter(w -> w != open.window.stage())
                        .map(w -> w.getScene().getRoot())
                        .filter(DialogPane.class::isInstance)
                        .map(DialogPane.class::cast)
                        .findFirst()
                        .orElseThrow());
    }

    private void agree(DialogPane pane) {
        OpenWindow.fx(() -> {
            ((Button) pane.lookupButton(pane.getButtonTypes().getFirst())).fire();
            return null;
        });
    }

    @Test
    void theWholeLoop(FxRobot hands) throws Exception {
        robot = hands;
        openTheSample();
        fillIn();
        trainWithAPauseAndAStop();
        trainAnother();
        compare();
        predict();
        takeOneAndPutOneRight();
        export();
    }

    private void openTheSample() {
        robot.clickOn(Texts.of(EmptyState.class, "menu.sample"));
        OpenWindow.until(() -> open.window.studio().isPresent() && open.hasPixels());
        assertThat(OpenWindow.fx(() -> open.studio().project().images()))
                .hasSize(TRAINING + VALIDATION);
    }

    private void fillIn() throws Exception {
        workspace(Workspace.TRAIN);
        OpenWindow.until(() -> !this.<TextInputControl>node("#train-data").getText().isEmpty());
        say("epochs", EPOCHS);
        say("imgsz", 320);
        say("batch", 1);
        say("device", "cpu");
        say("weights", weights());
        say("lr0", 1e-5);
        say("val", (double) VALIDATION / (TRAINING + VALIDATION));
        say("name", "rings");
    }

    private void trainWithAPauseAndAStop() throws IOException {
        press("#train-start");
        eventually(() -> points("step-losses") > 0);
        press("#train-pause");
        eventually(() -> text("#train-state").equals("paused"));
        long paused = points("step-losses");
        assertThat(paused).isLessThan(EPOCHS * TRAINING);
        press("#train-pause");
        eventually(() -> text("#train-state").equals("running"));
        press("#train-stop");
        eventually(() -> text("#train-state").equals("stopped"));
        RunFolder run = new RunFolder(runs().resolve("rings"));
        assertThat(EventTail.all(run.events()).events())
                .hasAtLeastOneElementOfType(TrainingEvent.Paused.class)
                .hasAtLeastOneElementOfType(TrainingEvent.Continued.class);
        eventually(() -> node("#train-resume").isVisible());
        press("#train-resume");
        eventually(() -> text("#train-state").equals("completed"));
        eventually(() -> points("pose-map") == EPOCHS && charts().containsKey("ced"));
        assertThat(points("step-losses")).isEqualTo(EPOCHS * TRAINING);
        assertThat(run.best()).exists();
        assertThat(open.window.notices().sentence()).doesNotContain("failed");
    }

    private void trainAnother() {
        eventually(() -> this.<ButtonBase>node("#train-start").getText().equals("Start"));
        say("loss", "l1");
        say("name", "straight");
        press("#train-start");
        eventually(() ->
                text("#train-run").equals("straight")
                        && text("#train-state").equals("completed")
                        && points("step-losses") == EPOCHS * TRAINING);
    }

    private void compare() {
        OpenWindow.fx(() -> {
            this.<ToggleButton>node("#train-page-runs").fire();
            return null;
        });
        TableView<?> table = node("#train-table");
        OpenWindow.until(() -> table.getItems().size() == 2);
        OpenWindow.fx(() -> {
            table.getSelectionModel().selectAll();
            return null;
        });
        press("#train-compare");
        OpenWindow.until(() -> cells().containsAll(List.of("helium", "l1")));
        OpenWindow.fx(() -> {
            this.<ToggleButton>node("#train-page-losses").fire();
            return null;
        });
        OpenWindow.until(() -> legend("fitness").containsAll(List.of("rings", "straight")));
    }

    private List<String> cells() {
        return OpenWindow.fx(() ->
                this.<Node>node("#train-comparison").lookupAll(".label").stream()
                        .map(n -> ((Label) n).getText())
                        .toList());
    }

    private List<Prediction> undecided() {
        return OpenWindow.fx(() -> open.studio().proposals().undecided(open.picture()));
    }

    private void predict() {
        workspace(Workspace.ANNOTATE);
        OpenWindow.fx(() -> {
            open.window.commands().run(Shortcut.PREDICT);
            return null;
        });
        DialogPane pane = dialog();
        ComboBox<?> weights = (ComboBox<?>) pane.lookup("#predict-weights");
        OpenWindow.until(() -> weights.getEditor().getText().endsWith("best.safetensors"));
        assertThat(weights.getEditor().getText()).as("the newest run").contains("straight");
        OpenWindow.fx(() -> {
            ((Spinner<?>) pane.lookup("#predict-confidence")).decrement(4);
            choose((ComboBox<?>) pane.lookup("#predict-side"), 320);
            return null;
        });
        int labels = OpenWindow.fx(() -> open.picture().targets().size());
        agree(pane);
        eventually(() -> open.window.background().running().isEmpty());
        OpenWindow.until(() -> undecided().size() > 1);
        assertThat(open.picture().targets()).as("nothing is a label unasked").hasSize(labels);
    }

    private void takeOneAndPutOneRight() {
        int before = open.picture().targets().size();
        List<Prediction> found = undecided();
        robot.clickOn("#canvas", MouseButton.MIDDLE);
        type(KeyCode.ENTER);
        type(KeyCode.ENTER);
        assertThat(open.picture().targets())
                .hasSize(before + 1)
                .contains(found.getFirst().target());
        Corner loose = loose(undecided());
        Prediction wrong = loose.of();
        Point corner = loose.at();
        Point right = corner.plus(new Point(12, 9));
        robot.moveTo(open.onScreen(corner))
                .press(MouseButton.PRIMARY)
                .moveTo(open.onScreen(right))
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        Target corrected = open.picture().targets().getLast();
        assertThat(open.picture().targets()).hasSize(before + 2);
        assertThat(corrected.id()).isEqualTo(wrong.target().id());
        assertThat(corrected.annotator()).isEqualTo("tester");
        List<Keypoint> others = new ArrayList<>(corrected.keypoints());
        others.removeAll(wrong.target().keypoints());
        assertThat(others)
                .singleElement()
                .satisfies(k -> assertThat(k.at().distance(right)).isLessThan(3));
    }

    private record Corner(Prediction of, Point at) {}

    /// A corner that a pointer can take hold of: in the picture, and nothing else beside it.
    private Corner loose(List<Prediction> proposals) {
        List<Point> all =
                Stream.concat(
                                proposals.stream().map(Prediction::target),
                                open.picture().targets().stream())
                        .flatMap(t -> t.labelledPoints().stream())
                        .toList();
        return proposals.stream()
                .flatMap(p -> p.target().labelledPoints().stream().map(at -> new Corner(p, at)))
                .filter(c -> c.at().x() > ROOM && c.at().x() < open.picture().size().width() - ROOM)
                .filter(c ->
                        c.at().y() > ROOM && c.at().y() < open.picture().size().height() - ROOM)
                .filter(c -> all.stream().filter(p -> p.distance(c.at()) < ROOM).count() == 1)
                .findFirst()
                .orElseThrow();
    }

    private void export() throws Exception {
        OpenWindow.until(() -> open.studio().savedProperty().get());
        OpenWindow.fx(() -> {
            open.window.commands().run(Shortcut.EXPORT);
            return null;
        });
        DialogPane pane = dialog();
        Path out = home.resolve("exported");
        OpenWindow.fx(() -> {
            ((TextField) pane.lookup("#destination")).setText(out.toString());
            return null;
        });
        Button write = (Button) pane.lookupButton(pane.getButtonTypes().getFirst());
        OpenWindow.until(() -> !write.isDisabled());
        agree(pane);
        OpenWindow.until(() -> Files.exists(out.resolve("data.yaml")));
        open.settle();
        assertThat(new YoloPoseFormat().read(out, "").targetCount())
                .isEqualTo(OpenWindow.fx(() -> open.studio().project().targetCount()));
    }
}
