package penumbra.geometry;

import java.util.Optional;

/// What part of a picture a view shows, and how large: the way between picture px and screen px.
///
/// `screen = (picture - corner) * scale`, with `scale = zoom / pixelRatio`. Screen px are the units
/// of the window system, which on a fine display are made of several device pixels; the zoom counts
/// device pixels, so that 1 (100 %) shows each pixel of the picture as one pixel of the display.
///
/// @param picture size of the picture shown
/// @param width of the view, screen px
/// @param height of the view, screen px
/// @param pixelRatio device pixels in one screen px
/// @param zoom device pixels in one picture px, from [#LEAST_ZOOM] to [#MOST_ZOOM]
/// @param corner the point in the top left corner of the view, picture px
public record Viewport(
        Size picture, double width, double height, double pixelRatio, double zoom, Point corner) {

    public static final double LEAST_ZOOM = 0.05;
    public static final double MOST_ZOOM = 64;

    /// Above it a pixel is shown as a square rather than blended with its neighbours.
    public static final double MOST_SMOOTH_ZOOM = 4;

    /// So much of the picture stays in sight when it is pushed aside, screen px.
    private static final double HELD = 40;

    /// @throws IllegalArgumentException if a side or the ratio is not positive, or the zoom out of
    ///   its limits
    public Viewport {
        requirePositive(width, "width");
        requirePositive(height, "height");
        requirePositive(pixelRatio, "pixel ratio");
        if (!(zoom >= LEAST_ZOOM && zoom <= MOST_ZOOM)) {
            throw new IllegalArgumentException("a zoom is 0.05 to 64: " + zoom);
        }
    }

    /// The whole picture in the middle of a view, as large as fits.
    public static Viewport fitting(Size picture, double width, double height, double pixelRatio) {
        return new Viewport(picture, width, height, pixelRatio, 1, new Point(0, 0)).fit();
    }

    /// Screen px in one picture px.
    public double scale() {
        return zoom / pixelRatio;
    }

    /// A point of the picture in screen px.
    public Point toScreen(Point inPicture) {
        return inPicture.minus(corner).times(scale());
    }

    /// A point of the view in picture px; may lie outside the picture.
    public Point toPicture(Point onScreen) {
        return new Point(onScreen.x() / scale() + corner.x(), onScreen.y() / scale() + corner.y());
    }

    /// A length on the screen in picture px.
    public double toPicture(double screenLength) {
        return screenLength / scale();
    }

    /// Zoomed by a factor, within the limits of the zoom. The point of the picture under that point
    /// of the screen stays there; of a pointer beside the picture, the point nearest to it stays
    /// where it is, so that the picture cannot get out of sight.
    public Viewport zoomAt(Point onScreen, double factor) {
        return zoomedAt(onScreen, zoom * factor);
    }

    /// As [#zoomAt], to a given zoom.
    public Viewport zoomedAt(Point onScreen, double newZoom) {
        Point under = toPicture(onScreen);
        Point fixed =
                new Point(
                        Math.clamp(under.x(), 0, picture.width()),
                        Math.clamp(under.y(), 0, picture.height()));
        return at(limited(newZoom), fixed, fixed.equals(under) ? onScreen : toScreen(fixed));
    }

    /// The whole picture in the middle of the view, as large as fits.
    public Viewport fit() {
        return zoomTo(new Box(0, 0, picture.width(), picture.height()), 0);
    }

    /// 100 %: each pixel of the picture is one of the display; the middle of the view stays.
    public Viewport actualSize() {
        return zoomedAt(middle(), 1);
    }

    /// That box in the middle of the view, as large as the limits of the zoom allow.
    ///
    /// @param box in picture px
    /// @param margin room left on each side, in lengths of the box's longer side
    public Viewport zoomTo(Box box, double margin) {
        double room = 2 * margin * Math.max(box.width(), box.height());
        double across = width / (box.width() + room);
        double down = height / (box.height() + room);
        double wanted = limited(Math.min(across, down) * pixelRatio);
        return at(wanted, new Point(box.centreX(), box.centreY()), middle());
    }

    /// Shifted so that the picture follows a drag of that many screen px; some of it stays in
    /// sight.
    public Viewport panned(double dx, double dy) {
        return withCorner(corner.minus(new Point(dx, dy).times(1 / scale()))).held();
    }

    /// The same zoom and the same point in the middle, in a view of another size or on another
    /// display.
    public Viewport resized(double newWidth, double newHeight, double newPixelRatio) {
        Viewport resized = new Viewport(picture, newWidth, newHeight, newPixelRatio, zoom, corner);
        return resized.at(zoom, toPicture(middle()), resized.middle()).held();
    }

    /// The view on another picture: the same part of one that is as large, else the whole of it.
    public Viewport onto(Size otherPicture) {
        Viewport other = new Viewport(otherPicture, width, height, pixelRatio, zoom, corner);
        return otherPicture.equals(picture) ? other : other.fit();
    }

    /// All that the view covers, picture px; reaches beyond the picture where the view does.
    public Box window() {
        return new Box(corner.x(), corner.y(), width / scale(), height / scale());
    }

    /// The part of the picture that is in sight, picture px.
    public Optional<Box> visible() {
        return window().intersection(new Box(0, 0, picture.width(), picture.height()));
    }

    /// Whether pixels are drawn as squares: when they are large, and while the view moves, since
    /// that is faster.
    public boolean nearest(boolean moving) {
        return moving || zoom > MOST_SMOOTH_ZOOM;
    }

    private Point middle() {
        return new Point(width / 2, height / 2);
    }

    /// That zoom, with a point of the picture brought to a point of the screen.
    private Viewport at(double newZoom, Point inPicture, Point onScreen) {
        double newScale = newZoom / pixelRatio;
        Point newCorner = inPicture.minus(onScreen.times(1 / newScale));
        return new Viewport(picture, width, height, pixelRatio, newZoom, newCorner);
    }

    private Viewport withCorner(Point newCorner) {
        return new Viewport(picture, width, height, pixelRatio, zoom, newCorner);
    }

    /// Shifted as little as brings the picture back into sight.
    private Viewport held() {
        return withCorner(
                new Point(
                        heldCorner(corner.x(), width / scale(), picture.width()),
                        heldCorner(corner.y(), height / scale(), picture.height())));
    }

    private double heldCorner(double at, double window, double side) {
        double hold = Math.min(HELD / scale(), Math.min(side, window));
        return Math.clamp(at, hold - window, side - hold);
    }

    private static double limited(double zoom) {
        return Math.clamp(zoom, LEAST_ZOOM, MOST_ZOOM);
    }

    private static void requirePositive(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a view needs a positive " + name + ": " + value);
        }
    }
}
