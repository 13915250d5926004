package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import penumbra.geometry.Size;
import penumbra.plot.Chart;
import penumbra.plot.ContourChart;
import penumbra.plot.SurfaceChart;
import penumbra.run.LandscapeProcess;
import penumbra.run.MadeUpLandscape;
import penumbra.run.MadeUpRun;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.TrainProcess;
import penumbra.ui.Language;
import penumbra.ui.Settings;
import penumbra.ui.SettingsFile;
import penumbra.ui.Workspace;
import penumbra.ui.chart.ChartView;
import penumbra.ui.train.Starter;

/// A person has the landscape of a run computed, looks at it and stops it. In the place of the
/// process that computes stands one that waits, and the test tells what it would tell.
@ExtendWith(ApplicationExtension.class)
class LandscapeSessionTest {

    private static final String CHILD =
            "echo at work; [ -p gate ] || mkfifo gate; read status < gate; exit $status";

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private final List<Double> shares = Collections.synchronizedList(new ArrayList<>());
    private final List<LandscapeProcess> processes =
            Collections.synchronizedList(new ArrayList<>());
    private OpenWindow open;

    @Start
    void start(Stage stage) {
        SettingsFile file = new SettingsFile(home.resolve("studio.json"));
        file.write(Settings.first(Language.ENGLISH, "tester").withHintSeen());
        open = new OpenWindow(stage, home, Optional.empty(), file, new Waiting());
    }

    private final class Waiting implements Starter {

        @Override
        public TrainProcess start(RunFolder run) {
            throw new IllegalStateException("nothing is trained here");
        }

        @Override
        public LandscapeProcess map(RunFolder run, double share) throws IOException, RunException {
            LandscapeProcess process =
                    LandscapeProcess.start(
                            run,
                            share,
                            builder ->
                                    builder.command("sh", "-c", CHILD)
                                            .directory(run.path().toFile()));
            shares.add(share);
            processes.add(process);
            return process;
        }
    }

    @BeforeEach
    void recordedRun() throws IOException {
        OpenWindow.render(home.resolve("match"), 2, new Size(640, 512));
        Files.createDirectories(run().path());
        new MadeUpRun("helium", 1, 1.5, 0.1, 3, 4).into(run().path());
        Files.delete(run().landscape());
    }

    @AfterEach
    void close() {
        processes.forEach(LandscapeProcess::cancel);
        open.close();
        Locale.setDefault(locale);
    }

    private RunFolder run() {
        return new RunFolder(home.resolve("match/runs/pose/recorded"));
    }

