package penumbra.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RegionTest {

    private static final Size PICTURE = new Size(100, 80);

    @Test
    void everyPixelThatABoxTouchesBelongsToItsRegion() {
        assertThat(Region.touching(new Box(2.5, 3, 4, 5.25), PICTURE))
                .contains(new Region(2, 3, 5, 6));
        assertThat(Region.touching(new Box(2, 3, 4, 5), PICTURE)).contains(new Region(2, 3, 4, 5));
    }

    @Test
    void aRegionStaysInThePicture() {
        assertThat(Region.touching(new Box(-5, 70, 1e12, 1e12), PICTURE))
                .contains(new Region(0, 70, 100, 10));
        assertThat(Region.touching(new Box(-1e12, -1e12, 9e12, 9e12), PICTURE))
                .contains(Region.all(PICTURE));
        assertThat(Region.touching(new Box(100, 0, 5, 5), PICTURE)).isEmpty();
        assertThat(Region.touching(new Box(3, -9, 5, 5), PICTURE)).isEmpty();
    }

    @Test
    void anEmptyRegionIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Region(0, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Region(-1, 0, 1, 1));
    }
}
