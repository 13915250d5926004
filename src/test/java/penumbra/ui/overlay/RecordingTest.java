package penumbra.ui.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.geometry.Point;
import penumbra.model.Target;
import penumbra.ui.Background;
import penumbra.ui.Commands;
import penumbra.uncertainty.record.PredictionRecord;

/// Overlays that show what a run left, and the rows where its files are chosen.
@ExtendWith(ApplicationExtension.class)
class RecordingTest {

    @TempDir Path folder;

    private static Path example(String name) {
        try {
            return Path.of(PredictionRecord.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T fx(java.util.concurrent.Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(30), task);
    }

    private static OverlayLayer<?> layer(OverlayStack stack, String id) {
        return stack.layers().stream()
                .filter(l -> l.overlay().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// The panel over overlays that were stored with a file.
    private Node panel(OverlayStack stack) {
        return fx(() ->
                new OverlayPanel(
                                stack,
                                new Commands(),
                                new RecordingFiles(folder, new Background(Runnable::run)))
                        .node());
    }

    private static OverlayStack stored(String id, String choice, String value, Path run) {
        return new OverlayStack(Map.of(id, Map.of(choice, value, "run", run.toString())));
    }

    private static <S extends Record> List<ReadOut> readOuts(
            OverlayLayer<S> layer, OverlayScene scene) {
        return layer.overlay().readOuts(scene, layer.settingsProperty().get());
    }

    @Test
    void theSigmasOfARunThatWasChosenBeforeAreThereAgain() {
        OverlayStack stack = stored("adaloss", "example", "RUN", example("events.jsonl"));
        assertThat(stack.stored().get("adaloss").get("run"))
                .isEqualTo(example("events.jsonl").toString());
        panel(stack);
        WaitForAsyncUtils.waitForFxEvents();
        OverlayLayer<?> layer = layer(stack, "adaloss");
        AdalossOverlay.Settings now = adaloss(stack);
        AdalossOverlay overlay = new AdalossOverlay();
        assertThat(overlay.caption(now)).isEqualTo("Adaloss target, epoch 2 of 2");
        assertThat(overlay.applies(now, "rho")).as("a record follows no rule").isFalse();
        OverlayScene scene = Scenes.of(true, Scenes.plate(400, 300));
        // 512 of 1280 px: a cell of 4 input px is 10 picture px.
        assertThat(readOuts(layer, scene).getFirst())
                .isEqualTo(ReadOut.of("σ TL", "28.0 cells = 280 px"));
        CurveChart chart = overlay.chart(scene, now).orElseThrow();
        assertThat(chart.curves().get(1).values()).containsExactly(32.0, 31.0, 29.5);
    }

    @Test
    void aFileThatIsNoRecordIsRefusedInItsCardAndTheRestStays() throws IOException {
        Path broken = Files.writeString(folder.resolve("events.jsonl"), "{\"event\":\"x\"}\n");
        OverlayStack stack = stored("adaloss", "example", "RUN", broken);
        Node panel = panel(stack);
        fx(() -> {
            stack.layers().forEach(l -> l.openProperty().set(true));
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        Label refusal =
                fx(() -> {
                    new javafx.scene.Scene((javafx.scene.Parent) panel);
                    panel.applyCss();
                    return (Label) panel.lookup("#overlay-adaloss-run-refusal");
                });
        assertThat(refusal.getText()).contains(broken.toString()).contains("sigma");
        assertThat(new AdalossOverlay().caption(adaloss(stack)))
                .isEqualTo("Adaloss target, no run read");
    }

    private AdalossOverlay.Settings replayed(String arguments, double... losses)
            throws IOException {
        Files.writeString(folder.resolve("args.yaml"), arguments);
        Path events = folder.resolve("events.jsonl");
        StringBuilder lines = new StringBuilder();
        for (int epoch = 1; epoch <= losses.length; epoch++) {
            lines.append(
                    "{\"event\":\"sigma\",\"epoch\":%d,\"keypoints\":[{\"sigma\":%d,\"loss\":%s}]}%n"
                            .formatted(epoch, 20 - epoch, losses[epoch - 1]));
        }
        Files.writeString(events, lines);
        OverlayStack stack = stored("adaloss", "example", "RUN", events);
        panel(stack);
        WaitForAsyncUtils.waitForFxEvents();
        return adaloss(stack);
    }

    private static AdalossOverlay.Settings adaloss(OverlayStack stack) {
        return (AdalossOverlay.Settings) layer(stack, "adaloss").settingsProperty().get();
    }

    private static AdalossOverlay.Settings at(AdalossOverlay.Settings settings, int epoch) {
        return set(settings, "epoch", epoch);
    }

    @Test
    void aRunIsShownInItsOwnCells() throws IOException {
        AdalossOverlay overlay = new AdalossOverlay();
        AdalossOverlay.Settings run =
                replayed("imgsz: 320\nmap_stride: 8\nhead: heatmap\n", 8, 7, 6);
        OverlayScene scene = Scenes.of(true, Scenes.plate(400, 300));
        // 320 of 1280 px: a cell of 8 input px is 32 picture px.
        assertThat(overlay.readOuts(scene, at(run, 3)).getFirst())
                .isEqualTo(ReadOut.of("σ TL", "17.0 cells = 544 px"));
        assertThat(overlay.applies(run, "stride")).isFalse();
        assertThat(overlay.applies(run, "inputSide")).isFalse();

        AdalossOverlay.Settings alone = replayed("imgsz: many\n", 8, 7, 6);
        assertThat(overlay.readOuts(scene, at(alone, 3)).getFirst())
                .as("512 of 1280 px and 4 px, as the card says")
                .isEqualTo(ReadOut.of("σ TL", "17.0 cells = 170 px"));
        assertThat(overlay.applies(alone, "stride")).isTrue();
        assertThat(overlay.applies(alone, "inputSide")).isTrue();
    }

    @Test
    void theEpochsOfARunAreThoseThatItCounts() throws IOException {
        AdalossOverlay overlay = new AdalossOverlay();
        AdalossOverlay.Settings run = replayed("imgsz: 320\n", 8, 7, 6);
        OverlayScene scene = Scenes.of(true, Scenes.plate(400, 300));
        assertThat(overlay.readOuts(scene, at(run, 2)).getFirst().value()).startsWith("18.0 cells");
        assertThat(overlay.readOuts(scene, at(run, 0)).getFirst().value())
                .as("before the first")
                .startsWith("19.0 cells");
        assertThat(overlay.most(run, "epoch", 1000)).isEqualTo(3);
        assertThat(overlay.caption(at(run, 2))).isEqualTo("Adaloss target, epoch 2 of 3");
        CurveChart chart = overlay.chart(scene, at(run, 2)).orElseThrow();
        assertThat(chart.curves().getFirst().values()).containsExactly(19.0, 19.0, 18.0, 17.0);
        assertThat(chart.marker()).hasValue(2);
    }

    @Test
    void whatTheRuleAsPrintedMakesOfTheLossesOfARunIsToldByTheEpochsOfTheRun() throws IOException {
        AdalossOverlay overlay = new AdalossOverlay();
        AdalossOverlay.Settings run = replayed("imgsz: 320\n", 1, 0.5, 0.25, 0.25, 0.25, 0.25);
        OverlayScene scene = Scenes.of(true, Scenes.plate(400, 300));
        // V of epochs 3 to 5 is the first that is 0.
        assertThat(overlay.readOuts(scene, run))
                .contains(new ReadOut("Paper, TL", "collapses at epoch 5", true));
        assertThat(overlay.chart(scene, run).orElseThrow().curves().getFirst().collapsed())
                .isEqualTo(5);
    }

    @Test
    void anotherFileIsLookedForBesideTheLastOneElseAmongTheRunsElseNearby() throws IOException {
        Path runs = folder.resolve("runs/pose");
        RecordingFiles files = new RecordingFiles(runs, new Background(Runnable::run));
        assertThat(files.beside(Recording.Sigmas.NONE)).contains(folder);
        Path run = Files.createDirectories(runs.resolve("first"));
        assertThat(files.beside(Recording.Sigmas.NONE)).contains(runs);
        Recording chosen = Recording.Sigmas.at(run.resolve("events.jsonl").toString());
        assertThat(files.beside(chosen)).contains(run);
        Recording moved = Recording.Maps.at(runs.resolve("gone/maps/a.json").toString());
        assertThat(files.beside(moved)).contains(runs);
    }

    @Test
    void beforeARunIsReadNoTargetIsMadeUpForIt() {
        AdalossOverlay overlay = new AdalossOverlay();
        AdalossOverlay.Settings none = set(overlay.defaults(), "example", LossExamples.RUN);
        OverlayScene scene = Scenes.of(true, Scenes.plate(400, 300));
        assertThat(overlay.caption(none)).isEqualTo("Adaloss target, no run read");
        assertThat(overlay.readOuts(scene, none)).isEmpty();
        assertThat(overlay.chart(scene, none)).isEmpty();
    }

    @Test
    void rowsThatDoNotApplyLeaveNoGap() {
        OverlayStack stack = new OverlayStack(Map.of());
        Node panel = panel(stack);
        double[] gap =
                fx(() -> {
                    layer(stack, "adaanchor").openProperty().set(true);
                    new javafx.scene.Scene((javafx.scene.Parent) panel, 300, 900);
                    panel.applyCss();
                    ((javafx.scene.Parent) panel).layout();
                    Bounds source = bounds(panel, "source");
                    Bounds shown = bounds(panel, "shown");
                    Bounds rule = bounds(panel, "rule");
                    return new double[] {
                        shown.getMinY() - source.getMaxY(), rule.getMinY() - shown.getMaxY()
                    };
                });
        assertThat(gap[0])
                .as("where the row of a run lies, and where nothing does")
                .isPositive()
                .isEqualTo(gap[1]);
    }

    private static Bounds bounds(Node panel, String parameter) {
        Node node = panel.lookup("#overlay-adaanchor-" + parameter);
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void beforeAFileIsChosenTheCaptionSaysThat() {
        OverlayStack stack = stored("adaanchor", "source", "RECORDED", Path.of(""));
        assertThat(
                        new AdaAnchorOverlay()
                                .caption(
                                        (AdaAnchorOverlay.Settings)
                                                layer(stack, "adaanchor").settingsProperty().get()))
                .isEqualTo("AdaAnchor, no file chosen");
    }

    @Test
    void anchorsAreChosenFromTheRecordedMapsOfThisPicture() throws IOException {
        AdaAnchorOverlay overlay = new AdaAnchorOverlay();
        AdaAnchorOverlay.Settings recorded = recorded();
        // 640 of 1280 px and a stride of 8: a cell is 16 picture px, node (1, 0) at (24, 8).
        Target plate =
                Scenes.target(
                        penumbra.model.Keypoint.visible(24, 8),
                        penumbra.model.Keypoint.visible(24, 24),
                        penumbra.model.Keypoint.visible(40, 24),
                        penumbra.model.Keypoint.visible(40, 8));
        OverlayScene scene = Scenes.of(true, plate);
        List<AnchorChoice> choices = new AnchorCandidates(scene, recorded).choices(plate);
        assertThat(choices).as("the first and the third keypoint").hasSize(2);
        AnchorChoice first = choices.getFirst();
        assertThat(first.anchors().getFirst().candidate().x()).isEqualTo(1);
        assertThat(first.anchors().getFirst().candidate().y()).isEqualTo(1);
        List<Point> way = first.ways().getFirst();
        assertThat(way.get(1)).isEqualTo(new Point(1.25, 0.5));
        // Halfway between the rows and a quarter on: 0.75 x 0.5 of the cell's local step.
        assertThat(way.get(2).x()).isCloseTo(1.25 + 0.375 * 0.1, within(1e-12));
        assertThat(way.get(2).y()).isCloseTo(0.5 - 0.375 * 0.2, within(1e-12));
        assertThat(overlay.handles(scene, recorded)).as("nothing to drag").isEmpty();
        assertThat(overlay.applies(recorded, "stride")).isFalse();
    }

    @Test
    void theMapsOfAnotherPictureAreNotShownAndThatIsSaid() throws IOException {
        AdaAnchorOverlay.Settings recorded = recorded();
        OverlayScene scene = Scenes.of(true, Scenes.plate(40, 40));
        OverlayScene other =
                new OverlayScene(
                        scene.picture().withPath("b.png"),
                        scene.selected(),
                        scene.schema(),
                        scene.measured());
        assertThat(new AnchorCandidates(other, recorded).choices(Scenes.plate(40, 40))).isEmpty();
        assertThat(new AdaAnchorOverlay().readOuts(other, recorded))
                .anySatisfy(line -> assertThat(line.value()).contains("another picture"));
    }

    private static AdaAnchorOverlay.Settings recorded() throws IOException {
        AdaAnchorOverlay.Settings first = new AdaAnchorOverlay().defaults();
        Recording run = first.run().from(example("prediction.json"));
        return set(set(first, "run", run), "source", AdaAnchorOverlay.Source.RECORDED);
    }

    private static <S extends Record> S set(S settings, String name, Object value) {
        return Parameter.of(settings.getClass()).stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow()
                .with(settings, value);
    }
}
