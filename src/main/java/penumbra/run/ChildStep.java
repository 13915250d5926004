package penumbra.run;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far a child process says that it is: a line of its standard error that ends with `3/40`.
record ChildStep(long done, long total) {

    private static final Pattern STEP = Pattern.compile("(\\d+)/(\\d+)$");

    /// The last one said.
    static Optional<ChildStep> last(String said) {
        List<String> lines = said.lines().toList();
        for (String line : lines.reversed()) {
            Matcher step = STEP.matcher(line);
            if (step.find()) {
                return Optional.of(
                        new ChildStep(
                                Long.parseLong(step.group(1)), Long.parseLong(step.group(2))));
            }
        }
        return Optional.empty();
    }
}
