package penumbra.cli;

import java.util.concurrent.Executor;
import penumbra.store.ProjectFile;
import penumbra.store.ProjectStore;
import penumbra.store.Rescue;
import penumbra.store.RescueReport;
import penumbra.store.StoreException;
import penumbra.store.StoreException.Reason;
import penumbra.text.Texts;

/// Opens projects for commands, and rescues what a damaged one still holds.
final class OpenProject {

    private OpenProject() {}

    /// Opens a project that a command only reads; says so when somebody else is writing it.
    static ProjectStore toRead(ProjectFile file, Executor io, Console console) throws Exception {
        ProjectStore store = open(file, io, console);
        store.readOnlyBecause().ifPresent(console.err()::println);
        return store;
    }

    /// Opens a project that a command changes.
    ///
    /// @throws CommandException if somebody else is writing it, or it cannot be written
    static ProjectStore toWrite(ProjectFile file, Executor io, Console console) throws Exception {
        ProjectStore store = open(file, io, console);
        if (store.readOnly()) {
            store.close();
            throw new CommandException(store.readOnlyBecause().orElseThrow());
        }
        return store;
    }

    private static ProjectStore open(ProjectFile file, Executor io, Console console)
            throws StoreException, CommandException {
        try {
            return ProjectStore.open(file.path(), io);
        } catch (StoreException e) {
            if (e.reason() != Reason.DAMAGED) {
                throw e;
            }
            RescueReport rescued = Rescue.copy(file.path(), file.rescueCopy());
            rescued.findings().forEach(console.err()::println);
            throw new CommandException(
                    Texts.of(
                            OpenProject.class,
                            "failure.rescued",
                            file.path(),
                            rescued.file(),
                            rescued.pictures(),
                            rescued.targets()));
        }
    }
}
