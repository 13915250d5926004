package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/// A small chart in a card: curves from 0 up, their names at their right ends, and where they are
/// read. Made of nodes, so that the theme dresses it.
final class CurveView extends Region {

    private static final double LEFT = 34;
    private static final double RIGHT = 26;
    private static final double TOP = 18;
    private static final double BOTTOM = 32;
    private static final double HEIGHT = 150;

    /// Names stand at least so far apart.
    private static final double LINE = 13;

    private static final int COLOURS = 6;

    private Optional<CurveChart> chart = Optional.empty();

    CurveView() {
        getStyleClass().add("curves");
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    void show(Optional<CurveChart> next) {
        if (!next.equals(chart)) {
            chart = next;
            setVisible(next.isPresent());
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        List<Node> nodes = new ArrayList<>();
        chart.filter(c -> c.length() > 0 && getWidth() > LEFT + RIGHT)
                .ifPresent(c -> build(c, nodes));
        getChildren().setAll(nodes);
        for (Node node : nodes) {
            if (node instanceof Label label) {
                label.autosize();
            }
        }
    }

    private double x(CurveChart c, double at) {
        return LEFT + at / Math.max(1, c.length() - 1) * (getWidth() - LEFT - RIGHT);
    }

    private double y(CurveChart c, double value) {
        double share = Math.clamp(value / c.most(), 0, 1);
        return getHeight() - BOTTOM - share * (getHeight() - TOP - BOTTOM);
    }

    private void build(CurveChart c, List<Node> nodes) {
        double floor = y(c, 0);
        nodes.add(line("axis", LEFT, TOP, LEFT, floor));
        nodes.add(line("axis", LEFT, floor, getWidth() - RIGHT, floor));
        nodes.add(label(c.yName(), 0, 0));
        nodes.add(label(Numbers.three(c.most()), 0, TOP - 2));
        nodes.add(label("0", LEFT - 12, floor - 12));
        nodes.add(label("0", LEFT - 3, floor + 1));
        nodes.add(label(c.xName(), LEFT + 40, floor + 14));
        String last = Integer.toString(c.length() - 1);
        nodes.add(label(last, getWidth() - RIGHT - 6.0 * last.length(), floor + 1));
        for (int i = 0; i < c.curves().size(); i++) {
            curve(c, c.curves().get(i), "curve-" + i % COLOURS, nodes);
        }
        names(c, nodes);
        c.marker().ifPresent(at -> nodes.add(line("marker", x(c, at), TOP, x(c, at), floor)));
    }

    private void curve(CurveChart c, CurveChart.Curve curve, String style, List<Node> nodes) {
        Polyline polyline = new Polyline();
        polyline.getStyleClass().addAll("curve", style);
        for (int t = 0; t < curve.values().size(); t++) {
            polyline.getPoints().addAll(x(c, t), y(c, curve.values().get(t)));
        }
        nodes.add(polyline);
        if (curve.collapsed() >= 0) {
            double at = x(c, curve.collapsed());
            Line mark = line("collapse", at, y(c, 0) - 10, at, y(c, 0));
            mark.getStyleClass().add(style);
            nodes.add(mark);
        }
    }

    /// The names at the right ends, pushed apart where curves end close together.
    private void names(CurveChart c, List<Node> nodes) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < c.curves().size(); i++) {
            if (!c.curves().get(i).values().isEmpty()) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble(i -> end(c, i)));
        double free = -LINE;
        for (int k = 0; k < order.size(); k++) {
            double room = y(c, 0) - 6 - (order.size() - 1 - k) * LINE;
            double at = Math.max(free + LINE, Math.min(end(c, order.get(k)) - 8, room));
            Label name = label(c.curves().get(order.get(k)).name(), getWidth() - RIGHT + 4, at);
            name.getStyleClass().add("curve-name-" + order.get(k) % COLOURS);
            nodes.add(name);
            free = at;
        }
    }

    private double end(CurveChart c, int curve) {
        return y(c, c.curves().get(curve).values().getLast());
    }

    private static Line line(String style, double x0, double y0, double x1, double y1) {
        Line line = new Line(x0, y0, x1, y1);
        line.getStyleClass().add(style);
        return line;
    }

    private static Label label(String text, double x, double y) {
        Label label = new Label(text);
        label.getStyleClass().add("axis-label");
        label.relocate(x, y);
        return label;
    }
}
