package penumbra.ui;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import penumbra.text.Texts;

/// One sentence below the workspace, with what can be done about it. A newer sentence takes the
/// place of an older one; news goes away by itself, a failure stays until it is dismissed.
public final class Notices {

    private static final Duration NEWS = Duration.seconds(8);

    private final NotificationPane pane = new NotificationPane();
    private final PauseTransition leaving = new PauseTransition(NEWS);

    private int moving;

    /// @param content what lies behind the sentences
    public Notices(Node content) {
        pane.setContent(content);
        pane.setShowFromTop(false);
        pane.setFocusTraversable(false);
        leaving.setOnFinished(_ -> pane.hide());
        pane.skinProperty().subscribe(_ -> Fx.later(this::nameDismissal));
        pane.setOnShowing(_ -> moving++);
        pane.setOnShown(_ -> moving--);
        pane.setOnHiding(_ -> moving++);
        pane.setOnHidden(_ -> moving--);
    }

    public Node node() {
        return pane;
    }

    /// Something worth knowing.
    public void tell(String sentence, Action... offers) {
        show(sentence, MaterialDesignI.INFORMATION_OUTLINE, offers);
        leaving.playFromStart();
    }

    /// Something to be decided; stays.
    public void offer(String sentence, Action... offers) {
        show(sentence, MaterialDesignI.INFORMATION_OUTLINE, offers);
    }

    /// Something failed; stays.
    public void fail(String sentence, Action... offers) {
        show(sentence, MaterialDesignA.ALERT_CIRCLE_OUTLINE, offers);
    }

    /// What is said now, empty when nothing is.
    public String sentence() {
        return pane.isShowing() ? pane.getText() : "";
    }

    /// Whether nothing is on its way in or out.
    public boolean settled() {
        return moving == 0;
    }

    /// The pane's own button has an icon only.
    private void nameDismissal() {
        for (Node button : pane.lookupAll(".close-button")) {
            button.setAccessibleText(Texts.of(Notices.class, "notice.dismiss"));
        }
    }

    private void show(String sentence, Ikon icon, Action... offers) {
        leaving.stop();
        pane.setText(sentence);
        pane.setGraphic(new Label("", new FontIcon(icon)));
        pane.getActions().setAll(List.of(offers));
        if (pane.getSkin() == null) {
            // Before its first layout the pane has nothing to slide in.
            pane.skinProperty().subscribe((_, _) -> Fx.later(pane::show));
        } else {
            pane.show();
        }
    }
}
