package penumbra.cli;

import java.nio.file.Files;
import java.nio.file.Path;
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
            RescueReport rescued = Rescue.copy(file.path(), free(file));
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

    /// `NAME-rescued.penumbra`, or the first such name with a number that is free.
    private static Path free(ProjectFile file) {
        String name = file.path().getFileName().toString();
        String stem = name.substring(0, name.length() - ProjectFile.SUFFIX.length());
        Path free = file.folder().resolve(stem + "-rescued" + ProjectFile.SUFFIX);
        for (int n = 2; Files.exists(free); n++) {
            free = file.folder().resolve(stem + "-rescued-" + n + ProjectFile.SUFFIX);
        }
        return free;
    }
}
