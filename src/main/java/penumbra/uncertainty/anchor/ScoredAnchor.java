package penumbra.uncertainty.anchor;

/// A candidate with its scores for one target.
///
/// @param accuracy r, 0 to 1; may underflow to 0
/// @param logProduct `ln c + ln r`, which does not
/// @param score of the fusion that was asked for
public record ScoredAnchor(Candidate candidate, double accuracy, double logProduct, double score) {}
