package penumbra.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import penumbra.text.Texts;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The words of the command line, their exit codes and how they fail.
///
/// Exit codes: 0 done, 1 the work failed (one line on standard error, details in the log), 2 wrong
/// usage.
@Command(
        name = "penumbra",
        resourceBundle = "penumbra.cli.texts",
        mixinStandardHelpOptions = true,
        versionProvider = PenumbraCommand.Version.class,
        subcommands = GenerateCompletion.class)
public final class PenumbraCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(PenumbraCommand.class);

    private final Console console;
    private final Function<Optional<Path>, Optional<String>> studio;

    @Spec private CommandSpec spec;

    /// Read before the command line is, by [CommandLanguage]; here for the help.
    @Option(
            names = "--lang",
            scope = ScopeType.INHERIT,
            paramLabel = "LANGUAGE",
            converter = CommandLanguage.Codes.class,
            completionCandidates = CommandLanguage.Codes.class)
    private Locale language;

    @Parameters(arity = "0..1", paramLabel = "PROJECT|FOLDER|data.yaml")
    private Path source;

    private PenumbraCommand(Console console, Function<Optional<Path>, Optional<String>> studio) {
        this.console = console;
        this.studio = studio;
    }

    /// The whole command line.
    ///
    /// @param studio opens the window on what is named, if anything is, and returns when it is
    ///   closed; gives one sentence when no window can be opened
    /// @param commands one object per word, in the order of the help
    public static CommandLine with(
            Console console,
            Function<Optional<Path>, Optional<String>> studio,
            Object... commands) {
        CommandLine line = new CommandLine(new PenumbraCommand(console, studio));
        for (Object command : commands) {
            // Options that a command makes itself are made by this constructor only.
            line.addSubcommand(new CommandLine(command));
        }
        return line.setOut(new PrintWriter(console.out(), true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> failed(console, e, parsed))
                .setParameterExceptionHandler((e, args) -> misused(console, e));
    }

    @Override
    public Integer call() {
        if (source != null && !Files.exists(source)) {
            throw new ParameterException(
                    spec.commandLine(),
                    Texts.of(PenumbraCommand.class, "usage.no-command", source));
        }
        Optional<String> refusal = studio.apply(Optional.ofNullable(source));
        refusal.ifPresent(sentence -> console.error("studio.none", sentence));
        return refusal.isPresent() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private static int failed(Console console, Exception e, ParseResult parsed) {
        LOG.error("{} failed", parsed.originalArgs(), e);
        console.err().println("penumbra: " + Failure.sentence(e));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int misused(Console console, ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        console.err()
                .println(
                        Texts.of(
                                PenumbraCommand.class, "usage.wrong", Misuse.sentence(e), command));
        return CommandLine.ExitCode.USAGE;
    }

    /// Reads the version from the jar's manifest.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = PenumbraCommand.class.getPackage().getImplementationVersion();
            String java = System.getProperty("java.version");
            return new String[] {
                Texts.of(PenumbraCommand.class, "version", version == null ? "-" : version, java)
            };
        }
    }
}
