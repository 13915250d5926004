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
    private static Node panel(OverlayStack stack) {
        return fx(() ->
                new OverlayPanel(stack, new Commands(), new Background(Runnable::run)).node());
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
        AdalossOverlay.Settings now = (AdalossOverlay.Settings) layer.settingsProperty().get();
        AdalossOverlay overlay = new AdalossOverlay();
        assertThat(overlay.caption(now)).isEqualTo("Adaloss target, epoch 3 of 3");
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
        assertThat(
                        new AdalossOverlay()
                                .caption(
                                        (AdalossOverlay.Settings)
                                                layer(stack, "adaloss").settingsProperty().get()))
                .isEqualTo("Adaloss target, epoch 0 of 0");
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

    private static AdaAnchorOverlay.Settings set(
            AdaAnchorOverlay.Settings settings, String name, Object value) {
        return Parameter.of(AdaAnchorOverlay.Settings.class).stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow()
                .with(settings, value);
    }
}
