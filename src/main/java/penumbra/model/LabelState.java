package penumbra.model;

/// How far the work on one picture has come.
public enum LabelState {
    UNLABELLED,
    LABELLED,
    REVIEWED,
    FLAGGED
}
