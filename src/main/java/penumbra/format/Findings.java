package penumbra.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.format.Finding.Severity;

/// Collects what is noticed while a source is read. A source with more than [#LIMIT] findings is
/// given up: it is not what it was taken for, and a hostile one must not fill the memory.
public final class Findings {

    /// Reading of one entry, which may turn out to be no good.
    public interface Attempt {
        void read() throws Refusal, FormatException;
    }

    /// Most findings before a source is given up.
    public static final int LIMIT = 500_000;

    private final List<Finding> list = new ArrayList<>();
    private final int limit;

    /// Takes up to [#LIMIT] findings.
    public Findings() {
        this(LIMIT);
    }

    /// @param limit most findings before the source is given up
    Findings(int limit) {
        this.limit = limit;
    }

    /// @throws FormatException if there are too many
    public void add(Finding finding) throws FormatException {
        if (list.size() == limit) {
            throw new FormatException(
                    Finding.of(
                            Severity.REFUSED,
                            finding.file(),
                            finding.line(),
                            "too-many-findings",
                            limit));
        }
        list.add(finding);
    }

    /// Reads an entry; when it is refused, that becomes a finding and the caller goes on.
    public void attempt(Path file, Attempt entry) throws FormatException {
        try {
            entry.read();
        } catch (Refusal refusal) {
            add(refusal.in(file));
        }
    }

    /// An entry, or with line 0 a file, that is not taken in.
    public void refuse(Path file, int line, String rule, Object... arguments)
            throws FormatException {
        add(Finding.of(Severity.REFUSED, file, line, rule, arguments));
    }

    /// Something suspicious that is kept, or that was changed on the way.
    public void warn(Path file, int line, String rule, Object... arguments) throws FormatException {
        add(Finding.of(Severity.WARNING, file, line, rule, arguments));
    }

    /// Something worth knowing by which nothing is lost.
    public void note(Path file, int line, String rule, Object... arguments) throws FormatException {
        add(Finding.of(Severity.NOTE, file, line, rule, arguments));
    }

    /// How many there are so far.
    public int count() {
        return list.size();
    }

    /// All so far, in the order in which they came.
    public List<Finding> list() {
        return List.copyOf(list);
    }
}
