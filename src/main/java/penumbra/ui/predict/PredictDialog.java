package penumbra.ui.predict;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import penumbra.model.LabelledImage;
import penumbra.run.PredictOrder;
import penumbra.store.Proposals;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Sentence;
import penumbra.ui.Studio;
import penumbra.ui.Theme;
import penumbra.ui.file.Form;
import penumbra.ui.file.Words;

/// Asks which network is to look at which pictures, and how.
public final class PredictDialog {

    /// Which pictures.
    enum Reach {
        SHOWN,
        FOUND,
        UNLABELLED
    }

    private static final int AS_TRAINED = 0;
    private static final List<Integer> SIDES = List.of(AS_TRAINED, 320, 480, 640, 960, 1280);
    private static final List<Integer> LOOKS = List.of(1, 5, 9, 17);
    private static final List<Integer> EPOCHS = List.of(0, 2, 4);

    private final Studio studio;
    private final Dialog<PredictOrder> dialog = new Dialog<>();
    private final ComboBox<Reach> reach = new ComboBox<>();
    private final ComboBox<String> weights = new ComboBox<>();
    private final Spinner<Integer> confidence = new Spinner<>(1, 99, 25, 5);
    private final ComboBox<Integer> side = new ComboBox<>();
    private final ComboBox<Integer> looks = new ComboBox<>();
    private final ComboBox<Integer> epochs = new ComboBox<>();
    private final Label fault = new Label();
    private final ButtonType ask = new ButtonType(text("predict.ask"), ButtonData.OK_DONE);

    /// @param background looks for networks
    public PredictDialog(Window owner, Studio studio, Background background) {
        this.studio = studio;
        dialog.initOwner(owner);
        dialog.setTitle(text("predict.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(form());
        dialog.getDialogPane()
                .getButtonTypes()
                .addAll(ask, new ButtonType(text("predict.cancel"), ButtonData.CANCEL_CLOSE));
        dialog.setResultConverter(button -> button == ask ? order() : null);
        dialog.getDialogPane()
                .lookupButton(ask)
                .disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> path().isEmpty() || pictures(reach.getValue()).isEmpty(),
                                weights.getEditor().textProperty(),
                                reach.valueProperty()));
        Theme.dress(dialog.getDialogPane().getScene());
        Optional<Path> last = last(studio.proposals().allProperty().get());
        background.start(
                text("predict.looking"),
                _ -> KnownWeights.of(studio.file().folder(), last),
                this::offer,
                failure -> fault.setText(Sentence.of(failure)));
    }

    /// Shows the dialog and hands over what a person asked for.
    public void show(Consumer<PredictOrder> asked) {
        dialog.setOnHidden(_ -> Optional.ofNullable(dialog.getResult()).ifPresent(asked));
        dialog.show();
    }

    /// The network that was asked last.
    private static Optional<Path> last(Proposals proposals) {
        return Optional.ofNullable(proposals.pictures().lastEntry())
                .map(e -> Path.of(e.getValue().weights()));
    }

    private void offer(List<Path> known) {
        weights.getItems().setAll(known.stream().map(Path::toString).toList());
        if (weights.getEditor().getText().isEmpty() && !known.isEmpty()) {
            weights.setValue(known.getFirst().toString());
        }
        fault.setText(known.isEmpty() ? text("predict.none") : "");
    }

    private Node form() {
        reach.setId("predict-reach");
        reach.getItems().setAll(Reach.values());
        reach.setConverter(
                new Words<>(r ->
                        text("predict." + r.name().toLowerCase(Locale.ROOT), pictures(r).size())));
        reach.setValue(Reach.SHOWN);
        weights.setId("predict-weights");
        weights.setEditable(true);
        weights.getEditor().setPrefColumnCount(38);
        HBox.setHgrow(weights, Priority.ALWAYS);
        Button choose = new Button(text("predict.choose"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(_ -> choose());
        confidence.setEditable(true);
        confidence.setPrefWidth(100);
        side.getItems().setAll(SIDES);
        side.setConverter(
                new Words<>(n -> n == AS_TRAINED ? text("predict.trained") : n.toString()));
        side.setValue(AS_TRAINED);
        confidence.setId("predict-confidence");
        side.setId("predict-side");
        looks.getItems().setAll(LOOKS);
        looks.setConverter(new Words<>(n -> text(n == 1 ? "predict.once" : "predict.times", n)));
        looks.setValue(LOOKS.getFirst());
        epochs.setId("predict-epochs");
        epochs.getItems().setAll(EPOCHS);
        epochs.setConverter(new Words<>(n -> text(n == 0 ? "predict.last" : "predict.earlier", n)));
        epochs.setValue(EPOCHS.getFirst());
        Form form = new Form();
        form.row(text("predict.pictures"), reach);
        form.row(text("predict.weights"), new HBox(8, weights, choose));
        form.row(text("predict.confidence"), confidence);
        form.row(text("predict.side"), side);
        form.row(text("predict.looks"), looks);
        form.row(text("predict.epochs"), epochs);
        Label note = new Label(text("predict.note"));
        note.getStyleClass().add("hint");
        fault.setId("predict-fault");
        for (Label label : List.of(note, fault)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.setMaxWidth(560);
        }
        return new VBox(12, form.node(), note, fault);
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(text("predict.weights"));
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                text("predict.kind"), "*.safetensors", "*.pt", "*.onnx"));
        Optional.ofNullable(chooser.showOpenDialog(dialog.getOwner()))
                .map(File::toString)
                .ifPresent(weights::setValue);
    }

    private List<String> pictures(Reach wanted) {
        return switch (wanted) {
            case SHOWN -> studio.pictureProperty().get().map(LabelledImage::path).stream().toList();
            case FOUND -> studio.pictures().shown().stream().map(LabelledImage::path).toList();
            case UNLABELLED ->
                    studio.project().images().stream()
                            .filter(i -> i.targets().isEmpty())
                            .map(LabelledImage::path)
                            .toList();
        };
    }

    private Optional<Path> path() {
        try {
            String typed = weights.getEditor().getText().strip();
            return typed.isEmpty() ? Optional.empty() : Optional.of(Path.of(typed));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private PredictOrder order() {
        return new PredictOrder(
                studio.file().path(),
                path().orElseThrow().toAbsolutePath(),
                confidence.getValue() / 100.0,
                side.getValue(),
                looks.getValue(),
                epochs.getValue(),
                Predicting.files(studio, pictures(reach.getValue())));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(PredictDialog.class, key, arguments);
    }
}
