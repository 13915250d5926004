package penumbra.data.scene;

import java.util.List;
import penumbra.geometry.Size;
import penumbra.model.Target;

/// A rendered picture and what is truly in it.
///
/// @param size width and height
/// @param argb rows from the top, `0xffRRGGBB` each, 8 bits a channel; shared, never to be written
/// @param truth one target for each plate that a person would label, classes of
///   [penumbra.model.Schema#ARMOR_PLATE], points TL, BL, BR, TR in picture px where the emitters
///   end, without noise; OCCLUDED where covered or outside the picture
public record RenderedScene(Size size, int[] argb, List<Target> truth) {

    public RenderedScene {
        truth = List.copyOf(truth);
    }
}
