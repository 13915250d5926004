package penumbra.ui.overlay;

import java.util.List;

/// Every overlay there is, in the order of cards and of painting.
final class Overlays {

    static final List<Overlay<?>> ALL =
            List.of(
                    new MeasuredOverlay(),
                    new HeliumOverlay(),
                    new CenterNetOverlay(),
                    new AdalossOverlay(),
                    new AdaAnchorOverlay());

    private Overlays() {}
}
