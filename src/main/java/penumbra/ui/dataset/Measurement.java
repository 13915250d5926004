package penumbra.ui.dataset;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.concurrent.Task;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import penumbra.data.Brightness;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.format.Progress;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.plot.dataset.Light;
import penumbra.store.ProjectFile;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Fx;
import penumbra.ui.Studio;

/// How bright pictures and plates are, measured by a worker: how far that has come, and a button
/// that stops it or goes on. What was measured until then is kept with the project that is open.
final class Measurement {

    private final Studio studio;
    private final Background background;
    private final Consumer<Throwable> fail;
    private final Label said = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button button = new Button();
    private final HBox node = new HBox(10, bar, said, button);
    private Optional<Task<Light>> running = Optional.empty();

    Measurement(Studio studio, Background background, Consumer<Throwable> fail) {
        this.studio = studio;
        this.background = background;
        this.fail = fail;
        said.getStyleClass().add("hint");
        said.setId("dataset-light");
        button.setId("dataset-measure");
        button.setOnAction(_ -> {
            if (running.isPresent()) {
                cancel();
            } else {
                start();
            }
        });
        bar.setAccessibleText(text("light.working"));
        bar.setPrefWidth(160);
        for (Node part : List.of(bar, button)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        node.setAlignment(Pos.CENTER_LEFT);
        node.setMinHeight(36);
        Fx.whileShown(node, () -> studio.lightProperty().subscribe(_ -> show()));
    }

    Node node() {
        return node;
    }

    /// Measures what is not measured yet.
    void start() {
        List<LabelledImage> missing = missing();
        if (running.isPresent() || missing.isEmpty()) {
            return;
        }
        Light before = studio.lightProperty().get();
        Schema schema = studio.schema();
        ProjectFile file = studio.file();
        Task<Light> task =
                background.start(
                        text("light.working"),
                        progress -> measure(missing, schema, file, before, progress),
                        this::ended,
                        failure -> {
                            ended(before);
                            fail.accept(failure);
                        },
                        part -> Fx.later(() -> ended(part)));
        running = Optional.of(task);
        bar.progressProperty().bind(task.progressProperty());
        show();
    }

    void cancel() {
        running.ifPresent(Task::cancel);
    }

    private void ended(Light light) {
        running = Optional.empty();
        bar.progressProperty().unbind();
        studio.lightProperty().set(light);
        show();
    }

    private static Light measure(
            List<LabelledImage> pictures,
            Schema schema,
            ProjectFile file,
            Light before,
            Progress progress) {
        Light.Measuring measuring = new Light.Measuring(before, schema);
        try {
            for (int i = 0; i < pictures.size(); i++) {
                progress.at(i, pictures.size());
                LabelledImage picture = pictures.get(i);
                try {
                    measuring.add(
                            picture,
                            new Brightness(ImageReader.read(file.resolve(picture.path()))));
                } catch (PictureException _) {
                    measuring.addUnread(picture);
                }
            }
        } catch (CancellationException _) {
            // What was measured until then counts.
        }
        return measuring.light();
    }

    private List<LabelledImage> missing() {
        return studio.pictures().all().stream()
                .filter(studio.lightProperty().get()::lacks)
                .toList();
    }

    private void show() {
        boolean works = running.isPresent();
        bar.setVisible(works);
        button.setText(text(works ? "light.cancel" : "light.go"));
        if (works) {
            button.setVisible(true);
            said.setText(text("light.working"));
            return;
        }
        int missing = missing().size();
        int all = studio.pictures().count();
        int unread = studio.lightProperty().get().unread();
        button.setVisible(missing > 0);
        said.setText(text(unread > 0 ? "light.unread" : "light.done", all - missing, all, unread));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Measurement.class, key, arguments);
    }
}
