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
/// @param exposure mean brightness of a picture, 0 to 1; empty where nobody measured it
/// @param brightness around the bars of a plate, 0 to 1; empty where nobody measured it
public record Knowledge(
        ToIntFunction<LabelledImage> proposals,
        Function<Target, OptionalDouble> distance,
        Function<LabelledImage, OptionalDouble> exposure,
        Function<Target, OptionalDouble> brightness) {

    /// Labels only.
    public static final Knowledge NONE =
            new Knowledge(
                    _ -> 0,
                    _ -> OptionalDouble.empty(),
                    _ -> OptionalDouble.empty(),
                    _ -> OptionalDouble.empty());
}
