package penumbra.format;

import java.nio.file.Path;
import penumbra.text.Texts;

/// One thing noticed in a file while reading, checking or writing labels.
///
/// @param severity what it means for the label
/// @param file where; the picture or the label file
/// @param line 1-based line in that file, 0 when it concerns the file as a whole
/// @param rule stable id of the rule, for example `columns`; never translated
/// @param message one sentence for a person: what is wrong and what to do
public record Finding(Severity severity, Path file, int line, String rule, String message) {

    /// What a finding means for the label it concerns.
    public enum Severity {
        /// Worth knowing; nothing is lost.
        NOTE,
        /// Suspicious or changed on the way, but kept.
        WARNING,
        /// Not taken in: this line, or this file when the line is 0.
        REFUSED
    }

    /// A finding whose sentence stands in this package's texts under `rule.` and the rule's id.
    public static Finding of(
            Severity severity, Path file, int line, String rule, Object... arguments) {
        return new Finding(
                severity, file, line, rule, Texts.of(Finding.class, "rule." + rule, arguments));
    }

    /// `file:line: message [rule]`, as a compiler would say it.
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message + " [" + rule + "]";
    }
}