    private void look() {
        open.open(home.resolve("match"));
        OpenWindow.fx(() -> {
            open.window.setWorkspace(Workspace.TRAIN);
            return null;
        });
        OpenWindow.until(() -> node("#train-page-landscape") != null);
        press("#train-page-landscape");
        OpenWindow.until(() -> !node("#landscape-compute").isDisabled());
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

    private String label(String selector) {
        return OpenWindow.fx(() -> this.<Label>node(selector).getText());
    }

    private String button() {
        return OpenWindow.fx(() -> this.<ButtonBase>node("#landscape-compute").getText());
    }

    private Map<String, Chart> charts() {
        return open.window.train().orElseThrow().charts();
    }

    private void end(int status) throws IOException {
        Path gate = run().path().resolve("gate");
        OpenWindow.until(() -> Files.exists(gate));
        Files.writeString(gate, status + "\n", StandardOpenOption.WRITE);
    }

    @Test
    void itIsOffUntilAskedForFillsWhileItIsToldAndStaysWhenItIsStopped() throws IOException {
        look();
        assertThat(label("#landscape-said")).isEqualTo("Off.");
        assertThat(shares).isEmpty();
        OpenWindow.fx(() -> {
            this.<ComboBox<Double>>node("#landscape-share").setValue(0.25);
            return null;
        });
        press("#landscape-compute");
        OpenWindow.until(() -> button().equals("Stop"));
        assertThat(shares).containsExactly(0.25);
        assertThat(label("#landscape-said")).isEqualTo("Starting.");
        MadeUpLandscape.write(run(), 3, 5);
        OpenWindow.until(() -> charts().get("landscape") instanceof ContourChart);
        assertThat(charts()).containsOnlyKeys("landscape", "landscape-auc");
        assertThat(label("#landscape-said"))
                .startsWith("Epoch 3, 8 pictures, 11 plates: 5 x 5 nodes, of 9 x 9 0 %");
        press("#landscape-compute");
        OpenWindow.until(() -> button().equals("Compute"));
        OpenWindow.until(() -> processes.getFirst().exitCode().isPresent());
        assertThat(charts()).containsKey("landscape");
        assertThat(open.window.notices().sentence()).doesNotContain("failed");
    }

    @Test
    void itIsSeenInSpaceWithTheWayOfTrainingOnItAndTurned() throws IOException {
        MadeUpLandscape.write(run(), 3, 9);
        look();
        OpenWindow.until(() -> charts().get("landscape") instanceof ContourChart);
        press("#landscape-path");
        press("#landscape-space");
        OpenWindow.until(() ->
                charts().get("landscape") instanceof SurfaceChart surface
                        && surface.path().size() == 4);
        OpenWindow.until(() -> open.window.train().orElseThrow().settled());
        SurfaceChart.View first = ((SurfaceChart) charts().get("landscape")).view();
        OpenWindow.fx(() -> {
            ChartView view = node("#train-board .chart-view > .chart-view");
            view.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.RIGHT,
                            false,
                            false,
                            false,
                            false));
            return null;
        });
        OpenWindow.until(() ->
                charts().values().stream()
                        .map(SurfaceChart.class::cast)
                        .anyMatch(c -> c.view().equals(first.moved(5, 0))));
        OpenWindow.until(() -> open.window.train().orElseThrow().settled());
    }

    @Test
    void itBeginsAnewAroundANewerCheckpointOnlyWhenAskedTo() throws IOException {
        MadeUpLandscape.write(run(), 2, 5);
        look();
        OpenWindow.until(() -> charts().containsKey("landscape"));
        OpenWindow.until(() -> node("#landscape-anew").isVisible());
        press("#landscape-compute");
        OpenWindow.until(() -> processes.size() == 1 && button().equals("Stop"));
        press("#landscape-anew");
        OpenWindow.until(() -> processes.size() == 2 && button().equals("Stop"));
        OpenWindow.until(() -> processes.getFirst().exitCode().isPresent());
        assertThat(processes.getLast().exitCode()).as("still at work").isEmpty();
        MadeUpLandscape.write(run(), 3, 5);
        OpenWindow.until(() -> !node("#landscape-anew").isVisible());
        assertThat(label("#landscape-said")).startsWith("Epoch 3");
    }

    @Test
    void theScrubberShowsTheLandscapeOfThatTime() throws IOException {
        MadeUpLandscape.write(run(), 2, 5);
        MadeUpLandscape.write(run(), 3, 5);
        look();
        OpenWindow.until(() ->
                charts().containsKey("landscape")
                        && charts().get("landscape").title().contains("epoch 3"));
        // The start, then five steps, an epoch and its sigmas for each epoch: two of them.
        scrub(15);
        OpenWindow.until(() -> charts().get("landscape").title().contains("epoch 2"));
        scrub(8);
        OpenWindow.until(() -> !charts().containsKey("landscape"));
    }

    private void scrub(int event) {
        OpenWindow.fx(() -> {
            this.<Slider>node("#train-scrubber").setValue(event);
            return null;
        });
    }

    @Test
    void aProcessThatFailsIsSaidAndWhatItComputedIsThere() throws IOException {
        look();
        press("#landscape-compute");
        OpenWindow.until(() -> processes.size() == 1);
        MadeUpLandscape.write(run(), 3, 5);
        OpenWindow.until(() -> charts().containsKey("landscape"));
        end(3);
        OpenWindow.until(() -> open.window.notices().sentence().contains("recorded failed"));
        assertThat(button()).isEqualTo("Compute");
        assertThat(charts()).containsKey("landscape");
    }
}
