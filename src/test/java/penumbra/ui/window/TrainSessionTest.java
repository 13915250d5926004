package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.plot.Chart;
import penumbra.plot.LineChart;
import penumbra.run.EventLog;
import penumbra.run.MadeUpRun;
import penumbra.run.RunConfig;
import penumbra.run.RunControl;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.run.TrainProcess;
import penumbra.run.TrainingEvent;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.SettingsFile;
import penumbra.ui.Shortcut;
import penumbra.ui.Workspace;

/// A person trains: starts, watches, pauses, goes on, stops, looks back, compares. In the place of
/// the process that trains stands one that waits, and the test tells what a run would tell.
@ExtendWith(ApplicationExtension.class)
class TrainSessionTest {

    private static final Size SIZE = new Size(640, 512);
    private static final int EPOCHS = 3;
    private static final String CHILD =
            "echo at work; [ -p gate ] || mkfifo gate; echo $$ > pid.part; mv pid.part pid;"
                    + " read status < gate; exit $status";

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private final List<RunFolder> started = Collections.synchronizedList(new ArrayList<>());
    private final List<TrainProcess> processes = Collections.synchronizedList(new ArrayList<>());
    private OpenWindow open;
    private boolean savedAtStart;
    private boolean over;

    @Start
    void start(Stage stage) {
        SettingsFile file = new SettingsFile(home.resolve("studio.json"));
        file.write(Settings.first(Language.ENGLISH, "tester").withHintSeen());
        open = new OpenWindow(stage, home, Optional.empty(), file, this::child);
    }

    @BeforeEach
    void pictures() throws IOException {
        OpenWindow.render(home.resolve("match"), 4, SIZE);
    }

    @AfterEach
    void close() {
        endAll();
        open.close();
        Locale.setDefault(locale);
    }

    /// Nor is a run started that waited for one of them.
    private synchronized void endAll() {
        over = true;
        processes.forEach(TrainProcess::kill);
    }

    /// A child that does nothing until it reads from its gate with which status to end.
    private TrainProcess child(RunFolder run) throws IOException, RunException {
        savedAtStart = onDisk();
        return start(run);
    }

    private synchronized TrainProcess start(RunFolder run) throws IOException, RunException {
        if (over) {
            throw new RunException("the test is over");
        }
        TrainProcess process =
                TrainProcess.resume(
                        run,
                        builder ->
                                builder.command("sh", "-c", CHILD).directory(run.path().toFile()));
        processes.add(process);
        started.add(run);
        return process;
    }

    /// Whether all is saved; so it is once the project was closed.
    private boolean onDisk() {
        return OpenWindow.fx(
                () -> open.window.studio().map(s -> s.savedProperty().get()).orElse(true));
    }

    private void end(int child, int status) throws IOException {
        end(started.get(child), status);
    }

    private void end(RunFolder child, int status) throws IOException {
        Path gate = child.path().resolve("gate");
        OpenWindow.until(() -> Files.exists(gate));
        Files.writeString(gate, status + "\n", StandardOpenOption.WRITE);
    }

    private ProcessHandle process(RunFolder run) throws IOException {
        Path file = run.path().resolve("pid");
        OpenWindow.until(() -> Files.exists(file));
        return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
    }

    private RunFolder run(String name) {
        return new RunFolder(home.resolve("match").resolve("runs").resolve("pose").resolve(name));
    }

