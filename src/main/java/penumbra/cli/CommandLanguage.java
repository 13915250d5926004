package penumbra.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Unmatched;

/// The language in which one command line is answered, known before anything of it is read: that of
/// `--lang`, else that of the environment. What a script reads is English.
@Command
public final class CommandLanguage {

    private static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /// In the order in which they count; the first that is set decides.
    private static final List<String> VARIABLES =
            List.of("PENUMBRA_LANG", "LC_ALL", "LC_MESSAGES", "LANG");

    @Option(names = "--lang", converter = Codes.class)
    private Locale asked;

    @Option(names = "--json")
    private boolean json;

    @Unmatched private List<String> others;

    private CommandLanguage() {}

    /// @param environment variables of the process, such as `LANG=zh_CN.UTF-8`
    /// @return empty when nothing is said of it that the program knows
    public static Optional<Locale> of(Map<String, String> environment, String... args) {
        CommandLanguage said = new CommandLanguage();
        try {
            new CommandLine(said).parseArgs(args);
        } catch (ParameterException _) {
            // The command line itself says what is wrong with it.
        }
        return said.json
                ? Optional.of(Locale.ENGLISH)
                : Optional.ofNullable(said.asked).or(() -> of(environment));
    }

    private static Optional<Locale> of(Map<String, String> environment) {
        Optional<String> code =
                VARIABLES.stream()
                        .map(variable -> environment.getOrDefault(variable, ""))
                        .filter(value -> !value.isBlank())
                        .map(value -> value.split("[^A-Za-z]", 2)[0])
                        .findFirst();
        return ALL.stream().filter(l -> code.equals(Optional.of(l.getLanguage()))).findFirst();
    }

    /// The languages by their codes.
    static final class Codes extends Ids<Locale> {
        Codes() {
            super(ALL, Locale::getLanguage);
        }
    }
}
