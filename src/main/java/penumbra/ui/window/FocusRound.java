package penumbra.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TabPane;

/// The keyboard's way round the parts of the window, which Tab alone would not find: the canvas
/// keeps Tab for its plates.
///
/// @param areas in the order of the round; each is entered at its first control that takes the
///   keyboard
record FocusRound(List<Node> areas) {

    FocusRound {
        areas = List.copyOf(areas);
    }

    /// Goes so many areas on from the one that has the keyboard; from elsewhere, to the first.
    void go(int step) {
        Node owner = areas.getFirst().getScene().getFocusOwner();
        int from =
                IntStream.range(0, areas.size())
                        .filter(i -> holds(areas.get(i), owner))
                        .findFirst()
                        .orElse(-1);
        int to = from < 0 ? 0 : Math.floorMod(from + step, areas.size());
        first(areas.get(to)).ifPresent(Node::requestFocus);
    }

    private static boolean holds(Node area, Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == area) {
                return true;
            }
        }
        return false;
    }

    /// The first control that takes the keyboard, the area itself included; tabs are passed over
    /// for what the chosen one holds.
    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable() && !(node instanceof TabPane)) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(FocusRound::first)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }
}
