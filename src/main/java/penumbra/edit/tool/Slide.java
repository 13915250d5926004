package penumbra.edit.tool;

import penumbra.geometry.Point;

/// A place that a pointer slides, at full speed or, for fine work, at a tenth of it. Changing the
/// speed on the way does not make it jump. At full speed from the start it is the pointer's own
/// place, to the last bit.
///
/// @param base the place when the speed was last changed
/// @param anchor where the pointer was then
/// @param pointer where it is now
/// @param fine whether a tenth counts
public record Slide(Point base, Point anchor, Point pointer, boolean fine) {

    private static final double FINE = 0.1;

    static Slide from(Point at, boolean fine) {
        return new Slide(at, at, at, fine);
    }

    Slide to(Point newPointer, boolean newFine) {
        return newFine == fine
                ? new Slide(base, anchor, newPointer, fine)
                : new Slide(at(), pointer, newPointer, newFine);
    }

    Point at() {
        if (!fine && base.equals(anchor)) {
            return pointer;
        }
        return base.plus(pointer.minus(anchor).times(fine ? FINE : 1));
    }
}
