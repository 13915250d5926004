package penumbra.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import penumbra.data.DecodedImage;
import penumbra.geometry.Box;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.geometry.Viewport;
import penumbra.model.Keypoint;
import penumbra.model.Target;

class CanvasStateTest {

    private static final Size SIZE = new Size(400, 300);

    private final CanvasState state = new CanvasState();

    @BeforeEach
    void look() {
        state.viewportProperty()
                .set(Optional.of(new Viewport(SIZE, 200, 150, 1, 2, new Point(0, 0))));
    }

    private Viewport view() {
        return state.viewportProperty().get().orElseThrow();
    }

    @Test
    void whatIsInSightStaysWhereItIsAndTheRestComesIntoTheMiddle() {
        Viewport before = view();
        state.reveal(new Box(10, 10, 20, 10));
        assertThat(view()).isEqualTo(before);
        state.reveal(new Box(200, 200, 20, 10));
        assertThat(view().zoom()).isEqualTo(before.zoom());
        assertThat(view().toScreen(new Point(210, 205))).isEqualTo(new Point(100, 75));
    }

    @Test
    void thePixelUnderThePointerIsThatOfTheFileAndNoneIsBesideThePicture() {
        int[] argb = new int[400 * 300];
        argb[3 * 400 + 2] = 0xff102030;
        state.pixelsProperty()
                .set(Optional.of(new CanvasState.Pixels(1, new DecodedImage(SIZE, argb, true))));
        state.pointerProperty().set(Optional.of(new Point(2.99, 3.01)));
        assertThat(state.pixelUnderPointer()).contains(0xff102030);
        for (Point outside : List.of(new Point(-0.1, 3), new Point(400, 3), new Point(2, 300))) {
            state.pointerProperty().set(Optional.of(outside));
            assertThat(state.pixelUnderPointer()).as(outside.toString()).isEmpty();
        }
    }

    @Test
    void surenessIsForgottenOnceAPointMoves() {
        Target target =
                new Target(
                        UUID.randomUUID(),
                        0,
                        List.of(Keypoint.visible(1, 2), Keypoint.visible(1, 9)),
                        Optional.empty(),
                        "");
        List<Optional<Covariance>> sure =
                List.of(Optional.of(Covariance.isotropic(0.2)), Optional.empty());
        state.snappedProperty().set(Optional.of(new CanvasState.Snapped(target, sure)));
        assertThat(state.sureness(target.withClassIndex(3))).isEqualTo(sure);
        Target moved =
                target.withKeypoints(List.of(Keypoint.visible(1.1, 2), Keypoint.visible(1, 9)));
        assertThat(state.sureness(moved)).isEmpty();
        assertThat(state.sureness(target.withId(UUID.randomUUID()))).isEmpty();
    }
}
