package penumbra.data.load;

import java.nio.file.Path;
import java.util.List;
import penumbra.data.input.InputLabel;

/// Pictures that a network sees at once.
///
/// The pixels may be used again for another batch once this one was handed to [Loader#recycle]; one
/// that is not handed back is simply forgotten.
///
/// @param index place in the epoch, counted from 0
/// @param pixels `[B, 3, side, side]`, red, green and blue, 0 to 1
/// @param side of the input, px
/// @param targets what each picture shows, input px
/// @param pictures the file that each, or the first part of it, comes from
public record Batch(
        int index, float[] pixels, int side, List<List<InputLabel>> targets, List<Path> pictures) {

    public Batch {
        targets = List.copyOf(targets);
        pictures = List.copyOf(pictures);
    }

    /// B, the pictures in it.
    public int size() {
        return targets.size();
    }
}
