package penumbra.format;

/// What an import does with a picture on which the project already has labels or a verdict.
public enum ExistingRule {
    /// The project's labels stay as they are; the default.
    KEEP,
    /// The source's labels take the place of the project's, where the source has any.
    REPLACE,
    /// The source's labels join the project's; those that are there already are not added again.
    ADD
}
