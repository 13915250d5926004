package penumbra.ui.canvas;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import penumbra.data.PictureCache;
import penumbra.data.match.Propagation;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Sentence;
import penumbra.ui.Studio;

/// Turns to the next picture and proposes the plates of this one there, where their bars are found.
/// They become labels when a person takes them (Enter), all in one edit, and nothing when they are
/// left (Escape). To a picture that has plates already nothing is proposed.
public final class CarryOn {

    private final Studio studio;
    private final CanvasState state;
    private final PictureCache cache;
    private final Background background;
    private final Executor owner;
    private final Consumer<String> tell;

    /// @param owner runs tasks on the thread of the window
    /// @param tell gets one sentence about what came of it
    public CarryOn(
            Studio studio,
            CanvasState state,
            PictureCache cache,
            Background background,
            Executor owner,
            Consumer<String> tell) {
        this.studio = studio;
        this.state = state;
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
            tell.accept(text("carry.labelled", to.path()));
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
                text("carry.task"),
                _ -> found(propagation, from),
                targets -> propose(from, to, targets),
                failure -> tell.accept(Sentence.of(failure)));
    }

    private static List<Target> found(Propagation propagation, LabelledImage from) {
        return from.targets().stream()
                .map(propagation::propose)
                .flatMap(Optional::stream)
                .map(Propagation.Proposal::target)
                .toList();
    }

    /// Proposes the plates, unless somebody has labelled the picture since.
    private void propose(LabelledImage from, LabelledImage to, List<Target> targets) {
        boolean empty =
                studio.project().image(to.id()).filter(i -> i.targets().isEmpty()).isPresent();
        if (empty) {
            tell.accept(text("carry.done", targets.size(), from.targets().size()));
            state.proposalProperty()
                    .set(
                            Optional.of(new CanvasState.Proposal(to.id(), targets))
                                    .filter(p -> !p.targets().isEmpty()));
        }
    }

    /// Enter takes what is proposed for the picture that is shown, Escape leaves it.
    ///
    /// @return whether there was anything to take or to leave
    public boolean press(KeyEvent event) {
        Optional<LabelledImage> picture = studio.pictureProperty().get();
        List<Target> proposed =
                picture.map(p -> state.proposedFor(p.id())).orElse(List.<Target>of());
        boolean taken = event.getCode() == KeyCode.ENTER;
        if (proposed.isEmpty() || !taken && event.getCode() != KeyCode.ESCAPE) {
            return false;
        }
        state.proposalProperty().set(Optional.empty());
        if (taken) {
            picture.flatMap(p -> studio.edits().propagate(p, proposed)).ifPresent(studio::apply);
        }
        return true;
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(CarryOn.class, key, arguments);
    }
}
