package penumbra.edit.filter;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import penumbra.model.LabelledImage;
import penumbra.model.Target;

/// What is known about pictures beside their labels. Asked on any thread.
///
/// @param proposals how many plates a network proposes and nobody has decided about
/// @param distance of a plate from the camera, metres; empty where nothing says so
public record Knowledge(
        ToIntFunction<LabelledImage> proposals, Function<Target, OptionalDouble> distance) {

    /// Labels only.
    public static final Knowledge NONE = new Knowledge(_ -> 0, _ -> OptionalDouble.empty());
}
