package penumbra.edit.tool;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import penumbra.geometry.Point;

/// What a gesture would lead to if it ended now; picture px.
///
/// @param replaces the target that is drawn this way meanwhile; empty when the plate is new
/// @param points in schema order; fewer than a whole target has when the rest cannot be guessed yet
/// @param placed indices of the points that the person has put there; the others are a guess, drawn
///   as a ghost
/// @param focus the point that is being placed, where a loupe looks
public record Preview(
        Optional<UUID> replaces, List<Point> points, Set<Integer> placed, Optional<Point> focus) {

    public Preview {
        points = List.copyOf(points);
        placed = Set.copyOf(placed);
    }
}
