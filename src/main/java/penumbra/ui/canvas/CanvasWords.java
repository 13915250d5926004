package penumbra.ui.canvas;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import penumbra.edit.Selection;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.text.Texts;

/// What the canvas shows, in words, for a person who does not see it: the picture, how many plates
/// it has, and which of them is selected.
final class CanvasWords {

    private final Schema schema;

    CanvasWords(Schema schema) {
        this.schema = schema;
    }

    String of(Optional<LabelledImage> picture, Optional<Selection> selection) {
        return picture.map(p ->
                        selection
                                .filter(s -> s.in(p).isPresent())
                                .map(s -> selected(p, s))
                                .orElseGet(() -> text("words.picture", p.path(), count(p))))
                .orElseGet(() -> text("canvas.name"));
    }

    private String selected(LabelledImage picture, Selection selection) {
        Target target = selection.in(picture).orElseThrow();
        List<UUID> ids = picture.targets().stream().map(Target::id).toList();
        String plate =
                text(
                        "words.plate",
                        picture.path(),
                        count(picture),
                        ids.indexOf(target.id()) + 1,
                        schema.classNames().get(target.classIndex()));
        return selection.part() instanceof Selection.Whole
                ? plate
                : text("words.part", plate, points(selection));
    }

    private String points(Selection selection) {
        return selection.keypoints(schema).stream()
                .map(schema.keypoints()::get)
                .collect(Collectors.joining("-"));
    }

    private static int count(LabelledImage picture) {
        return picture.targets().size();
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(CanvasWords.class, key, arguments);
    }
}
