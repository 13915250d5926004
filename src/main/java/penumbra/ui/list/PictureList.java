package penumbra.ui.list;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import penumbra.edit.Step;
import penumbra.edit.filter.ImageFilter;
import penumbra.edit.filter.Knowledge;
import penumbra.geometry.CameraMatrix;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.plot.dataset.Light;
import penumbra.pose.TargetPose;
import penumbra.store.Proposals;
import penumbra.text.Texts;
import penumbra.ui.Fx;
import penumbra.ui.Keymap;
import penumbra.ui.PendingProposals;
import penumbra.ui.Pictures;
import penumbra.ui.Studio;

/// The pictures of the project with their state, and a line to search among them. Choosing one
/// shows it.
public final class PictureList {

    private final Studio studio;
    private final ListView<LabelledImage> list = new ListView<>();
    private final Label counts = new Label();
    private final SearchLine search;
    private final VBox node;
    private final Executor worker;
    private final Executor owner;
    private final AtomicInteger searches = new AtomicInteger();

    /// @param worker searches
    /// @param owner runs tasks on the thread of the window
    public PictureList(
            Studio studio, Previews previews, Keymap keymap, Executor worker, Executor owner) {
        this.studio = studio;
        this.worker = worker;
        this.owner = owner;
        search =
                new SearchLine(
                        studio.schema(),
                        studio.searchProperty(),
                        this::search,
                        list::requestFocus,
                        keymap);
        list.setItems(studio.pictures().shown());
        list.setCellFactory(_ -> new PictureCell(studio::schema, previews));
        list.setFixedCellSize(PictureCell.HEIGHT);
        list.setId("pictures");
        list.setAccessibleText(text("list.name"));
        list.setPlaceholder(new Label(text("list.empty")));
        list.getSelectionModel().selectedItemProperty().subscribe((_, chosen) -> show(chosen));
        Fx.whileShown(list, () -> studio.pictureProperty().subscribe(this::follow));
        Fx.whileShown(list, () -> studio.onStep(this::take));
        Fx.whileShown(
                list,
                () -> studio.proposals().takenProperty().subscribe((_, _) -> search.search()));
        counts.getStyleClass().add("counts");
        counts.setPadding(new Insets(0, 4, 0, 4));
        VBox.setVgrow(list, Priority.ALWAYS);
        node = new VBox(6, search.node(), counts, list);
        node.getStyleClass().add("picture-list");
        node.setPadding(new Insets(8));
        search.search();
    }

    public Node node() {
        return node;
    }

    /// The list itself, where arrows go from picture to picture.
    public Node pictures() {
        return list;
    }

    /// Puts the caret into the search line.
    public void focusSearch() {
        search.focus();
    }

    private void show(LabelledImage chosen) {
        if (chosen != null) {
            studio.show(chosen.id());
        }
    }

    /// Selects the picture that is shown, and scrolls to it when it is out of sight.
    private void follow(Optional<LabelledImage> picture) {
        int at = picture.map(p -> studio.pictures().place(p.id())).orElse(-1);
        if (at < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != at) {
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(Math.max(0, at - 2));
        }
    }

    /// Searches on a worker; the line typed last counts, and a search that it overtakes ends early.
    private void search(ImageFilter filter) {
        int turn = searches.incrementAndGet();
        Schema schema = studio.schema();
        List<LabelledImage> all = studio.pictures().all();
        Proposals proposals = studio.proposals().allProperty().get();
        Light light = studio.lightProperty().get();
        Optional<CameraMatrix> camera = studio.cameraProperty().get();
        Knowledge known =
                new Knowledge(
                        image -> PendingProposals.undecided(proposals, image).size(),
                        target ->
                                camera.map(c -> TargetPose.distance(target, schema, c))
                                        .orElse(OptionalDouble.empty()),
                        light::exposure,
                        light::brightness);
        Predicate<LabelledImage> wanted =
                image -> searches.get() == turn && filter.matches(image, schema, known);
        CompletableFuture.supplyAsync(() -> Pictures.find(all, wanted), worker)
                .thenAcceptAsync(found -> take(turn, found), owner);
    }

    private void take(int turn, Pictures.Found found) {
        if (searches.get() == turn) {
            studio.pictures().show(found);
            follow(studio.pictureProperty().get());
            count();
        }
    }

    /// Takes in what a step changed: pictures that came or went are searched anew.
    private void take(Step step) {
        boolean cameOrWent =
                step.edits().stream().anyMatch(e -> e.before().isEmpty() || e.after().isEmpty());
        boolean otherStates =
                step.edits().stream()
                        .anyMatch(e ->
                                !e.before()
                                        .map(LabelledImage::state)
                                        .equals(e.after().map(LabelledImage::state)));
        if (cameOrWent) {
            search.search();
        } else if (otherStates) {
            count();
        }
    }

    private void count() {
        Map<LabelState, Integer> of = new EnumMap<>(LabelState.class);
        studio.pictures().shown().forEach(image -> of.merge(image.state(), 1, Integer::sum));
        int shown = studio.pictures().shown().size();
        int done = shown - of.getOrDefault(LabelState.UNLABELLED, 0);
        counts.setText(text("list.counts", shown, studio.pictures().count(), done));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(PictureList.class, key, arguments);
    }
}
