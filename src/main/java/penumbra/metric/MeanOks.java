package penumbra.metric;

/// Mean keypoint similarity of the targets that were found. Formula and source: [Oks].
///
/// @param id stable name
/// @param similarity with which sigmas
public record MeanOks(String id, Similarity similarity) implements Metric {

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public double of(Evaluation evaluation) {
        return evaluation.found().stream()
                .mapToDouble(m -> similarity.of(m.truth(), m.prediction().orElseThrow()))
                .average()
                .orElse(Double.NaN);
    }
}
