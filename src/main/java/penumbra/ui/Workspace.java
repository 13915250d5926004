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
    TRAIN(Shortcut.TRAIN),
    /// Where proposals, suggestions and doubts are decided.
    REVIEW(Shortcut.REVIEW);

    private static final Set<Shortcut.Group> EVERYWHERE =
            Set.of(Shortcut.Group.FILE, Shortcut.Group.HELP, Shortcut.Group.WORKSPACE);

    /// What belongs to the list of pictures, which only the first workspace has.
    private static final Set<Shortcut> OF_THE_LIST =
            Set.of(Shortcut.SEARCH, Shortcut.CARRY_ON, Shortcut.NEXT_AREA, Shortcut.PREVIOUS_AREA);

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
        if (command.group() == Shortcut.Group.RUN) {
            return this == TRAIN;
        }
        return this == ANNOTATE
                || this == REVIEW && !OF_THE_LIST.contains(command)
                || EVERYWHERE.contains(command.group());
    }

    /// Whether labels are seen and edited here.
    public boolean showsLabels() {
        return this == ANNOTATE || this == REVIEW;
    }
}
