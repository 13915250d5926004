package penumbra.ui.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import penumbra.data.PictureCache;
import penumbra.plot.run.ErrorCharts;
import penumbra.text.Texts;
import penumbra.ui.Fx;

/// Plates of the validation part after the newest epoch, the worst first.
final class PictureStrip {

    private static final int MOST = 40;

    private final TrainState state;
    private final PictureCache pictures;
    private final Path folder;
    private final Label count = new Label();
    private final Button all = new Button(Texts.of(PictureStrip.class, "strip.all"));
    private final FlowPane cells = new FlowPane(10, 10);
    private final VBox node;

    /// @param folder of the project, where the pictures of a run are sought whose own data are gone
    PictureStrip(TrainState state, PictureCache pictures, Path folder) {
        this.state = state;
        this.pictures = pictures;
        this.folder = folder;
        all.setId("train-strip-all");
        all.setMnemonicParsing(false);
        all.getStyleClass().add("small");
        all.setOnAction(_ -> state.behindProperty().set(0));
        HBox line = new HBox(10, count, all);
        line.setPadding(new Insets(8, 10, 0, 10));
        cells.setPadding(new Insets(10));
        cells.setId("train-plates");
        ScrollPane scroll = new ScrollPane(cells);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node = new VBox(line, scroll);
    }

    Node node() {
        return node;
    }

    /// Whether all pictures that are to be seen are seen.
    boolean settled() {
        return cells().stream().allMatch(PlateCell::settled);
    }

    List<PlateCell> cells() {
        return cells.getChildren().stream().map(PlateCell.class::cast).toList();
    }

    void show(Shown shown) {
        double least = state.behindProperty().get();
        boolean pixels = shown.options().unit() == ErrorCharts.Unit.PIXELS;
        List<PlateRank> ranked =
                PlateRank.worstFirst(
                                shown.plates(), shown.options().against(), shown.history().bars())
                        .stream()
                        .filter(r -> (pixels ? r.worst() : r.normalised()) >= least)
                        .toList();
        all.setVisible(least > 0);
        count.setText(
                Texts.of(
                        PictureStrip.class,
                        least > 0 ? "strip.behind." + (pixels ? "px" : "nme") : "strip.worst",
                        Math.min(MOST, ranked.size()),
                        shown.plates().size(),
                        least));
        List<PlateCell> next = new ArrayList<>();
        for (PlateRank rank : ranked.subList(0, Math.min(MOST, ranked.size()))) {
            next.add(cell(rank, shown));
        }
        cells.getChildren().setAll(next);
    }

    private PlateCell cell(PlateRank rank, Shown shown) {
        List<String> classes = shown.schema().classNames();
        int index = rank.plate().classIndex();
        PlateCell cell =
                new PlateCell(
                        rank,
                        index < classes.size() ? classes.get(index) : Integer.toString(index),
                        () -> {
                            state.plateProperty().set(Optional.of(rank.plate()));
                            state.pageProperty().set(Page.SURFACE);
                        });
        Path root = shown.run().pictures().orElse(folder);
        pictures.get(root.resolve(rank.plate().picture()))
                .whenComplete((picture, failure) ->
                        Fx.later(() -> {
                            if (failure == null) {
                                cell.show(picture);
                            } else {
                                cell.showNothing();
                            }
                        }));
        return cell;
    }
}