    /// What a run of three epochs tells, a few events of it.
    private void tell(String name, int from, int to) throws IOException {
        MadeUpRun made = new MadeUpRun("helium", 1, 1.5, 0.1, EPOCHS, 4);
        RunFolder folder = run(name);
        Files.createDirectories(folder.path());
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            folder.writePlates(epoch, made.plates(epoch));
        }
        if (from == 0) {
            // A run takes its folder for its process; here it is that of the waiting child.
            ProcessHandle own = process(folder);
            Files.writeString(
                    folder.process(),
                    own.pid() + " " + own.info().startInstant().orElseThrow().toEpochMilli());
        }
        try (EventLog log = EventLog.open(folder.events())) {
            for (TrainingEvent event : made.events().subList(from, to)) {
                log.tell(event);
            }
        }
    }

    private void label(int picture) {
        OpenWindow.fx(() -> {
            open.studio().show(open.studio().project().images().get(picture).id());
            RenderedScene scene = SyntheticScene.render(5, picture, SIZE);
            for (Target truth : scene.truth()) {
                open.studio()
                        .apply(
                                open.studio()
                                        .edits()
                                        .add(
                                                open.studio().pictureProperty().get().orElseThrow(),
                                                truth.classIndex(),
                                                truth.keypoints().stream()
                                                        .map(Keypoint::at)
                                                        .toList()));
            }
            return null;
        });
    }

    private void train() {
        open.open(home.resolve("match"));
        for (int i = 0; i < 4; i++) {
            label(i);
        }
        toTrain();
        OpenWindow.until(() -> !field("#train-data").isEmpty());
    }

    private void toTrain() {
        OpenWindow.fx(() -> {
            open.window.setWorkspace(Workspace.TRAIN);
            return null;
        });
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

    private void page(String id) {
        OpenWindow.fx(() -> {
            this.<ToggleButton>node("#train-page-" + id).fire();
            return null;
        });
    }

    private Map<String, Chart> charts() {
        return open.window.train().orElseThrow().charts();
    }

    private int points(String card, int line) {
        return charts().get(card) instanceof LineChart chart
                ? (int)
                        Arrays.stream(chart.lines().get(line).values())
                                .filter(Double::isFinite)
                                .count()
                : 0;
    }

    private String text(String selector) {
        return OpenWindow.fx(() -> this.<Label>node(selector).getText());
    }

    private int all() {
        return new MadeUpRun("helium", 1, 1.5, 0.1, EPOCHS, 4).events().size();
    }

    @Test
    void aRunIsStartedWithOneClickOnceLabelsAreOnDiskAndItsChartsFillWhileItTells()
            throws Exception {
        train();
        press("#train-start");
        OpenWindow.until(() -> started.size() == 1);
        assertThat(savedAtStart).isTrue();
        RunConfig config = RunConfig.read(run("train").arguments());
        assertThat(config.place(RunOption.DATA))
                .contains(OpenWindow.fx(() -> open.studio().file().path()));
        assertThat(config.text(RunOption.LOSS)).isEqualTo("helium");
        tell("train", 0, 3);
        OpenWindow.until(() -> points("step-losses", 0) == 2);
        assertThat(text("#train-state")).isEqualTo("running");
        int firstValidated = 7;
        tell("train", 3, firstValidated);
        OpenWindow.until(() -> points("step-losses", 0) == 5 && charts().containsKey("ced"));
        assertThat(points("pose-map", 0)).isEqualTo(1);
        tell("train", firstValidated, all());
        OpenWindow.until(() -> points("rmse", 0) == EPOCHS);
        end(0, 0);
        OpenWindow.until(() -> text("#train-state").equals("completed"));
        assertThat(points("step-losses", 0)).isEqualTo(15);
    }

    @Test
    void noCaretBlinksButWhereTheKeyboardIs() {
        train();
        TextInputControl field = node("#train-data");
        OpenWindow.fx(() -> {
            this.<ButtonBase>node("#train-start").requestFocus();
            field.setText("another");
            return null;
        });
        assertThat(OpenWindow.fx(this::blinking)).isEmpty();
        OpenWindow.fx(() -> {
            field.requestFocus();
            return null;
        });
        assertThat(OpenWindow.fx(this::blinking)).containsExactly(field);
    }

    private List<Node> blinking() {
        return open.window.stage().getScene().getRoot().lookupAll(".text-input").stream()
                .filter(n -> blinks(((TextInputControl) n).getSkin()))
                .toList();
    }

    /// JavaFX tells it to its own tests alone.
    private static boolean blinks(Skin<?> skin) {
        try {
            Method told = TextInputControlSkin.class.getDeclaredMethod("isCaretBlinking");
            told.setAccessible(true);
            return (boolean) told.invoke(skin);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("JavaFX tells no longer whether a caret blinks", e);
        }
    }

    @Test
    void pauseContinueAndStopAreAskedThroughTheControlFile() throws IOException {
        train();
        press("#train-start");
        OpenWindow.until(() -> started.size() == 1);
        tell("train", 0, 4);
        OpenWindow.until(() -> node("#train-pause").isVisible());
        press("#train-pause");
        RunControl control = run("train").control();
        OpenWindow.until(() -> asked(control).equals(Optional.of(RunControl.Ask.PAUSE)));
        control.obeyed();
        say("train", new TrainingEvent.Paused(4));
        OpenWindow.until(() -> text("#train-state").equals("paused"));
        OpenWindow.fx(() -> {
            open.window.commands().run(Shortcut.PAUSE_RUN);
            return null;
        });
        OpenWindow.until(() -> asked(control).equals(Optional.of(RunControl.Ask.CONTINUE)));
        control.obeyed();
        say("train", new TrainingEvent.Continued(5));
        OpenWindow.until(() -> text("#train-state").equals("running"));
        press("#train-stop");
        OpenWindow.until(() -> asked(control).equals(Optional.of(RunControl.Ask.STOP)));
        say("train", new TrainingEvent.Finished(6, TrainingEvent.End.STOPPED, 0, 0));
        end(0, 0);
        OpenWindow.until(() -> node("#train-resume").isVisible());
        press("#train-resume");
        OpenWindow.until(() -> started.size() == 2);
        assertThat(started).containsExactly(run("train"), run("train"));
    }

    private static Optional<RunControl.Ask> asked(RunControl control) {
        try {
            return control.asked();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void say(String name, TrainingEvent event) throws IOException {
        try (EventLog log = EventLog.open(run(name).events())) {
            log.tell(event);
        }
    }

    @Test
    void aSecondRunWaitsUntilTheFirstHasEnded() throws IOException {
        train();
        press("#train-start");
        OpenWindow.until(() -> started.size() == 1);
        tell("train", 0, 3);
        OpenWindow.until(() -> this.<ButtonBase>node("#train-start").getText().equals("Queue"));
        press("#train-start");
        OpenWindow.until(() -> labels().contains("Waits: train-2"));
        assertThat(started).hasSize(1);
        end(0, 0);
        OpenWindow.until(() -> started.size() == 2);
        assertThat(started.get(1)).isEqualTo(run("train-2"));
    }

    private List<String> labels() {
        return open.window.stage().getScene().getRoot().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(n -> ((Label) n).getText())
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void aRunThatAClosedStudioLeftAtWorkIsShownAgainAndHeedsThisOne() throws Exception {
        RunFolder left = run("train");
        Files.createDirectories(left.path());
        RunConfig.of(Map.of(RunOption.DATA, home.resolve("match").toString()))
                .write(left.arguments());
        child(left);
        started.clear();
        tell("train", 0, 4);
        open.open(home.resolve("match"));
        toTrain();
        OpenWindow.until(() -> text("#train-state").equals("running"));
        OpenWindow.until(() -> points("step-losses", 0) == 3);
        OpenWindow.until(() -> this.<ButtonBase>node("#train-start").getText().equals("Queue"));
        press("#train-pause");
        OpenWindow.until(() -> asked(left.control()).equals(Optional.of(RunControl.Ask.PAUSE)));
        tell("train", 4, 5);
        OpenWindow.until(() -> points("step-losses", 0) == 4);
        end(left, 0);
        OpenWindow.until(() -> this.<ButtonBase>node("#train-start").getText().equals("Start"));
        assertThat(started).as("nothing was started anew").isEmpty();
    }

    @Test
    void aCrashOfTheProcessIsSaidAndCostsNoLabel() throws IOException {
        train();
        int plates = OpenWindow.fx(() -> open.studio().project().targetCount());
        press("#train-start");
        OpenWindow.until(() -> started.size() == 1);
        tell("train", 0, 4);
        OpenWindow.until(() -> text("#train-state").equals("running"));
        end(0, 134);
        OpenWindow.until(() -> open.window.notices().sentence().contains("train failed"));
        OpenWindow.until(() -> text("#train-state").equals("killed"));
        assertThat(OpenWindow.fx(() -> open.studio().project().targetCount())).isEqualTo(plates);
        assertThat(onDisk()).isTrue();
        assertThat(Files.readString(run("train").console())).contains("at work");
    }

    @Test
    void theScrubberLeadsTheChartsOfARecordedRunBackToAnEarlierMoment() throws IOException {
        new MadeUpRun("helium", 1, 1.5, 0.1, EPOCHS, 4).into(run("recorded").path());
        train();
        OpenWindow.until(() -> points("step-losses", 0) == 15);
        OpenWindow.fx(() -> {
            this.<Slider>node("#train-scrubber").setValue(4);
            return null;
        });
        OpenWindow.until(() -> points("step-losses", 0) == 3 && !charts().containsKey("ced"));
        press("#train-live");
        OpenWindow.until(() -> points("step-losses", 0) == 15 && charts().containsKey("ced"));
    }

    @Test
    void theFolderOfARunOpensWhatItLearntFromAtThatRun() throws IOException {
        for (String name : List.of("a", "b")) {
            new MadeUpRun("helium", 1, 1.5, 0.1, EPOCHS, 4).into(run(name).path());
        }
        Path project = home.resolve("match").resolve("match.penumbra");
        Files.writeString(run("a").arguments(), "data: '" + project + "'\n");
        open.open(home.resolve("match"));
        var opened = open.studio();
        show(run("a").path());
        OpenWindow.until(() -> node("#train-run") != null && text("#train-run").equals("a"));
        assertThat(open.studio()).as("it was open").isSameAs(opened);
        assertThat(open.window.settings().workspace()).isEqualTo(Workspace.TRAIN);

        OpenWindow.render(home.resolve("other"), 1, SIZE);
        show(home.resolve("other"));
        OpenWindow.until(() -> !open.studio().file().path().equals(project));
        show(run("a").path());
        OpenWindow.until(() -> open.studio().file().path().equals(project));
        OpenWindow.until(() -> node("#train-run") != null && text("#train-run").equals("a"));
        assertThat(OpenWindow.fx(() -> open.studio().refusalProperty().get())).isEmpty();
    }

    private void show(Path source) {
        OpenWindow.fx(() -> {
            open.window.open(source);
            return null;
        });
    }

    @Test
    void runsThatAreChosenTogetherLieOverEachOther() throws IOException {
        new MadeUpRun("helium", 1, 1.5, 0.1, EPOCHS, 4).into(run("a").path());
        new MadeUpRun("l1", 1, 2.5, 0.1, EPOCHS, 4).into(run("b").path());
        train();
        page("runs");
        OpenWindow.until(() -> this.<TableView<?>>node("#train-table").getItems().size() == 2);
        OpenWindow.fx(() -> {
            this.<TableView<?>>node("#train-table").getSelectionModel().selectAll();
            return null;
        });
        page("overview");
        OpenWindow.until(() -> legend("rmse").containsAll(List.of("a", "b")));
        assertThat(legend("ced")).anyMatch(l -> l.startsWith("a")).anyMatch(l -> l.startsWith("b"));
    }

    @Test
    void chosenRunsAreComparedInTablesAndTheirReportIsWritten() throws IOException {
        new MadeUpRun("helium", 1, 1.5, 0.1, EPOCHS, 4).into(run("a").path());
        new MadeUpRun("l1", 1, 2.5, 0.1, EPOCHS, 4).into(run("b").path());
        train();
        page("runs");
        OpenWindow.until(() -> this.<TableView<?>>node("#train-table").getItems().size() == 2);
        OpenWindow.fx(() -> {
            this.<TableView<?>>node("#train-table").getSelectionModel().selectAll();
            return null;
        });
        press("#train-compare");
        OpenWindow.until(() -> labels().containsAll(List.of("helium", "l1")));
        press("#train-save");
        Path report = home.resolve("match").resolve("runs").resolve("comparison");
        OpenWindow.until(() -> open.window.notices().sentence().contains(report.toString()));
        assertThat(report.resolve("report.html")).content().contains("helium", "l1");
    }

    @Test
    void aSweepQueuesARunForEachMethodAndSeed() throws Exception {
        train();
        sweep("centernet");
        OpenWindow.until(() -> started.size() == 1 && waiting().size() == 5);
        assertThat(started).containsExactly(run("train-l1-s0"));
        RunConfig config = RunConfig.read(run("train-helium-s1").arguments());
        assertThat(config.text(RunOption.GAINS)).isEqualTo("matched");
        assertThat(config.text(RunOption.LOSS)).isEqualTo("helium");
        assertThat(config.text(RunOption.HEAD)).isEqualTo("pose");
        assertThat(config.text(RunOption.START)).isEqualTo("nothing");
        assertThat(config.whole(RunOption.SEED)).isEqualTo(1);
        RunConfig maps = RunConfig.read(run("train-centernet-s1").arguments());
        assertThat(maps.text(RunOption.HEAD)).isEqualTo("heatmap");
        assertThat(waiting())
                .containsExactly(
                        "Waits: train-helium-s0",
                        "Waits: train-centernet-s0",
                        "Waits: train-l1-s1",
                        "Waits: train-helium-s1",
                        "Waits: train-centernet-s1");
    }

    /// Of the methods that are chosen at first, with two seeds.
    private void sweep(String... more) {
        press("#train-sweep");
        OpenWindow.fx(() -> {
            Window dialog =
                    Window.getWindows().stream()
                            .filter(w -> w != open.window.stage())
                            .findFirst()
                            .orElseThrow();
            DialogPane pane = (DialogPane) dialog.getScene().getRoot();
            Spinner<?> seeds = (Spinner<?>) pane.lookup("#sweep-seeds");
            seeds.decrement(1);
            for (String method : more) {
                ((CheckBox) pane.lookup("#sweep-" + method)).setSelected(true);
            }
            ((ButtonBase) pane.lookupButton(pane.getButtonTypes().getFirst())).fire();
            return null;
        });
    }

    private List<String> waiting() {
        return labels().stream().filter(l -> l.startsWith("Waits")).toList();
    }

    private List<String> legend(String card) {
        return Stream.ofNullable(charts().get(card))
                .map(LineChart.class::cast)
                .flatMap(c -> c.lines().stream())
                .map(LineChart.Line::label)
                .collect(Collectors.toList());
    }

    @Test
    void whatIsWrongInTheFormIsSaidAndNothingStarts() {
        train();
        OpenWindow.fx(() -> {
            this.<TextInputControl>node("#train-epochs").setText("many");
            return null;
        });
        press("#train-start");
        OpenWindow.until(() -> open.window.notices().sentence().contains("many"));
        assertThat(started).isEmpty();
    }

    @Test
    void withoutALabelNothingStartsAndItIsSaidWhatToDo() {
        open.open(home.resolve("match"));
        toTrain();
        OpenWindow.until(() -> !field("#train-data").isEmpty());
        press("#train-start");
        OpenWindow.until(() -> open.window.notices().sentence().contains("no labelled plate"));
        assertThat(started).isEmpty();
    }

    @Test
    void aRunGoesOnFromTheLastOneWithItsHeadAndASweepFromNothing() throws Exception {
        Path before = weights("before", "head: pose");
        Path maps = weights("maps", "head: heatmap");
        train();
        OpenWindow.until(() -> field("#train-weights").equals(before.toString()));
        OpenWindow.fx(() -> {
            this.<ComboBox<String>>node("#train-head").getSelectionModel().select("heatmap");
            return null;
        });
        OpenWindow.until(() -> field("#train-weights").equals(maps.toString()));
        sweep();
        OpenWindow.until(() -> !started.isEmpty());
        RunConfig swept = RunConfig.read(run("train-l1-s0").arguments());
        assertThat(swept.place(RunOption.WEIGHTS)).isEmpty();
        assertThat(swept.text(RunOption.START)).isEqualTo("nothing");
    }

    private Path weights(String name, String arguments) throws IOException {
        RunFolder run = run(name);
        Files.createDirectories(run.best().getParent());
        Files.writeString(run.arguments(), arguments + "\n");
        return Files.write(run.best(), new byte[] {1});
    }

    @Test
    void theInputSizeFollowsLabelsThatComeWhileTheFormIsShown() throws IOException {
        OpenWindow.render(home.resolve("large"), 1, new Size(1280, 1024));
        open.open(home.resolve("large"));
        toTrain();
        OpenWindow.until(() -> field("#train-imgsz").equals("640"));
        // Bars of 16 px of 1280: 8 px of 640, and 12 of 960.
        List<Point> plate =
                List.of(
                        new Point(300, 300),
                        new Point(300, 316),
                        new Point(330, 316),
                        new Point(330, 300));
        OpenWindow.fx(() -> {
            LabelledImage picture = open.studio().pictureProperty().get().orElseThrow();
            return open.studio().apply(open.studio().edits().add(picture, 0, plate));
        });
        OpenWindow.until(() -> field("#train-imgsz").equals("960"));
        OpenWindow.fx(open.studio()::undo);
        OpenWindow.until(() -> field("#train-imgsz").equals("640"));
    }

    private String field(String selector) {
        return this.<TextInputControl>node(selector).getText();
    }
}
