package penumbra.engine.train;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.data.input.LoadedSize;
import penumbra.data.input.RgbImage;
import penumbra.geometry.Size;

/// Decoded pictures at the size they are loaded at.
final class Pictures {

    private final Map<Path, RgbImage> cache = new ConcurrentHashMap<>();

    Optional<RgbImage> loaded(Path file, int side, Consumer<String> unread) {
        RgbImage known = cache.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            RgbImage read = RgbImage.of(ImageReader.read(file));
            RgbImage loaded =
                    LoadedSize.of(new Size(read.width(), read.height()), side).apply(read);
            cache.put(file, loaded);
            return Optional.of(loaded);
        } catch (PictureException e) {
            unread.accept(e.getMessage());
            return Optional.empty();
        }
    }
}
