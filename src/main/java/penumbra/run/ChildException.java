package penumbra.run;

import java.io.Serial;
import java.util.List;
import penumbra.text.Texts;

/// A child process failed; the message is the one sentence that a person reads.
public final class ChildException extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private static final int LAST = 12;

    private final String lines;

    private ChildException(String sentence, String lines) {
        super(sentence);
        this.lines = lines;
    }

    /// @param word of the command line
    /// @param said on standard error
    static ChildException of(String word, int exit, List<String> said) {
        List<String> told = said.stream().filter(line -> !line.isBlank()).toList();
        List<String> last = told.subList(Math.max(0, told.size() - LAST), told.size());
        String reason =
                last.reversed().stream()
                        .filter(line -> line.startsWith("penumbra: "))
                        .findFirst()
                        .map(line -> line.substring("penumbra: ".length()))
                        .orElse("");
        return new ChildException(
                reason.isEmpty() ? Texts.of(ChildException.class, "child", word, exit) : reason,
                String.join("\n", last));
    }

    /// The sentence and the last lines that the process wrote on standard error.
    @Override
    public String toString() {
        return getMessage() + "\n" + lines;
    }
}
