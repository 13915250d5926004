package penumbra.ui.list;

import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import penumbra.data.DecodedImage;
import penumbra.data.Thumbnails;
import penumbra.model.LabelledImage;
import penumbra.store.ProjectFile;

/// Small pictures for the cells that are in sight. Owned by the thread of the window.
public final class Previews {

    private final Thumbnails thumbnails;
    private final ProjectFile file;
    private final Executor owner;
    private final Set<Path> wanted = new HashSet<>();

    /// @param file of the project, from which picture paths start
    /// @param owner runs tasks on the thread of the window
    public Previews(Thumbnails thumbnails, ProjectFile file, Executor owner) {
        this.thumbnails = thumbnails;
        this.file = file;
        this.owner = owner;
    }

    /// Asks for the thumbnail of a picture; nothing comes of one that cannot be read.
    ///
    /// @param ready gets it, at once or later
    /// @return withdraws the question
    Runnable ask(LabelledImage image, Consumer<Image> ready) {
        Path path = file.resolve(image.path());
        wanted.add(path);
        thumbnails.keepWaiting(wanted);
        boolean[] withdrawn = {false};
        thumbnails
                .get(path)
                .thenAcceptAsync(
                        small -> {
                            if (!withdrawn[0]) {
                                ready.accept(image(small));
                            }
                        },
                        thumbnails.ready(path).isPresent() ? Runnable::run : owner);
        return () -> {
            withdrawn[0] = true;
            wanted.remove(path);
        };
    }

    private static Image image(DecodedImage decoded) {
        return new WritableImage(
                new PixelBuffer<>(
                        decoded.size().width(),
                        decoded.size().height(),
                        IntBuffer.wrap(decoded.argb()),
                        PixelFormat.getIntArgbPreInstance()));
    }
}
