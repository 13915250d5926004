package penumbra.ui.canvas;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import penumbra.data.DecodedImage;
import penumbra.data.PictureCache;
import penumbra.model.LabelledImage;
import penumbra.text.Texts;
import penumbra.ui.Fx;
import penumbra.ui.Sentence;
import penumbra.ui.Studio;

/// Gets the pixels of the picture that is shown, and ahead of need those of its neighbours in the
/// list.
public final class PictureLoading {

    private final Studio studio;
    private final CanvasState state;
    private final PictureCache cache;
    private final Executor owner;
    private final Consumer<String> tell;

    /// @param canvas where pixels are wanted, as long as it is shown
    /// @param owner runs tasks on the thread of the window
    /// @param tell gets one sentence about a picture that cannot be shown, or not whole
    public PictureLoading(
            Studio studio,
            CanvasState state,
            Node canvas,
            PictureCache cache,
            Executor owner,
            Consumer<String> tell) {
        this.studio = studio;
        this.state = state;
        this.cache = cache;
        this.owner = owner;
        this.tell = tell;
        Fx.whileShown(
                canvas,
                () -> studio.pictureProperty().subscribe(picture -> picture.ifPresent(this::load)));
    }

    private void load(LabelledImage picture) {
        if (state.pixelsProperty().get().filter(p -> p.imageId() == picture.id()).isPresent()) {
            return;
        }
        Path path = path(picture);
        List<Path> neighbours =
                Stream.of(1, -1, 2)
                        .flatMap(step -> studio.pictures().beside(picture.id(), step).stream())
                        .map(this::path)
                        .toList();
        boolean ready = cache.ready(path).isPresent();
        cache.show(path, neighbours)
                .whenCompleteAsync(
                        (decoded, failure) -> take(picture, decoded, failure),
                        ready ? Runnable::run : owner);
    }

    private void take(LabelledImage picture, DecodedImage decoded, Throwable failure) {
        boolean shown =
                studio.pictureProperty().get().filter(p -> p.id() == picture.id()).isPresent();
        if (!shown || failure instanceof CancellationException) {
            return;
        }
        if (failure != null) {
            state.pixelsProperty().set(Optional.empty());
            tell.accept(Sentence.of(failure));
        } else if (!decoded.size().equals(picture.size())) {
            state.pixelsProperty().set(Optional.empty());
            tell.accept(
                    Texts.of(
                            PictureLoading.class,
                            "picture.size",
                            path(picture),
                            decoded.size(),
                            picture.size()));
        } else {
            state.pixelsProperty().set(Optional.of(new CanvasState.Pixels(picture.id(), decoded)));
            if (!decoded.complete()) {
                tell.accept(Texts.of(PictureLoading.class, "picture.damaged", path(picture)));
            }
        }
    }

    private Path path(LabelledImage picture) {
        return studio.file().resolve(picture.path());
    }
}
