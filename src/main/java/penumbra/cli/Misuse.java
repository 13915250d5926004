package penumbra.cli;

import java.util.List;
import java.util.stream.Collectors;
import penumbra.text.Texts;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The one sentence that a person reads when a command line cannot be understood.
final class Misuse {

    private Misuse() {}

    static String sentence(ParameterException misuse) {
        return switch (misuse) {
            case MissingParameterException e -> text("usage.missing", names(e.getMissing()));
            case OverwrittenOptionException e -> text("usage.twice", name(e.getOverwritten()));
            case UnmatchedArgumentException e -> unknown(e);
            case ParameterException e when e.getArgSpec() != null -> badValue(e);
            default -> misuse.getMessage();
        };
    }

    private static String unknown(UnmatchedArgumentException e) {
        String words = String.join(" ", e.getUnmatched());
        List<String> near = e.getSuggestions();
        return near.isEmpty()
                ? text("usage.unknown", words)
                : text("usage.unknown.near", words, String.join(" ", near));
    }

    /// A converter of our own has said why; those of the library only know their Java types.
    private static String badValue(ParameterException e) {
        boolean own = e.getArgSpec().converters().length > 0;
        return own && e.getCause() instanceof TypeConversionException why
                ? text("usage.reason", name(e.getArgSpec()), why.getMessage())
                : text("usage.value", name(e.getArgSpec()), e.getValue());
    }

    private static String names(List<ArgSpec> all) {
        return all.stream().map(Misuse::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Misuse.class, key, arguments);
    }
}
