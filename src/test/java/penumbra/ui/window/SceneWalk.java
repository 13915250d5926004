package penumbra.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import penumbra.ui.Contrast;

/// Walks what can be seen of a scene graph.
final class SceneWalk {

    private SceneWalk() {}

    /// Every visible node below the root, the root included.
    static List<Node> visible(Node root) {
        List<Node> found = new ArrayList<>();
        visit(root, found::add);
        return found;
    }

    private static void visit(Node node, Consumer<Node> visitor) {
        if (node.isVisible()) {
            visitor.accept(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> visit(child, visitor));
            }
        }
    }

    /// What a screen reader says of a control: its own words, else the label that belongs to it,
    /// else its tooltip.
    static Optional<String> name(Node control, Node root) {
        return said(control.getAccessibleText())
                .or(() -> control instanceof Labeled l ? said(l.getText()) : Optional.empty())
                .or(() -> label(control, root))
                .or(() ->
                        control instanceof Control c
                                ? Optional.ofNullable(c.getTooltip()).map(Tooltip::getText)
                                : Optional.empty());
    }

    private static Optional<String> label(Node control, Node root) {
        return visible(root).stream()
                .filter(n -> n instanceof Label l && holds(l.getLabelFor(), control))
                .map(n -> ((Label) n).getText())
                .findFirst();
    }

    private static boolean holds(Node labelled, Node control) {
        return labelled != null && labelled == control;
    }

    private static Optional<String> said(String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank());
    }

    /// The colour behind a node: the backgrounds of everything around it, one over the other.
    static Color behind(Node node) {
        List<Region> around = new ArrayList<>();
        for (Node n = node.getParent(); n != null; n = n.getParent()) {
            if (n instanceof Region region) {
                around.addFirst(region);
            }
        }
        Color ground = Color.WHITE;
        for (Region region : around) {
            Background background = region.getBackground();
            for (BackgroundFill fill :
                    background == null ? List.<BackgroundFill>of() : background.getFills()) {
                if (fill.getFill() instanceof Color colour) {
                    ground = Contrast.over(colour, ground);
                }
            }
        }
        return ground;
    }

    /// How opaque a node is drawn, everything around it considered.
    static double opacity(Node node) {
        double opacity = 1;
        for (Node n = node; n != null; n = n.getParent()) {
            opacity *= n.getOpacity();
        }
        return opacity;
    }
}
