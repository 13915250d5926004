package penumbra.ui;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/// Place and size of the window on the screen, in screen px.
///
/// @param x not a number where the desktop is to choose the place
/// @param maximised whether it fills its screen; the rest is then what it is without
public record Frame(double x, double y, double width, double height, boolean maximised) {

    /// Less is of no use, screen px.
    private static final double LEAST = 320;

    public static final Frame FIRST = new Frame(Double.NaN, Double.NaN, 1440, 900, false);

    /// As much as there is room for, wholly on the screen that shows most of it, or on the first
    /// one where none does: a screen may be gone since.
    ///
    /// @param screens what can be used of each, the first one first
    public Frame onto(List<Rectangle2D> screens) {
        Rectangle2D screen =
                screens.stream()
                        .max(Comparator.comparingDouble(this::shared))
                        .filter(s -> shared(s) > 0)
                        .orElse(screens.getFirst());
        double w = side(width, FIRST.width, screen.getWidth());
        double h = side(height, FIRST.height, screen.getHeight());
        return new Frame(
                place(x, screen.getMinX(), screen.getMaxX() - w),
                place(y, screen.getMinY(), screen.getMaxY() - h),
                w,
                h,
                maximised);
    }

    /// Where a window is now; of a maximised one the place that it had before.
    public Frame after(Stage stage) {
        return stage.isMaximized()
                ? new Frame(x, y, width, height, true)
                : new Frame(
                        stage.getX(),
                        stage.getY(),
                        stage.getScene().getWidth(),
                        stage.getScene().getHeight(),
                        false);
    }

    private double shared(Rectangle2D screen) {
        double across = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
        double down = Math.min(y + height, screen.getMaxY()) - Math.max(y, screen.getMinY());
        return across > 0 && down > 0 ? across * down : 0;
    }

    private static double side(double wanted, double usual, double most) {
        return Math.min(wanted >= LEAST ? wanted : usual, most);
    }

    private static double place(double wanted, double least, double most) {
        return Double.isNaN(wanted) ? (least + most) / 2 : Math.clamp(wanted, least, most);
    }
}
