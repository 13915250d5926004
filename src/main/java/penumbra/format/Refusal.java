package penumbra.format;

import java.io.Serial;
import java.nio.file.Path;

/// Why one entry of a label file is not taken in. Thrown where the entry is read and turned into a
/// finding by the loop that goes on with the next entry; carries no stack trace.
public final class Refusal extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final int line;
    private final String rule;
    private final transient Object[] arguments;

    /// @param line 1-based line of the entry
    /// @param rule stable id of the rule; its sentence stands in this package's texts
    /// @param arguments what the sentence names
    public Refusal(int line, String rule, Object... arguments) {
        super(rule, null, false, false);
        this.line = line;
        this.rule = rule;
        this.arguments = arguments.clone();
    }

    /// The finding that it becomes in its file.
    public Finding in(Path file) {
        return Finding.of(Finding.Severity.REFUSED, file, line, rule, arguments);
    }
}
