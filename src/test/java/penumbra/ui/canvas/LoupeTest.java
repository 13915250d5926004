package penumbra.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.geometry.Viewport;

class LoupeTest {

    private static Viewport view(double zoom, double ratio) {
        return new Viewport(new Size(400, 300), 800, 600, ratio, zoom, new Point(0, 0));
    }

    @Test
    void thePointLiesInTheMiddleOfTheGlassAtEightTimes() {
        Loupe loupe = new Loupe(view(2, 2), new Point(123.25, 77.5), new Point(10, 10));
        Viewport inside = loupe.inside();
        assertThat(inside.scale()).isEqualTo(8);
        Point middle = inside.toScreen(new Point(123.25, 77.5));
        assertThat(middle.x()).isEqualTo(inside.width() / 2);
        assertThat(middle.y()).isEqualTo(inside.height() / 2);
    }

    @Test
    void itIsOfNoUseWhereThePictureIsAsLargeAlready() {
        Point any = new Point(1, 1);
        assertThat(new Loupe(view(7.9, 1), any, any).isOfUse()).isTrue();
        assertThat(new Loupe(view(8, 1), any, any).isOfUse()).isFalse();
        assertThat(new Loupe(view(8, 2), any, any).isOfUse()).isTrue();
    }
}
