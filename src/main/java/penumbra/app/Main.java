package penumbra.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import penumbra.cli.BenchCommand;
import penumbra.cli.CheckCommand;
import penumbra.cli.CommandLanguage;
import penumbra.cli.Console;
import penumbra.cli.ConvertCommand;
import penumbra.cli.DemoCommand;
import penumbra.cli.DevicesCommand;
import penumbra.cli.ExportCommand;
import penumbra.cli.ImportCommand;
import penumbra.cli.LandscapeCommand;
import penumbra.cli.LossCommand;
import penumbra.cli.PenumbraCommand;
import penumbra.cli.PredictCommand;
import penumbra.cli.RunsCommand;
import penumbra.cli.SurfaceCommand;
import penumbra.cli.SynthCommand;
import penumbra.cli.TrainCommand;
import penumbra.cli.ValCommand;
import penumbra.ui.bench.WindowBench;

/// The entry point of the program.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        AtomicBoolean done = Workers.haltWhenInterrupted();
        int code = run(Console.system(), Desktop::run, args);
        done.set(true);
        System.exit(code);
    }

    /// Runs one command line to its end.
    ///
    /// @param studio opens the window and returns when it is closed, or says why it cannot
    /// @return the exit code
    static int run(
            Console console,
            BiFunction<Optional<Path>, Workers, Optional<String>> studio,
            String... args) {
        CommandLanguage.of(System.getenv(), args).ifPresent(Locale::setDefault);
        try (Workers workers = new Workers()) {
            return PenumbraCommand.with(
                            console,
                            source -> studio.apply(source, workers),
                            new ImportCommand(console, workers.io()),
                            new ExportCommand(console, workers.io()),
                            new CheckCommand(console),
                            new SynthCommand(console, workers.pool()),
                            new LossCommand(console),
                            new SurfaceCommand(console),
                            new DemoCommand(
                                    console, workers.io(), source -> studio.apply(source, workers)),
                            new TrainCommand(
                                    console, workers.io(), workers.pool(), workers.parts()),
                            new RunsCommand(console),
                            new DevicesCommand(console, workers.io()),
                            new LandscapeCommand(console, workers.io()),
                            new ValCommand(console, workers.io()),
                            new ConvertCommand(console),
                            new PredictCommand(console, workers.io()),
                            new BenchCommand(
                                    console,
                                    workers.io(),
                                    workers.pool(),
                                    workers.parts(),
                                    new WindowBench(workers.io(), workers.pool())::measure))
                    .execute(args);
        }
    }
}
