package penumbra.ui;

import java.util.Set;
import penumbra.text.Texts;

/// The workspaces of the window.
public enum Workspace {
    /// Where labels are made.
    ANNOTATE(Shortcut.ANNOTATE),
    /// Where losses are looked at.
    EXPLORE(Shortcut.EXPLORE),
    /// Where networks are trained.
    TRAIN(Shortcut.TRAIN);

    private static final Set<Shortcut.Group> EVERYWHERE =
            Set.of(Shortcut.Group.FILE, Shortcut.Group.HELP, Shortcut.Group.WORKSPACE);

    private final Shortcut shortcut;

    Workspace(Shortcut shortcut) {
        this.shortcut = shortcut;
    }

    /// What shows it.
    public Shortcut shortcut() {
        return shortcut;
    }

    public String label() {
        return Texts.of(Workspace.class, "workspace." + shortcut.id());
    }

    /// Whether a command may be called here: labels are not edited where they are not seen.
    public boolean has(Shortcut command) {
        return EVERYWHERE.contains(command.group())
                || (command.group() == Shortcut.Group.RUN ? this == TRAIN : this == ANNOTATE);
    }
}
