package penumbra.ui.canvas;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import penumbra.data.PictureCache;
import penumbra.data.match.Propagation;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Sentence;
import penumbra.ui.Studio;

/// Carries the plates of the picture that is shown on to the next one, to where their bars are
/// found there, and turns to it. A picture that has plates already is left alone.
public final class CarryOn {

    private final Studio studio;
    private final PictureCache cache;
    private final Background background;
    private final Executor owner;
    private final Consumer<String> tell;

    /// @param owner runs tasks on the thread of the window
    /// @param tell gets one sentence about what came of it
    public CarryOn(
            Studio studio,
            PictureCache cache,
            Background background,
            Executor owner,
            Consumer<String> tell) {
        this.studio = studio;
        this.cache = cache;
        this.background = background;
        this.owner = owner;
        this.tell = tell;
    }

    /// Carries on to the next picture of the list.
    public void carry() {
        Optional<LabelledImage> from = studio.pictureProperty().get();
        from.flatMap(p -> studio.pictures().beside(p.id(), 1))
                .ifPresent(to -> carry(from.get(), to));
    }

    private void carry(LabelledImage from, LabelledImage to) {
        studio.show(to.id());
        if (!to.targets().isEmpty()) {
            tell.accept(Texts.of(CarryOn.class, "carry.labelled", to.path()));
            return;
        }
        Schema schema = studio.schema();
        Path first = studio.file().resolve(from.path());
        Path second = studio.file().resolve(to.path());
        cache.get(first)
                .thenCombine(
                        cache.get(second),
                        (a, b) -> new Propagation(a, b, schema, Propagation.LEAST_SCORE))
                .whenCompleteAsync(
                        (propagation, failure) -> {
                            if (failure == null) {
                                search(from, to, propagation);
                            } else {
                                tell.accept(Sentence.of(failure));
                            }
                        },
                        owner);
    }

    private void search(LabelledImage from, LabelledImage to, Propagation propagation) {
        background.start(
                Texts.of(CarryOn.class, "carry.task"),
                _ -> found(propagation, from),
                targets -> take(from, to, targets),
                failure -> tell.accept(Sentence.of(failure)));
    }

    private static List<Target> found(Propagation propagation, LabelledImage from) {
        return from.targets().stream()
                .map(propagation::propose)
                .flatMap(Optional::stream)
                .map(Propagation.Proposal::target)
                .toList();
    }

    /// Takes the plates in, unless somebody has labelled the picture since.
    private void take(LabelledImage from, LabelledImage to, List<Target> targets) {
        studio.project()
                .image(to.id())
                .filter(now -> now.targets().isEmpty())
                .flatMap(now -> studio.edits().propagate(now, targets))
                .ifPresent(studio::apply);
        tell.accept(Texts.of(CarryOn.class, "carry.done", targets.size(), from.targets().size()));
    }
}
