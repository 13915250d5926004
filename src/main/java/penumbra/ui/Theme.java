package penumbra.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import org.controlsfx.control.PopOver;

/// Light or dark, or as the desktop is set.
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    private static final String OWN = Theme.class.getResource("studio.css").toExternalForm();

    public boolean dark(boolean darkDesktop) {
        return this == DARK || this == SYSTEM && darkDesktop;
    }

    /// Dresses every window of the program.
    public static void apply(boolean dark) {
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
    }

    /// Adds what the theme has no style for: the program's own parts, and the controls of
    /// ControlsFX, whose style sheets name colours by other names.
    public static void dress(Scene scene) {
        scene.getStylesheets().setAll(OWN);
    }

    /// Does the same for what pops up over a window.
    public static void dress(PopOver over) {
        over.getRoot().getStylesheets().add(OWN);
    }
}
