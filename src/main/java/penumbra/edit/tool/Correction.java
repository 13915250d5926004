package penumbra.edit.tool;

import java.util.Optional;
import java.util.stream.Stream;
import penumbra.edit.LabelEdits;
import penumbra.model.LabelledImage;
import penumbra.text.Texts;

/// A drag of something that a network found: once it is moved it is a label where it was moved to;
/// a mere click leaves it what it is.
///
/// @param drag of the prediction as if it were a label
public record Correction(LabelEdits edits, Drag drag) implements Tool {

    @Override
    public Turn on(PointerEvent event, LabelledImage image) {
        LabelledImage both =
                image.withTargets(
                        Stream.concat(image.targets().stream(), Stream.of(drag.start())).toList());
        Turn turn = drag.on(event, both);
        return new Turn(
                turn.next().map(next -> new Correction(edits, (Drag) next)),
                edits.correct(image, drag.start().id(), turn.edit()));
    }

    @Override
    public Optional<Preview> preview() {
        return drag.preview();
    }

    @Override
    public String hint() {
        return Texts.of(Tool.class, "drag.proposal");
    }
}
