package penumbra.metric;

import java.util.List;

/// Share of targets about which something holds: found, or found with corners in the wrong order.
/// Errors of place are those of found targets only; these two say what such an error leaves out.
///
/// @param id stable name
/// @param of what
public record MatchShare(String id, Of of) implements Metric {

    /// Of all targets those found; of those found the ones that fit better when turned.
    public enum Of {
        FOUND,
        TURNED
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public Better better() {
        return of == Of.FOUND ? Better.HIGHER : Better.LOWER;
    }

    @Override
    public double of(Evaluation evaluation) {
        List<Match> found = evaluation.found();
        return of == Of.FOUND
                ? (double) found.size() / evaluation.matches().size()
                : (double) found.stream().filter(Match::isTurned).count() / found.size();
    }
}
