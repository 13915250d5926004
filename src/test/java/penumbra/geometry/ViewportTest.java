package penumbra.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ViewportTest {

    private static final Size PICTURE = new Size(1280, 1024);

    /// Rounding of coordinates up to 5,000 px at 64 screen px a picture px.
    private static final double EXACT = 1e-9;

    @Example
    void fitShowsTheWholePictureInTheMiddle() {
        Viewport view = Viewport.fitting(PICTURE, 640, 1024, 1);
        assertThat(view.zoom()).isEqualTo(0.5);
        assertThat(view.toScreen(new Point(0, 0))).isEqualTo(new Point(0, 256));
        assertThat(view.toScreen(new Point(1280, 1024))).isEqualTo(new Point(640, 768));
        assertThat(view.visible()).contains(new Box(0, 0, 1280, 1024));
        assertThat(view.window()).isEqualTo(new Box(0, -512, 1280, 2048));
    }

    @Example
    void fitCountsDevicePixelsOnAFineDisplay() {
        Viewport view = Viewport.fitting(PICTURE, 640, 512, 2);
        assertThat(view.zoom()).isEqualTo(1);
        assertThat(view.scale()).isEqualTo(0.5);
        assertThat(view.toScreen(new Point(1280, 1024))).isEqualTo(new Point(640, 512));
        assertThat(view.toPicture(3.0)).isEqualTo(6);
    }

    @Example
    void actualSizeShowsOnePixelAsOneAndKeepsTheMiddle() {
        Viewport view = Viewport.fitting(PICTURE, 640, 512, 1).actualSize();
        assertThat(view.zoom()).isEqualTo(1);
        assertThat(view.toPicture(new Point(320, 256))).isEqualTo(new Point(640, 512));
        assertThat(view.corner()).isEqualTo(new Point(320, 256));
    }

    @Example
    void aPictureOfOneRowFitsWithinTheLimitOfTheZoom() {
        Viewport view = Viewport.fitting(new Size(30_000, 1), 600, 400, 1);
        assertThat(view.zoom()).isEqualTo(0.05);
        assertThat(view.toPicture(new Point(300, 200))).isEqualTo(new Point(15_000, 0.5));
        assertThat(Viewport.fitting(new Size(2, 2), 600, 400, 1).zoom()).isEqualTo(64);
    }

    @Example
    void aBoxIsZoomedToWithAMarginAround() {
        Viewport view =
                Viewport.fitting(PICTURE, 800, 600, 1).zoomTo(new Box(100, 200, 40, 10), 0.5);
        // 40 px and twice half of it fill 800 px.
        assertThat(view.zoom()).isEqualTo(10);
        assertThat(view.toPicture(new Point(400, 300))).isEqualTo(new Point(120, 205));
    }

    @Example
    void aPointIsZoomedToAsFarAsTheLimit() {
        Viewport view = Viewport.fitting(PICTURE, 800, 600, 1).zoomTo(new Box(7, 9, 0, 0), 1);
        assertThat(view.zoom()).isEqualTo(64);
        assertThat(view.toPicture(new Point(400, 300))).isEqualTo(new Point(7, 9));
    }

    @Example
    void aDragTakesThePictureAlong() {
        Viewport view = Viewport.fitting(PICTURE, 640, 512, 1).panned(30, -20);
        assertThat(view.toScreen(new Point(0, 0))).isEqualTo(new Point(30, -20));
    }

    @Example
    void aPictureCannotBePushedOutOfSight() {
        Viewport view = Viewport.fitting(PICTURE, 640, 512, 1);
        assertThat(view.panned(1e6, 0).toScreen(new Point(0, 0)).x()).isEqualTo(600);
        assertThat(view.panned(0, -1e6).toScreen(new Point(0, 1024)).y()).isEqualTo(40);
    }

    @Example
    void zoomingBesideThePictureKeepsItsNearestPointInPlace() {
        Viewport view = Viewport.fitting(PICTURE, 2000, 512, 1);
        Viewport zoomed = view.zoomAt(new Point(10, 128), 32);
        assertThat(zoomed.zoom()).isEqualTo(16);
        assertThat(zoomed.toScreen(new Point(0, 256))).isEqualTo(new Point(680, 128));
    }

    @Example
    void anotherPictureOfTheSameSizeIsSeenInTheSamePlace() {
        Viewport view =
                Viewport.fitting(PICTURE, 800, 600, 1).zoomTo(new Box(100, 200, 40, 10), 0.5);
        assertThat(view.onto(PICTURE)).isEqualTo(view);
        assertThat(view.onto(new Size(640, 480)))
                .isEqualTo(Viewport.fitting(new Size(640, 480), 800, 600, 1));
    }

    @Example
    void pixelsAreSquaresAbove400PercentAndWhileMoving() {
        Viewport view = Viewport.fitting(PICTURE, 800, 600, 1);
        Point middle = new Point(400, 300);
        assertThat(view.zoomedAt(middle, 4).nearest(false)).isFalse();
        assertThat(view.zoomedAt(middle, 4.01).nearest(false)).isTrue();
        assertThat(view.zoomedAt(middle, 0.5).nearest(true)).isTrue();
    }

    @Example
    void impossibleViewsAreRefused() {
        Point zero = new Point(0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Viewport(PICTURE, 0, 1, 1, 1, zero))
                .withMessageContaining("width");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Viewport(PICTURE, 1, 1, Double.NaN, 1, zero))
                .withMessageContaining("pixel ratio");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Viewport(PICTURE, 1, 1, 1, 64.1, zero))
                .withMessageContaining("64.1");
    }

    @Property
    void thePictureIsFoundBackFromTheScreen(
            @ForAll("view") Viewport view, @ForAll("point") Point p) {
        assertThat(view.toPicture(view.toScreen(p)).distance(p)).isLessThan(EXACT);
    }

    @Property
    void theScreenIsFoundBackFromThePicture(
            @ForAll("view") Viewport view, @ForAll("point") Point p) {
        assertThat(view.toScreen(view.toPicture(p)).distance(p)).isLessThan(EXACT);
    }

    @Property
    void zoomingKeepsThePointOfThePictureUnderThePointer(
            @ForAll("view") Viewport view,
            @ForAll @DoubleRange(max = 1) double across,
            @ForAll @DoubleRange(max = 1) double down,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        Point under = new Point(across * view.picture().width(), down * view.picture().height());
        Point pointer = view.toScreen(under);
        Viewport zoomed = view.zoomAt(pointer, factor);
        assertThat(zoomed.toPicture(pointer).distance(under)).isLessThan(EXACT);
        assertThat(zoomed.zoom())
                .isCloseTo(Math.clamp(view.zoom() * factor, 0.05, 64), within(1e-12));
    }

    @Property
    void somethingOfThePictureStaysInSightWhateverIsDone(
            @ForAll("view") Viewport view,
            @ForAll("point") Point drag,
            @ForAll @DoubleRange(max = 1) double across,
            @ForAll @DoubleRange(max = 1) double down,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        Viewport pushed = view.panned(drag.x(), drag.y());
        Point pointer = new Point(across * view.width(), down * view.height());
        assertThat(pushed.visible()).isPresent();
        assertThat(pushed.resized(300, 200, 2).visible()).isPresent();
        // The nearest point may be on the very border, so that only rounding is left in sight.
        Box seen = pushed.zoomAt(pointer, factor).window();
        Box hairWider = new Box(seen.x() - 1, seen.y() - 1, seen.width() + 2, seen.height() + 2);
        assertThat(
                        hairWider.intersection(
                                new Box(0, 0, view.picture().width(), view.picture().height())))
                .isPresent();
    }

    @Property
    void anotherSizeOfTheViewKeepsTheMiddleAndTheZoom(@ForAll("view") Viewport view) {
        Viewport seen = view.zoomTo(new Box(3, 2, 4, 5), 0.2);
        Viewport resized = seen.resized(333, 444, 1.5);
        assertThat(resized.zoom()).isEqualTo(seen.zoom());
        assertThat(resized.toPicture(new Point(333 / 2.0, 222)).distance(new Point(5, 4.5)))
                .isLessThan(EXACT);
    }

    @Provide
    Arbitrary<Point> point() {
        return Plane.point();
    }

    @Provide
    Arbitrary<Viewport> view() {
        Arbitrary<Integer> side = Arbitraries.integers().between(16, 5000);
        Arbitrary<Double> length = Arbitraries.doubles().between(50, 4000);
        Arbitrary<Double> zoom = Arbitraries.doubles().between(0.05, 64).ofScale(6);
        return Combinators.combine(
                        Combinators.combine(side, side).as(Size::new),
                        length,
                        length,
                        Arbitraries.of(1.0, 1.25, 1.5, 2.0, 3.0),
                        zoom,
                        Plane.point())
                .as(Viewport::new);
    }
}
