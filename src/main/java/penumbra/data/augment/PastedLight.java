package penumbra.data.augment;

import penumbra.data.input.RgbImage;
import penumbra.geometry.Box;
import penumbra.geometry.Homography;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;

/// The pixels of a pasted plate.
///
/// In linear light ([CameraCurve]), with the plate's light S, the picture's D, and the shares b of
/// the body and h of the halo that [Surroundings] give the place in the plate's own picture:
///
/// `L = b S + (1 - b) max(D, h S)`.
///
/// The body hides what was there; around it the halo shines over what is darker, and what is dark
/// around the plate hides nothing, so that neither a seam nor a cut halo is seen.
final class PastedLight {

    private PastedLight() {}

    /// @param map from the plate's picture to this one
    static RgbImage paste(RgbImage into, PlateCut plate, Homography map) {
        Surroundings around = Surroundings.of(plate.label());
        Homography back = map.inverse();
        Quad corners = Quad.of(around.halo());
        Box reach =
                Box.hull(
                                corners.corners().stream()
                                        .map(corner -> map.map(corner).orElseThrow())
                                        .toList())
                        .orElseThrow();
        int left = Math.clamp((long) Math.floor(reach.x()), 0, into.width());
        int right = Math.clamp((long) Math.ceil(reach.right()), 0, into.width());
        int top = Math.clamp((long) Math.floor(reach.y()), 0, into.height());
        int bottom = Math.clamp((long) Math.ceil(reach.bottom()), 0, into.height());
        int[] rgb = into.rgb().clone();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int at = y * into.width() + x;
                Point from = back.map(new Point(x + 0.5, y + 0.5)).orElseThrow();
                float halo = (float) around.halo(from);
                if (halo > 0) {
                    rgb[at] = mixed(rgb[at], plate.image(), from, (float) around.body(from), halo);
                }
            }
        }
        return new RgbImage(into.width(), into.height(), rgb);
    }

    private static int mixed(int under, RgbImage image, Point from, float body, float halo) {
        double x = Math.clamp(from.x() - 0.5, 0, image.width() - 1);
        double y = Math.clamp(from.y() - 0.5, 0, image.height() - 1);
        int column = Math.min((int) x, image.width() - 2);
        int row = Math.min((int) y, image.height() - 2);
        float right = (float) (x - column);
        float down = (float) (y - row);
        int at = row * image.width() + column;
        int[] rgb = image.rgb();
        int pixel = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            float above =
                    (1 - right) * CameraCurve.light(rgb[at] >> shift & 0xFF)
                            + right * CameraCurve.light(rgb[at + 1] >> shift & 0xFF);
            at += image.width();
            float below =
                    (1 - right) * CameraCurve.light(rgb[at] >> shift & 0xFF)
                            + right * CameraCurve.light(rgb[at + 1] >> shift & 0xFF);
            at -= image.width();
            float over = (1 - down) * above + down * below;
            float light = CameraCurve.light(under >> shift & 0xFF);
            float mixed = body * over + (1 - body) * Math.max(light, halo * over);
            pixel |= CameraCurve.code(mixed) << shift;
        }
        return pixel;
    }
}
