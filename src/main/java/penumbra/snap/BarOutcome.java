package penumbra.snap;

import java.util.Optional;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.Schema;

/// What came of snapping one bar.
public sealed interface BarOutcome {

    /// The bar, by its keypoints.
    Schema.Edge edge();

    /// A bar was found and measured.
    ///
    /// @param from the end that belongs to the edge's first keypoint
    /// @param to the end that belongs to the second
    /// @param shape how the bar looks
    record Fitted(Schema.Edge edge, End from, End to, Shape shape) implements BarOutcome {}

    /// The bar stays as it was labelled.
    record Refused(Schema.Edge edge, Refusal reason) implements BarOutcome {

        /// One sentence for a person.
        public String sentence() {
            return reason.sentence();
        }
    }

    /// An end of a bar, picture px.
    ///
    /// @param at where the emitter ends
    /// @param along standard deviation along the bar
    /// @param across standard deviation across the bar
    /// @param covariance the same two as a matrix
    /// @param kept why the endpoint was left where it was although the bar was found; empty when it
    ///   was moved here
    record End(
            Point at, double along, double across, Covariance covariance, Optional<Refusal> kept) {

        End keptBecause(Refusal reason) {
            return new End(at, along, across, covariance, Optional.of(reason));
        }
    }

    /// The parameters of the fitted light, for diagnosis.
    ///
    /// @param length of the emitter, px
    /// @param width of the emitter, px
    /// @param blurAlong standard deviation of the point spread along the bar, px
    /// @param blurAcross the same across
    /// @param sag share of the brightness that is lost towards the ends
    /// @param halo share of the light that lies in the halo
    /// @param clipped share of the bar's pixels that are saturated
    /// @param misfit root mean square of the weighted residuals, 1 where the model is right
    record Shape(
            double length,
            double width,
            double blurAlong,
            double blurAcross,
            double sag,
            double halo,
            double clipped,
            double misfit) {}
}
