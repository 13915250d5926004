package penumbra.format;

import java.io.Serial;

/// A source cannot be read at all. The only exception that leaves a parser.
public final class FormatException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public FormatException(Finding finding) {
        super(finding.toString());
        this.finding = finding;
    }

    /// What is wrong, with file, line and rule.
    public Finding finding() {
        return finding;
    }
}
