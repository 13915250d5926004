package penumbra.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AugmentationTest {

    @Test
    void oursNeverMirrorsAndNeverMovesPixelsOffTheirLabels() {
        Augmentation ours = Augmentation.DEFAULT;

        assertThat(ours.flipLr()).isZero();
        assertThat(ours.flipUd()).isZero();
        assertThat(ours.aligned()).isTrue();
        assertThat(Augmentation.STOCK.flipLr()).isEqualTo(0.5);
    }

    @Test
    void aNumberOutOfItsRangeIsNamed() {
        assertThatThrownBy(() -> new Augmentation(0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, true))
                .hasMessageStartingWith("scale is from 0 to 0.99");
        assertThatThrownBy(
                        () -> new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -0.1, true))
                .hasMessage("paste is from 0 to 1.0: -0.1");
        assertThatThrownBy(() ->
                        new Augmentation(Double.NaN, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, true))
                .hasMessageStartingWith("hsv_h");
    }
}
