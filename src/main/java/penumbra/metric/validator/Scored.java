package penumbra.metric.validator;

/// A detection of any picture.
///
/// @param hits a bit for each of the [Thresholds] at which it is right
record Scored(int classIndex, double score, int hits) {

    boolean hit(int threshold) {
        return (hits >> threshold & 1) == 1;
    }
}
