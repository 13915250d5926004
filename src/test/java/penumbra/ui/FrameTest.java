package penumbra.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class FrameTest {

    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 2560, 1440);

    @Test
    void aPlaceThatIsThereIsKept() {
        Frame frame = new Frame(2000, 100, 1440, 900, true);
        assertThat(frame.onto(List.of(LEFT, RIGHT))).isEqualTo(frame);
    }

    @Test
    void aWindowOfAScreenThatIsGoneComesBackWhole() {
        assertThat(new Frame(2500, 300, 1440, 900, false).onto(List.of(LEFT)))
                .isEqualTo(new Frame(480, 180, 1440, 900, false));
        assertThat(new Frame(-5000, -5000, 1440, 900, false).onto(List.of(LEFT)))
                .isEqualTo(new Frame(0, 0, 1440, 900, false));
    }

    @Test
    void aWindowOverTheEdgeIsMovedOntoTheScreenThatShowsMostOfIt() {
        assertThat(new Frame(1800, 900, 1000, 800, false).onto(List.of(LEFT, RIGHT)))
                .isEqualTo(new Frame(1920, 640, 1000, 800, false));
    }

    @Test
    void aWindowLargerThanTheScreenBecomesAsLargeAsIt() {
        assertThat(new Frame(10, 20, 5000, 3000, false).onto(List.of(LEFT)))
                .isEqualTo(new Frame(0, 0, 1920, 1080, false));
    }

    @Test
    void aFirstWindowStandsInTheMiddleAndNumbersOfNoUseAreLeftOut() {
        assertThat(Frame.FIRST.onto(List.of(LEFT))).isEqualTo(new Frame(240, 90, 1440, 900, false));
        assertThat(new Frame(Double.NaN, 0, -3, Double.NaN, false).onto(List.of(LEFT)).width())
                .isEqualTo(1440);
    }
}
