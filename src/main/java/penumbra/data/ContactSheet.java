package penumbra.data;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

/// Many pictures with their labels drawn in, as one picture.
///
/// @param schema edges and class colours of the labels
/// @param columns pictures in a row
/// @param tile size of one picture on the sheet, px; pictures keep their aspect ratio within it
public record ContactSheet(Schema schema, int columns, Size tile) {

    private static final int GAP = 4;

    /// One picture of the sheet; the targets are in picture px.
    public record Tile(DecodedImage picture, List<Target> targets) {}

    /// Draws the sheet, rows filled from the top left.
    public DecodedImage draw(List<Tile> tiles) {
        int rows = Math.max(1, (tiles.size() + columns - 1) / columns);
        Size size =
                new Size(columns * (tile.width() + GAP) + GAP, rows * (tile.height() + GAP) + GAP);
        BufferedImage sheet =
                new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        for (int i = 0; i < tiles.size(); i++) {
            int left = GAP + i % columns * (tile.width() + GAP);
            int top = GAP + i / columns * (tile.height() + GAP);
            drawTile(g, tiles.get(i), AffineTransform.getTranslateInstance(left, top));
        }
        g.dispose();
        int[] argb = sheet.getRGB(0, 0, size.width(), size.height(), null, 0, size.width());
        return new DecodedImage(size, argb, true);
    }

    private void drawTile(Graphics2D g, Tile content, AffineTransform place) {
        Size size = content.picture().size();
        double scale =
                Math.min(
                        tile.width() / (double) size.width(),
                        tile.height() / (double) size.height());
        place.scale(scale, scale);
        BufferedImage picture =
                new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(
                0, 0, size.width(), size.height(), content.picture().argb(), 0, size.width());
        g.drawImage(picture, place, null);
        for (Target target : content.targets()) {
            drawTarget(g, target, place, scale);
        }
    }

    private void drawTarget(Graphics2D g, Target target, AffineTransform place, double scale) {
        g.setColor(Color.decode(schema.classes().get(target.classIndex()).colour()));
        g.setStroke(new BasicStroke(1));
        List<Keypoint> points = target.keypoints();
        for (Schema.Edge edge : schema.edges()) {
            Keypoint a = points.get(edge.from());
            Keypoint b = points.get(edge.to());
            if (a.labelled() && b.labelled()) {
                Line2D line = new Line2D.Double(a.at().x(), a.at().y(), b.at().x(), b.at().y());
                g.draw(place.createTransformedShape(line));
            }
        }
        double radius = 2.5 / scale;
        for (Keypoint p : points) {
            if (p.labelled()) {
                Ellipse2D ring =
                        new Ellipse2D.Double(
                                p.at().x() - radius, p.at().y() - radius, 2 * radius, 2 * radius);
                g.draw(place.createTransformedShape(ring));
            }
        }
    }
}
