package penumbra.run.landscape;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import penumbra.geometry.Point;

/// What is told of a landscape: one line of `landscape.jsonl` each, in the order in which it was
/// found. A number that is not finite is written as `"NaN"`, `"Infinity"` or `"-Infinity"`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LandscapeEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = LandscapeEvent.Plane.class, name = "plane"),
    @JsonSubTypes.Type(value = LandscapeEvent.Height.class, name = "height"),
})
public sealed interface LandscapeEvent {

    /// A landscape begins, or goes on where its [Started#same] is the newest.
    ///
    /// @param epoch whose averaged weights it goes through
    /// @param pictures held back that the loss is the mean over, always the same ones
    /// @param targets in them
    /// @param seed of the random directions
    /// @param truth whether errors are against the clean truth instead of the labels
    /// @param data fingerprint of pictures and labels
    /// @param share of one thread that is taken
    record Started(
            Instant at,
            int epoch,
            int pictures,
            int targets,
            long seed,
            boolean truth,
            String data,
            double share)
            implements LandscapeEvent {

        /// Whether another start means the same landscape, at another time or with another share.
        public boolean same(Started other) {
            return other.equals(
                    new Started(
                            other.at, epoch, pictures, targets, seed, truth, data, other.share));
        }
    }

    /// A plane through the weights, which are its origin.
    ///
    /// @param x from its first column to its last, in units of its first direction
    /// @param y from its first row to its last, in units of its second direction
    /// @param shares of the path's variance that lie along each direction; none for a random plane
    /// @param path where the weights of earlier epochs lie, projected; none for a random plane
    record Plane(PlaneKind plane, Span x, Span y, List<Double> shares, List<Stop> path)
            implements LandscapeEvent {

        public Plane {
            shares = List.copyOf(shares);
            path = List.copyOf(path);
        }
    }

    /// Both ends of a side.
    record Span(double least, double most) {}

    /// The weights of an epoch on a plane; 0 is what the run began with.
    record Stop(int epoch, double x, double y) {

        public Point at() {
            return new Point(x, y);
        }
    }

    /// What the pictures say at a node.
    ///
    /// @param losses by id, gains applied; none where the network's output was not finite
    /// @param auc of the CED up to 8 picture px, missed targets counted
    /// @param rmse of the targets that were found, picture px
    /// @param found of the targets
    record Height(
            PlaneKind plane,
            int row,
            int column,
            SequencedMap<String, Double> losses,
            double auc,
            double rmse,
            int found)
            implements LandscapeEvent {

        public Refinement.Node node() {
            return new Refinement.Node(row, column);
        }

        /// What is minimised, per picture; not a number where there are no losses.
        public double loss() {
            return losses.isEmpty()
                    ? Double.NaN
                    : losses.values().stream().mapToDouble(v -> v).sum();
        }
    }
}
