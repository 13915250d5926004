package penumbra.cli;

/// Figures that are measured together.
public enum BenchGroup {
    /// Import and opening of a project of very many pictures.
    PROJECT(false),
    /// Edits written to a project.
    EDITS(false),
    /// Pictures rendered.
    SCENES(false),
    /// What a network finds in a picture.
    PREDICTION(false),
    /// What it takes to feed a network that learns.
    LOADING(false),
    /// What a network takes to learn.
    TRAINING(false),
    /// Zoom and pan.
    FRAMES(true),
    /// From a key to the next picture.
    NEXT(true),
    /// From the end of a gesture to the disk.
    SAVED(true),
    /// The list of a project of very many pictures.
    LIST(true),
    /// A plate from the first gesture to its class.
    SESSION(true),
    /// Overlays painted.
    OVERLAYS(true),
    /// Live charts of a training run drawn anew.
    TRAIN(true);

    private final boolean inWindow;

    BenchGroup(boolean inWindow) {
        this.inWindow = inWindow;
    }

    boolean inWindow() {
        return inWindow;
    }
}
