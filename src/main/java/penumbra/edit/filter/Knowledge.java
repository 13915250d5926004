package penumbra.edit.filter;

import java.util.function.ToIntFunction;
import penumbra.model.LabelledImage;

/// What is known about pictures beside their labels. Asked on any thread.
///
/// @param proposals how many plates a network proposes and nobody has decided about
public record Knowledge(ToIntFunction<LabelledImage> proposals) {

    /// Labels only.
    public static final Knowledge NONE = new Knowledge(_ -> 0);
}
