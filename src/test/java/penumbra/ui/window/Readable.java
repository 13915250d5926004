package penumbra.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import penumbra.ui.Contrast;

/// What keeps a view from being read by everyone: controls without a name or role, names in another
/// language than the window's, text and icons that stand out too little.
final class Readable {

    private Readable() {}

    static List<String> faults(Node root) {
        List<String> faults = new ArrayList<>();
        for (Node node : SceneWalk.visible(root)) {
            if (node.isFocusTraversable()) {
                faults.addAll(unnamed(node, root));
            }
            if (node instanceof Text text && !greyed(text) && !text.getText().isBlank()) {
                faint(text).ifPresent(faults::add);
            }
        }
        return faults;
    }

    /// What can not be used now need not stand out; items of menus are greyed by their style only.
    private static boolean greyed(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.isDisabled()
                    || at.getPseudoClassStates().contains(PseudoClass.getPseudoClass("disabled"))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> unnamed(Node control, Node root) {
        List<String> faults = new ArrayList<>();
        Optional<String> name = SceneWalk.name(control, root);
        if (name.isEmpty()) {
            faults.add("no name: " + path(control));
        }
        AccessibleRole role = control.getAccessibleRole();
        if (role == null || role == AccessibleRole.NODE || role == AccessibleRole.PARENT) {
            faults.add("no role: " + path(control));
        }
        boolean chinese = Locale.getDefault().getLanguage().equals("zh");
        name.filter(n ->
                        chinese
                                && !n.matches("(?s).*\\p{IsHan}.*")
                                && n.matches("(?s).*[a-z]{3} .*"))
                .ifPresent(n -> faults.add("not Chinese: " + n + ", " + path(control)));
        return faults;
    }

    private static Optional<String> faint(Text text) {
        if (!(text.getFill() instanceof Color fill)) {
            return Optional.empty();
        }
        Color ground = SceneWalk.behind(text);
        Color ink = Contrast.over(fill.deriveColor(0, 1, 1, SceneWalk.opacity(text)), ground);
        double ratio = Contrast.ratio(ink, ground);
        double least = text instanceof FontIcon ? Contrast.GRAPHICS : Contrast.TEXT;
        return ratio >= least
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "contrast %.2f of %s on %s: %s, %s",
                                ratio,
                                ink,
                                ground,
                                text.getText(),
                                path(text)));
    }

    private static String path(Node node) {
        StringBuilder path = new StringBuilder();
        Node at = node;
        for (int i = 0; at != null && i < 4; i++, at = at.getParent()) {
            path.append(i == 0 ? "" : " in ")
                    .append(at.getClass().getSimpleName())
                    .append(at.getId() == null ? "" : "#" + at.getId())
                    .append(at.getStyleClass());
        }
        return path.toString();
    }
}
