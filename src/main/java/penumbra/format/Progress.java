package penumbra.format;

/// Is told how far work has come: on the thread that works, and often. What it throws ends the work
/// there and then, as a failure of the disk would; that is how a person cancels.
@FunctionalInterface
public interface Progress {

    /// Nobody listens.
    Progress NONE = (_, _) -> {};

    void at(long done, long total);
}
