package penumbra.data;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

/// A copy of a picture with targets drawn in: box, edges and keypoints in the class's colour, and
/// the class's name on a dark ground above the box, or below where the picture ends. Without names
/// where the machine has no font.
///
/// @param schema edges and class colours
public record DrawnTargets(Schema schema) {

    private static final double LINE = 1 / 900.0;

    /// Height of the letters in widths of a line.
    private static final int LETTERS = 12;

    private static final Color GROUND = new Color(0, 0, 0, 160);

    /// @param targets picture px; a keypoint that is not labelled is not drawn
    public DecodedImage draw(DecodedImage picture, Iterable<Target> targets) {
        int width = picture.size().width();
        int height = picture.size().height();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, picture.argb(), 0, width);
        Graphics2D g = copy.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        float line = (float) Math.max(1, Math.max(width, height) * LINE);
        boolean named = Lettering.possible();
        for (Target target : targets) {
            draw(g, target, line);
            if (named) {
                target.box().ifPresent(box -> name(g, target, box, line));
            }
        }
        g.dispose();
        return new DecodedImage(
                picture.size(), copy.getRGB(0, 0, width, height, null, 0, width), true);
    }

    private void draw(Graphics2D g, Target target, float line) {
        Color colour = Color.decode(schema.classes().get(target.classIndex()).colour());
        g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 160));
        g.setStroke(new BasicStroke(line));
        target.box()
                .ifPresent(
                        b -> g.draw(new Rectangle2D.Double(b.x(), b.y(), b.width(), b.height())));
        g.setColor(colour);
        for (Schema.Edge edge : schema.edges()) {
            Keypoint a = target.keypoints().get(edge.from());
            Keypoint b = target.keypoints().get(edge.to());
            if (a.labelled() && b.labelled()) {
                g.draw(new Line2D.Double(a.at().x(), a.at().y(), b.at().x(), b.at().y()));
            }
        }
        double radius = 2.5 * line;
        for (Point p : target.labelledPoints()) {
            g.draw(new Ellipse2D.Double(p.x() - radius, p.y() - radius, 2 * radius, 2 * radius));
        }
    }

    private void name(Graphics2D g, Target target, Box box, float line) {
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, Math.round(LETTERS * line)));
        String name = schema.classes().get(target.classIndex()).name();
        FontMetrics metrics = g.getFontMetrics();
        double height = metrics.getAscent() + metrics.getDescent();
        double above = box.y() - line - height;
        double top = above < 0 ? box.y() + box.height() + line : above;
        double width = metrics.stringWidth(name) + 2 * line;
        g.setColor(GROUND);
        g.fill(new Rectangle2D.Double(box.x(), top, width, height));
        g.setColor(Color.decode(schema.classes().get(target.classIndex()).colour()));
        g.drawString(name, (float) box.x() + line, (float) top + metrics.getAscent());
    }
}
