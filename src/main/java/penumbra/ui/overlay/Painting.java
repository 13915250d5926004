package penumbra.ui.overlay;

/// An overlay of one scene, worked out as far as no change of the view touches it, so that it can
/// be painted again and again while a person pans and zooms.
@FunctionalInterface
interface Painting {

    /// Paints in screen px. Nothing is kept of the graphics state. The opacity of the sight is the
    /// same every time.
    void paint(Sight sight);
}
