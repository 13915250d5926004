package penumbra.edit.tool;

import penumbra.geometry.Point;

/// What the pointer, or a key beside it, does; places in picture px, anywhere inside or outside the
/// picture.
public sealed interface PointerEvent {

    /// Keys held while the pointer acts.
    ///
    /// @param along the motion keeps to one direction (Shift)
    /// @param fine the motion counts a tenth (Alt)
    record Keys(boolean along, boolean fine) {
        public static final Keys NONE = new Keys(false, false);
    }

    /// The main button goes down.
    ///
    /// @param slop how far a pointer strays in a mere click, picture px (a few screen px)
    record Press(Point at, Keys keys, double slop) implements PointerEvent {}

    /// The pointer moves, with the button down or not.
    record Move(Point at, Keys keys) implements PointerEvent {}

    /// The main button goes up.
    record Release(Point at, Keys keys) implements PointerEvent {}

    /// The last step is taken back (Backspace).
    record Back() implements PointerEvent {}

    /// All steps are taken back (Escape).
    record Cancel() implements PointerEvent {}
}
