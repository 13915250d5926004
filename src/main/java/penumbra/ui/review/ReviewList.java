package penumbra.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import penumbra.edit.Step;
import penumbra.model.LabelledImage;
import penumbra.store.Proposals;
import penumbra.text.Texts;
import penumbra.ui.Fx;
import penumbra.ui.Studio;
import penumbra.ui.file.Words;

/// What there is to review, found on a worker. What was decided stays in its place with a mark, so
/// that undo leads back to it.
final class ReviewList {

    private final Studio studio;
    private final ObjectProperty<Kind> kind;
    private final Executor pool;
    private final Consumer<Optional<Item>> chosen;
    private final ComboBox<Kind> kinds = new ComboBox<>();
    private final ListView<Item> list = new ListView<>();
    private final Label count = new Label();
    private final Label nothing = new Label();
    private final AtomicInteger searches = new AtomicInteger();
    private final Progress progress;
    private final VBox node;

    /// @param kind what is reviewed, also before this list and after it
    /// @param chosen gets the item that is to be decided now
    ReviewList(
            Studio studio,
            ObjectProperty<Kind> kind,
            Executor pool,
            Consumer<Optional<Item>> chosen) {
        this.studio = studio;
        this.kind = kind;
        this.pool = pool;
        this.chosen = chosen;
        kinds.setId("review-kind");
        kinds.getItems().setAll(Kind.values());
        kinds.setConverter(new Words<>(Kind::label));
        kinds.setAccessibleText(text("review.kind"));
        kinds.setMaxWidth(Double.MAX_VALUE);
        kinds.setValue(kind.get());
        kinds.valueProperty()
                .subscribe((_, now) -> {
                    kind.set(now);
                    search();
                });
        Button again = new Button("", new FontIcon(MaterialDesignR.REFRESH));
        again.setId("review-again");
        again.setTooltip(new Tooltip(text("review.again")));
        again.setAccessibleText(text("review.again"));
        again.setOnAction(_ -> search());
        HBox.setHgrow(kinds, Priority.ALWAYS);
        list.setId("review-list");
        list.setAccessibleText(text("review.list"));
        list.setCellFactory(_ -> new ItemCell(studio));
        list.setFixedCellSize(ItemCell.HEIGHT);
        nothing.setWrapText(true);
        nothing.setMinHeight(Region.USE_PREF_SIZE);
        nothing.setPadding(new Insets(12));
        nothing.getStyleClass().add("hint");
        list.setPlaceholder(nothing);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe((_, item) -> chosen.accept(Optional.ofNullable(item)));
        count.getStyleClass().add("counts");
        count.setId("review-count");
        VBox.setVgrow(list, Priority.ALWAYS);
        node = new VBox(6, new HBox(6, kinds, again), count, list);
        node.setPadding(new Insets(8));
        node.getStyleClass().add("picture-list");
        progress = new Progress(studio);
        Fx.whileShown(node, () -> studio.onStep(this::stepped));
        Fx.whileShown(node, () -> studio.proposals().allProperty().subscribe(this::changed));
        Fx.whileShown(node, () -> studio.proposals().takenProperty().subscribe(_ -> search()));
    }

    Node node() {
        return node;
    }

    Optional<Item> current() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /// To the item so many places further.
    void step(int by) {
        int to = list.getSelectionModel().getSelectedIndex() + by;
        if (to >= 0 && to < list.getItems().size()) {
            go(to);
        }
    }

    /// To the next item that is not decided, from the beginning when there is none behind this one.
    ///
    /// @return false when all are decided
    boolean advance() {
        int size = list.getItems().size();
        int from = list.getSelectionModel().getSelectedIndex();
        Optional<Integer> next =
                IntStream.rangeClosed(1, size)
                        .map(i -> Math.floorMod(from + i, size))
                        .filter(i -> !progress.has(i))
                        .boxed()
                        .findFirst();
        next.ifPresent(this::go);
        return next.isPresent();
    }

    /// To the item about a target, or about its picture as a whole.
    void select(long imageId, UUID target) {
        IntStream.range(0, list.getItems().size())
                .filter(i -> {
                    Item item = list.getItems().get(i);
                    return item.imageId() == imageId
                            && item.target().filter(t -> !t.id().equals(target)).isEmpty();
                })
                .findFirst()
                .ifPresent(this::go);
    }

    private void go(int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - 3));
    }

    /// Finds anew what there is to review.
    private void search() {
        int turn = searches.incrementAndGet();
        Kind wanted = kind.get();
        Proposals proposals = studio.proposals().allProperty().get();
        Items items =
                new Items(
                        studio.pictures().all(),
                        studio.schema(),
                        proposals,
                        studio.lightProperty().get(),
                        studio.file().runs(),
                        studio.file().path());
        CompletableFuture.supplyAsync(() -> items.of(wanted), pool)
                .thenAcceptAsync(found -> show(turn, wanted, found), Fx::later);
    }

    private void show(int turn, Kind wanted, List<Item> found) {
        if (searches.get() != turn) {
            return;
        }
        nothing.setText(text("none." + wanted.id()));
        list.getItems().setAll(found);
        progress.begin(found);
        refresh();
        if (found.isEmpty()) {
            chosen.accept(Optional.empty());
        } else {
            go(0);
        }
    }

    private void stepped(Step step) {
        step.edits().forEach(e -> progress.look(e.imageId()));
        refresh();
    }

    /// Looks again at the pictures for which something else is proposed or dismissed.
    private void changed(Proposals before, Proposals now) {
        for (LabelledImage picture : studio.project().images()) {
            if (before.pictures().get(picture.path()) != now.pictures().get(picture.path())) {
                progress.look(picture.id());
            }
        }
        refresh();
    }

    private void refresh() {
        list.refresh();
        count.setText(text("review.count", progress.count(), list.getItems().size()));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(ReviewList.class, key, arguments);
    }
}
