package penumbra.cli.formula;

import java.util.Map;

/// What became of a case.
///
/// @param fn the function it names
/// @param computed values by name; empty when nothing could be computed
/// @param deviation largest difference from what is expected
/// @param reason one sentence why it failed, else null
public record CaseResult(
        String id,
        String fn,
        boolean passed,
        Map<String, Object> computed,
        double deviation,
        String reason) {}
