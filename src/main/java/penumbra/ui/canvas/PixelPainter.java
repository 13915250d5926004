package penumbra.ui.canvas;

import java.nio.IntBuffer;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import penumbra.data.DecodedImage;
import penumbra.data.Display;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Region;
import penumbra.geometry.Size;
import penumbra.geometry.Viewport;

/// Paints the part of a picture that a viewport shows. Without a display of its own the pixels are
/// shared with the decoder and not copied.
final class PixelPainter {

    private final Image image;

    PixelPainter(DecodedImage decoded, Display display) {
        PixelBuffer<IntBuffer> buffer =
                new PixelBuffer<>(
                        decoded.size().width(),
                        decoded.size().height(),
                        IntBuffer.wrap(shown(decoded, display)),
                        PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    private static int[] shown(DecodedImage decoded, Display display) {
        if (display.equals(Display.NEUTRAL)) {
            return decoded.argb();
        }
        Size size = decoded.size();
        int[] out = new int[decoded.argb().length];
        display.apply(
                decoded.argb(), out, size.width(), new Region(0, 0, size.width(), size.height()));
        return out;
    }

    /// @param nearest whether pixels are shown as squares
    void paint(GraphicsContext g, Viewport view, boolean nearest) {
        Optional<Box> visible = view.visible();
        if (visible.isEmpty()) {
            return;
        }
        // Whole pixels of the picture, so that their squares lie where the overlay thinks they do.
        double left = Math.floor(visible.get().x());
        double top = Math.floor(visible.get().y());
        double width = Math.min(Math.ceil(visible.get().right()), image.getWidth()) - left;
        double height = Math.min(Math.ceil(visible.get().bottom()), image.getHeight()) - top;
        Point at = view.toScreen(new Point(left, top));
        g.setImageSmoothing(!nearest);
        g.drawImage(
                image,
                left,
                top,
                width,
                height,
                at.x(),
                at.y(),
                width * view.scale(),
                height * view.scale());
    }
}
