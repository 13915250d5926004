package penumbra.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import penumbra.edit.Edit;
import penumbra.edit.Step;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.text.Texts;
import penumbra.ui.Studio;
import penumbra.ui.canvas.ClassKeys;

/// Gives the selected plate, and the plates to come, another class. A class that the project does
/// not have yet becomes one of it in the same step of undo.
final class ClassCommands {

    private final Studio studio;
    private final Consumer<String> tell;
    private ClassKeys keys = ClassKeys.IDLE;

    /// @param tell gets a sentence when the project has a new class
    ClassCommands(Studio studio, Consumer<String> tell) {
        this.studio = studio;
        this.tell = tell;
    }

    /// Takes a key for a colour or a number.
    ///
    /// @return whether it meant anything
    boolean press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        String key = event.getCode().getName().replace("Numpad ", "");
        int current =
                studio.selected()
                        .map(Target::classIndex)
                        .orElse(studio.currentClassProperty().get());
        ClassKeys.Turn turn = keys.press(key, studio.schema().classNames().get(current));
        keys = turn.next();
        turn.name().ifPresent(this::choose);
        return turn.taken();
    }

    /// The class of that name, which may be new.
    void choose(String name) {
        Schema before = studio.schema();
        boolean known = before.classIndex(name).isPresent();
        Schema after = known ? before : before.withClass(name);
        int index = after.classIndex(name).orElseThrow();
        List<Edit> edits =
                studio.pictureProperty()
                        .get()
                        .flatMap(p ->
                                studio.selected()
                                        .flatMap(t -> studio.edits().setClass(p, t.id(), index)))
                        .map(List::of)
                        .orElse(List.of());
        boolean done = known && edits.isEmpty() || studio.apply(new Step(before, after, edits));
        if (done) {
            studio.currentClassProperty().set(index);
            Optional.of(name)
                    .filter(_ -> !known)
                    .ifPresent(n -> tell.accept(Texts.of(ClassCommands.class, "class.new", n)));
        }
    }
}
