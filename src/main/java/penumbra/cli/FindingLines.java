package penumbra.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;

/// Findings for a person: every refused entry and every warning in a line, notes counted by rule.
record FindingLines(List<Finding> all) {

    private static final int NOTES_SHOWN = 3;

    void print(Console console) {
        all.stream()
                .filter(f -> f.severity() != Severity.NOTE)
                .forEach(f -> console.say("finding." + word(f.severity()), f));
        Map<String, List<Finding>> notes = new TreeMap<>();
        all.stream()
                .filter(f -> f.severity() == Severity.NOTE)
                .forEach(f -> notes.computeIfAbsent(f.rule(), _ -> new ArrayList<>()).add(f));
        notes.values()
                .forEach(same -> {
                    same.stream().limit(NOTES_SHOWN).forEach(f -> console.say("finding.note", f));
                    if (same.size() > NOTES_SHOWN) {
                        console.say("finding.more", same.size() - NOTES_SHOWN);
                    }
                });
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
