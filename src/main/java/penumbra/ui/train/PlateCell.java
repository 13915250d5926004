package penumbra.ui.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import penumbra.data.DecodedImage;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.run.PlateResult;
import penumbra.text.Texts;

/// One plate in the strip: the picture around it, its label, what was found for it and how sure the
/// network is of each point (2 sigma).
final class PlateCell extends VBox {

    static final double SIDE = 190;

    private static final Color LABEL = Color.web("#2cc194");
    private static final Color FOUND = Color.web("#ff8b3d");
    private static final Color UNDER = Color.color(0, 0, 0, 0.65);
    private static final double SIGMAS = 2;

    private final PlateResult plate;
    private final Canvas canvas = new Canvas(SIDE, SIDE);
    private final Label missing = new Label(text("cell.no-picture"));
    private boolean drawn;

    PlateCell(PlateRank rank, String className, Runnable chosen) {
        plate = rank.plate();
        String error =
                Double.isInfinite(rank.worst())
                        ? text("cell.missed")
                        : text("cell.error", String.format(Locale.ROOT, "%.2f", rank.worst()));
        Label caption = new Label(text("cell.caption", className, error));
        caption.getStyleClass().add("small");
        Label picture = new Label(plate.picture());
        picture.getStyleClass().add("hint");
        picture.setMaxWidth(SIDE);
        picture.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        picture.setTooltip(new Tooltip(plate.picture()));
        missing.getStyleClass().add("small");
        missing.setVisible(false);
        StackPane.setAlignment(missing, Pos.TOP_CENTER);
        getChildren().setAll(new StackPane(canvas, missing), caption, picture);
        getStyleClass().add("plate-cell");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(text("cell.spoken", plate.picture(), className, error));
        setOnMouseClicked(_ -> chosen.run());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                chosen.run();
                event.consume();
            }
        });
        paint(Optional.empty());
    }

    PlateResult plate() {
        return plate;
    }

    /// Whether its picture was drawn, or cannot be.
    boolean settled() {
        return drawn;
    }

    void show(DecodedImage picture) {
        drawn = true;
        paint(Optional.of(picture));
    }

    /// Shows label and prediction alone, and says that the picture is not there.
    void showNothing() {
        drawn = true;
        missing.setVisible(true);
        canvas.getGraphicsContext2D().clearRect(0, 0, SIDE, SIDE);
        outlines(canvas.getGraphicsContext2D(), PlateCrop.of(plate));
    }

    private void paint(Optional<DecodedImage> picture) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        PlateCrop crop = PlateCrop.of(plate);
        g.setFill(Color.BLACK);
        g.fillRect(0, 0, SIDE, SIDE);
        picture.flatMap(crop::within)
                .ifPresent(inside -> {
                    WritableImage part = inside.of(picture.orElseThrow());
                    g.setImageSmoothing(false);
                    g.drawImage(part, 0, 0, SIDE, SIDE);
                });
        outlines(g, crop);
    }

    private void outlines(GraphicsContext g, PlateCrop crop) {
        outline(g, crop, plate.label(), LABEL, false);
        plate.seen()
                .ifPresent(found -> {
                    outline(g, crop, found, FOUND, true);
                    for (int k = 0; k < Math.min(found.size(), plate.covariances().size()); k++) {
                        ellipse(g, crop, found.get(k), plate.covariances().get(k));
                    }
                });
    }

    private static void outline(
            GraphicsContext g, PlateCrop crop, List<Point> points, Color colour, boolean dashed) {
        double[] xs = points.stream().mapToDouble(p -> crop.onto(p, SIDE).x()).toArray();
        double[] ys = points.stream().mapToDouble(p -> crop.onto(p, SIDE).y()).toArray();
        g.setLineDashes(dashed ? new double[] {5, 3} : null);
        g.setStroke(UNDER);
        g.setLineWidth(3.5);
        g.strokePolygon(xs, ys, xs.length);
        g.setStroke(colour);
        g.setLineWidth(1.5);
        g.strokePolygon(xs, ys, xs.length);
        g.setLineDashes((double[]) null);
        g.setFill(colour);
        for (int k = 0; k < xs.length; k++) {
            g.fillOval(xs[k] - 2.5, ys[k] - 2.5, 5, 5);
        }
    }

    private static void ellipse(
            GraphicsContext g, PlateCrop crop, Point at, Covariance covariance) {
        Point middle = crop.onto(at, SIDE);
        double scale = SIGMAS * SIDE / crop.side();
        double major = scale * covariance.major();
        double minor = scale * covariance.minor();
        g.save();
        g.translate(middle.x(), middle.y());
        g.rotate(Math.toDegrees(covariance.angle()));
        g.setStroke(FOUND);
        g.setLineWidth(1);
        g.strokeOval(-major, -minor, 2 * major, 2 * minor);
        g.restore();
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(PlateCell.class, key, arguments);
    }
}
