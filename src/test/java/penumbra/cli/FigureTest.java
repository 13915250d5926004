package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void theMedianStandsBetweenLeastAndMost() {
        assertThat(Figure.of("a", "s", List.of(3.0, 1.0, 9.0)))
                .isEqualTo(new Figure("a", "s", 3, 1, 9, 3));
        assertThat(Figure.of("a", "s", List.of(4.0, 1.0)).median()).isEqualTo(2.5);
        assertThat(Figure.of("a", "s", List.of(7.0))).isEqualTo(new Figure("a", "s", 7, 7, 7, 1));
    }
}
