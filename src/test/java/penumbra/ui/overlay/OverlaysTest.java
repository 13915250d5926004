package penumbra.ui.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import penumbra.geometry.Point;
import penumbra.geometry.Viewport;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.model.Visibility;
import penumbra.ui.Shortcut;
import tools.jackson.databind.json.JsonMapper;

/// What every overlay keeps to.
@ExtendWith(ApplicationExtension.class)
class OverlaysTest {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 256;

    static List<Overlay<?>> all() {
        return Overlays.ALL;
    }

    private static <T> T fx(java.util.concurrent.Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(30), task);
    }

    /// The pixels after painting into the left half only.
    private static int[] painted(OverlayLayer<?> layer, OverlayScene scene, Viewport view) {
        return fx(() -> {
            Canvas canvas = new Canvas(WIDTH, HEIGHT);
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.save();
            g.beginPath();
            g.rect(0, 0, WIDTH / 2.0, HEIGHT);
            g.clip();
            layer.paint(g, scene, view);
            assertThat(g.getGlobalAlpha()).isEqualTo(1);
            assertThat(g.getLineDashes()).isNullOrEmpty();
            g.restore();
            SnapshotParameters clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            WritableImage image = canvas.snapshot(clear, null);
            int[] argb = new int[WIDTH * HEIGHT];
            image.getPixelReader()
                    .getPixels(
                            0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), argb, 0, WIDTH);
            return argb;
        });
    }

    private static boolean anythingRightOfTheClip(int[] argb) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = WIDTH / 2; x < WIDTH; x++) {
                if (argb[y * WIDTH + x] != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static OverlayLayer<?> on(Overlay<?> overlay) {
        OverlayLayer<?> layer = OverlayLayer.of(overlay);
        layer.onProperty().set(true);
        return layer;
    }

    private static List<List<Target>> extremeScenes() {
        Keypoint none = Keypoint.UNLABELLED;
        Keypoint here = Keypoint.visible(200, 200);
        Keypoint occluded = new Keypoint(new Point(260, 210), Visibility.OCCLUDED);
        return List.of(
                List.of(),
                List.of(Scenes.target(here, here, here, here)),
                List.of(Scenes.target(none, none, none, none)),
                List.of(Scenes.target(none, here, none, none)),
                List.of(Scenes.target(none, here, occluded, none)),
                List.of(
                        Scenes.target(
                                Keypoint.visible(200, 100),
                                Keypoint.visible(200, 180),
                                Keypoint.visible(200, 150),
                                Keypoint.visible(200, 120))),
                List.of(Scenes.plate(-30, -10), Scenes.plate(1270, 1020)),
                List.of(Scenes.plate(-9000, 40_000)),
                List.of(
                        Scenes.target(
                                Keypoint.visible(-1e6, -1e6),
                                Keypoint.visible(-1e6, 1e6),
                                Keypoint.visible(1e6, 1e6),
                                Keypoint.visible(1e6, -1e6))),
                Scenes.plates(20));
    }

    private static List<Viewport> views() {
        Viewport fit = Viewport.fitting(Scenes.SIZE, WIDTH, HEIGHT, 1);
        // 0.025 screen px a picture px, less than 3 %.
        Viewport far = new Viewport(Scenes.SIZE, WIDTH, HEIGHT, 2, 0.05, new Point(-3000, -2000));
        return List.of(
                fit, far, fit.zoomedAt(new Point(40, 40), 64), fit.zoomedAt(new Point(41, 41), 4));
    }

    @ParameterizedTest
    @MethodSource("all")
    void paintsExtremeScenesAtEveryZoomWithinItsClip(Overlay<?> overlay) {
        OverlayLayer<?> layer = on(overlay);
        for (List<Target> targets : extremeScenes()) {
            for (Viewport view : views()) {
                for (boolean selected : new boolean[] {false, true}) {
                    int[] argb = painted(layer, Scenes.of(selected, targets), view);
                    assertThat(anythingRightOfTheClip(argb)).isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void paintsExtremeScenesWithEverySettingAtBothItsEnds(Overlay<?> overlay) {
        for (Parameter parameter : Parameter.of(overlay.defaults().getClass())) {
            for (Object value : ends(parameter)) {
                OverlayLayer<?> layer = on(overlay);
                layer.set(parameter, value);
                for (List<Target> targets : extremeScenes()) {
                    OverlayScene scene = Scenes.of(true, targets);
                    assertThat(anythingRightOfTheClip(painted(layer, scene, views().getFirst())))
                            .as(parameter.name() + " " + value)
                            .isFalse();
                    tellsAll(layer, scene);
                }
            }
        }
    }

    private static List<Object> ends(Parameter parameter) {
        if (parameter.range().isPresent()) {
            return List.of(parameter.range().get().least(), parameter.range().get().most());
        }
        if (parameter.type() == boolean.class) {
            return List.of(true, false);
        }
        if (parameter.type().isEnum()) {
            return List.of(parameter.type().getEnumConstants());
        }
        if (parameter.type() == PickedPoints.class) {
            return List.of(PickedPoints.ALL, new PickedPoints(Set.of(0, 1, 2, 3)));
        }
        if (parameter.type() == LossHistory.class) {
            return List.of(LossHistory.parse("1 2\n0.5 0.25\n0.5 0.125"));
        }
        if (parameter.type() == Recording.Sigmas.class) {
            return List.of(Recording.Sigmas.at("run/events.jsonl"));
        }
        if (parameter.type() == Recording.Maps.class) {
            return List.of(Recording.Maps.at("run/prediction.json"));
        }
        if (parameter.type() == Point.class) {
            return List.of(new Point(0, 0), new Point(-1e5, 0.125));
        }
        return List.of();
    }

    private static <S extends Record> void tellsAll(OverlayLayer<S> layer, OverlayScene scene) {
        S settings = layer.settingsProperty().get();
        assertThat(layer.overlay().readOuts(scene, settings))
                .allSatisfy(r -> assertThat(r.name() + r.value()).isNotBlank());
        layer.overlay().chart(scene, settings);
        layer.overlay().legend(settings);
        layer.overlay().handles(scene, settings);
        assertThat(layer.overlay().caption(settings)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("all")
    void paintsPlatesWhenItIsOnAndNothingWhenItIsOff(Overlay<?> overlay) {
        OverlayLayer<?> layer = on(overlay);
        OverlayScene scene = Scenes.of(true, Scenes.plates(20));
        assertThat(Arrays.stream(painted(layer, scene, views().getFirst())).anyMatch(p -> p != 0))
                .isTrue();
        layer.onProperty().set(false);
        assertThat(Arrays.stream(painted(layer, scene, views().getFirst())).allMatch(p -> p == 0))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void paintsFainterWithLessOpacity(Overlay<?> overlay) {
        OverlayLayer<?> layer = on(overlay);
        OverlayScene scene = Scenes.of(true, Scenes.plates(20));
        layer.opacityProperty().set(1);
        double full =
                Arrays.stream(painted(layer, scene, views().getFirst()))
                        .mapToDouble(p -> p >>> 24)
                        .sum();
        layer.opacityProperty().set(0.5);
        double half =
                Arrays.stream(painted(layer, scene, views().getFirst()))
                        .mapToDouble(p -> p >>> 24)
                        .sum();
        assertThat(half).isLessThan(0.9 * full);
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasAWordForEveryParameterAndChoice(Overlay<?> overlay) {
        OverlayLayer<?> layer = OverlayLayer.of(overlay);
        assertThat(overlay.name() + overlay.hint()).isNotBlank();
        for (Parameter parameter : Parameter.of(overlay.defaults().getClass())) {
            assertThat(ParameterRows.name(layer, parameter)).isNotBlank();
            if (parameter.type().isEnum()) {
                assertThat(parameter.type().getEnumConstants())
                        .allSatisfy(c ->
                                assertThat(ParameterRows.word(layer, parameter, c)).isNotBlank());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void beginsWithinItsRangesAndSurvivesBeingStored(Overlay<?> overlay) {
        OverlayLayer<?> layer = OverlayLayer.of(overlay);
        List<Parameter> parameters = Parameter.of(overlay.defaults().getClass());
        for (Parameter parameter : parameters) {
            Object begins = parameter.get(overlay.defaults());
            assertThat(parameter.get(parameter.with(overlay.defaults(), begins)))
                    .as(parameter.name())
                    .isEqualTo(begins);
            for (Object value : ends(parameter)) {
                layer.set(parameter, value);
            }
        }
        OverlayLayer<?> again = OverlayLayer.of(overlay);
        String written = JsonMapper.shared().writeValueAsString(layer.stored());
        again.restore(asRead(written));
        assertThat(again.settingsProperty().get()).isEqualTo(layer.settingsProperty().get());
        assertThat(again.settingsProperty().get()).isNotEqualTo(overlay.defaults());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asRead(String json) {
        return JsonMapper.shared().readValue(json, Map.class);
    }

    @Test
    void everyOverlayIsInTheListOnceWithAnIdAndAKeyOfItsOwn() {
        Set<String> found =
                new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                        .importPackages("penumbra.ui").stream()
                                .filter(c -> c.isAssignableTo(Overlay.class) && !c.isInterface())
                                .map(JavaClass::getName)
                                .collect(Collectors.toCollection(TreeSet::new));
        List<String> listed = all().stream().map(o -> o.getClass().getName()).sorted().toList();
        assertThat(listed).containsExactlyElementsOf(found);
        assertThat(all().stream().map(Overlay::id)).doesNotHaveDuplicates();
        assertThat(all().stream().map(Overlay::shortcut)).doesNotHaveDuplicates();
        assertThat(all().stream().map(Overlay::shortcut))
                .allSatisfy(s -> assertThat(s.group()).isEqualTo(Shortcut.Group.OVERLAY));
    }

    @Test
    void damagedEntriesAreLeftOutOneByOne() {
        OverlayLayer<?> layer = OverlayLayer.of(new HeliumOverlay());
        var stored = new HashMap<String, Object>();
        stored.put("on", "perhaps");
        stored.put("opacity", 7);
        stored.put("alpha", 0.02);
        stored.put("beta", "steep");
        stored.put("units", "FURLONG");
        stored.put("magnification", 4000);
        stored.put("stride", null);
        layer.restore(stored);
        HeliumOverlay.Settings settings = (HeliumOverlay.Settings) layer.settingsProperty().get();
        HeliumOverlay.Settings first = new HeliumOverlay().defaults();
        assertThat(layer.onProperty().get()).isFalse();
        assertThat(layer.opacityProperty().get()).isEqualTo(1);
        assertThat(settings.alpha()).isEqualTo(0.02);
        assertThat(settings.beta()).isEqualTo(first.beta());
        assertThat(settings.units()).isEqualTo(first.units());
        assertThat(settings.magnification()).isEqualTo(50);
        assertThat(settings.stride()).isEqualTo(first.stride());
    }

    @Test
    void aStoredStackComesBackAsItWas() {
        OverlayStack stack = new OverlayStack(Map.of());
        List<OverlayLayer<?>> layers = new ArrayList<>(stack.layers());
        layers.get(1).onProperty().set(true);
        layers.get(3).openProperty().set(true);
        layers.get(3).opacityProperty().set(0.25);
        OverlayStack again = new OverlayStack(stack.stored());
        assertThat(again.stored()).isEqualTo(stack.stored());
        assertThat(again.layers().get(1).onProperty().get()).isTrue();
        assertThat(again.layers().get(3).opacityProperty().get()).isEqualTo(0.25);
    }
}
