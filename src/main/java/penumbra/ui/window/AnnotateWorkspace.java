package penumbra.ui.window;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import penumbra.data.Display;
import penumbra.edit.tool.Tool;
import penumbra.plot.Skin;
import penumbra.text.Texts;
import penumbra.ui.Commands;
import penumbra.ui.Fx;
import penumbra.ui.Keymap;
import penumbra.ui.ProjectView;
import penumbra.ui.Shortcut;
import penumbra.ui.Studio;
import penumbra.ui.calibrate.Around;
import penumbra.ui.calibrate.LookPairs;
import penumbra.ui.calibrate.SecondLookWindow;
import penumbra.ui.canvas.CanvasInput;
import penumbra.ui.canvas.CanvasState;
import penumbra.ui.canvas.CarryOn;
import penumbra.ui.canvas.ClassPicker;
import penumbra.ui.canvas.HandleDrag;
import penumbra.ui.canvas.PictureCanvas;
import penumbra.ui.canvas.PictureLoading;
import penumbra.ui.canvas.ProposalKeys;
import penumbra.ui.canvas.Snapping;
import penumbra.ui.inspect.DisplayPanel;
import penumbra.ui.inspect.Inspector;
import penumbra.ui.list.PictureList;
import penumbra.ui.list.Previews;
import penumbra.ui.overlay.OverlayPanel;
import penumbra.ui.overlay.OverlayStack;
import penumbra.ui.overlay.RecordingFiles;
import penumbra.ui.schema.SchemaDialog;

/// The workspace in which labels are made: pictures to the left, canvas in the middle, inspector to
/// the right.
public final class AnnotateWorkspace {

    private static final double BRIGHTER = 0.5;
    private static final double MORE_GAMMA = 1.2;
    private static final double ZOOM_STEP = 1.25;

    private final Studio studio;
    private final CanvasState state;
    private final PictureCanvas canvas;
    private final OverlayStack overlays;
    private final ProposalKeys proposals;
    private final StackPane middle;
    private final VBox area;
    private final TabPane side;
    private final FocusRound round;
    private final SplitPane node;

    AnnotateWorkspace(
            Studio studio,
            CanvasState state,
            ProjectView splits,
            StudioWindow window,
            StatusStrip status) {
        this.studio = studio;
        this.state = state;
        Commands commands = window.commands();
        Keymap keymap = commands.keymap();
        overlays = new OverlayStack(window.settings().overlays());
        canvas = new PictureCanvas(studio, state, overlays);
        Fx.whileShown(
                canvas,
                () ->
                        studio.looksProperty()
                                .subscribe(looks ->
                                        overlays.setPairs(LookPairs.of(looks, studio.schema()))));
        new HandleDrag(canvas, state, overlays);
        new CanvasInput(studio, state, canvas, keymap);
        new PictureLoading(
                studio,
                state,
                canvas,
                window.pictures(),
                Fx::later,
                sentence -> window.notices().fail(sentence));
        PictureList list =
                new PictureList(
                        studio,
                        new Previews(window.thumbnails(), studio.file(), Fx::later),
                        keymap,
                        window.pool(),
                        Fx::later);
        Node strip = new ToolStrip(studio, state, commands).node();
        middle = new StackPane(canvas);
        if (!window.settings().hintSeen()) {
            middle.getChildren().add(FirstSteps.of(keymap, window::dismissHint));
        }
        VBox.setVgrow(middle, Priority.ALWAYS);
        Node inspector = new Inspector(studio, state, commands).node();
        VBox.setVgrow(inspector, Priority.ALWAYS);
        TabPane right =
                new TabPane(
                        tab(
                                "tab.plate",
                                new VBox(inspector, new DisplayPanel(state, keymap).node())),
                        tab(
                                "tab.overlays",
                                new OverlayPanel(
                                                overlays,
                                                commands,
                                                new RecordingFiles(
                                                        studio.file().runs(), window.background()))
                                        .node()));
        right.getStyleClass().addAll("side", "dense");
        right.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        right.setId("side");
        right.getTabs().stream()
                .filter(tab -> tab.getId().equals(splits.tab()))
                .forEach(right.getSelectionModel()::select);
        side = right;
        right.setAccessibleText(Texts.of(AnnotateWorkspace.class, "side.name"));
        area = new VBox(strip, middle);
        node = new SplitPane(list.node(), area, right);
        node.setDividerPositions(splits.list(), splits.inspector());
        SplitPane.setResizableWithParent(list.node(), false);
        SplitPane.setResizableWithParent(right, false);
        round = new FocusRound(List.of(list.pictures(), canvas, right));
        canvas.sceneProperty()
                .subscribe(
                        scene -> Optional.ofNullable(scene).ifPresent(_ -> canvas.requestFocus()));
        Consumer<String> tell = sentence -> window.notices().tell(sentence);
        proposals = new ProposalKeys(studio, state);
        Fx.whileShown(canvas, proposals::follow);
        new LabelCommands(studio, state, proposals, tell).addTo(commands);
        ClassCommands classes = new ClassCommands(studio, tell);
        ClassPicker picker = new ClassPicker(studio::schema, classes::choose, canvas::requestFocus);
        middle.getChildren().add(picker.node());
        commands.on(Shortcut.CLASS_SEARCH, picker::open);
        commands.on(
                Shortcut.SCHEMA,
                () -> new SchemaDialog(window.stage(), studio.project()).show(studio::apply));
        commands.on(Shortcut.SECOND_LOOK, () -> secondLook(window));
        commands.on(Shortcut.SEARCH, list::focusSearch);
        commands.on(Shortcut.SNAP, new Snapping(studio, state, window.background(), tell)::snap);
        CarryOn carryOn =
                new CarryOn(studio, state, window.pictures(), window.background(), Fx::later, tell);
        commands.on(Shortcut.CARRY_ON, carryOn::carry);
        commands.onOther(
                event -> carryOn.press(event) || proposals.press(event) || classes.press(event));
        addViewCommands(commands);
        SimpleStringProperty hint = new SimpleStringProperty();
        hint.bind(
                Bindings.createStringBinding(
                        () -> hint(keymap),
                        canvas.toolProperty(),
                        state.proposalProperty(),
                        state.predictionsProperty(),
                        studio.pictureProperty()));
        status.show(studio, state, hint);
    }

    private String hint(Keymap keymap) {
        return canvas.toolProperty().get().map(Tool::hint).orElseGet(() -> idleHint(keymap));
    }

    private String idleHint(Keymap keymap) {
        boolean proposed =
                studio.pictureProperty()
                        .get()
                        .filter(p -> !state.proposedFor(p.id()).isEmpty())
                        .isPresent();
        int predicted = state.predictionsProperty().get().size();
        if (proposed || predicted > 0) {
            return proposed
                    ? Texts.of(AnnotateWorkspace.class, "hint.proposal")
                    : Texts.of(AnnotateWorkspace.class, "hint.predicted", predicted);
        }
        return Texts.of(
                AnnotateWorkspace.class,
                "hint.edit",
                keymap.text(Shortcut.FOUR_CLICKS),
                keymap.text(Shortcut.TWO_DRAGS));
    }

    private static Tab tab(String name, Node content) {
        Tab tab = new Tab(Texts.of(AnnotateWorkspace.class, name), content);
        tab.setId(name);
        return tab;
    }

    /// How the overlays are set, to be remembered.
    Map<String, Map<String, Object>> overlays() {
        return overlays.stored();
    }

    /// The canvas and what lies over it, to be shown by another workspace until [#node] is.
    Node lend() {
        return middle;
    }

    /// Decides about what a network found in the picture.
    ProposalKeys proposals() {
        return proposals;
    }

    /// This workspace, with its canvas back. The keyboard's way round its areas.
    FocusRound round() {
        return round;
    }

    Node node() {
        if (!area.getChildren().contains(middle)) {
            area.getChildren().add(middle);
        }
        return node;
    }

    /// Where labels are drawn.
    public PictureCanvas canvas() {
        return canvas;
    }

    /// How the picture is shown.
    public CanvasState state() {
        return state;
    }

    /// How the project is looked at now.
    ProjectView view() {
        double[] splits = node.getDividerPositions();
        return ProjectViews.note(
                studio,
                state,
                ProjectView.FIRST
                        .withSplits(splits[0], splits[1])
                        .withTab(side.getSelectionModel().getSelectedItem().getId()));
    }

    private void secondLook(StudioWindow window) {
        new SecondLookWindow(
                        new Around(
                                window.stage(),
                                studio,
                                window.settings().annotator(),
                                display(),
                                window.commands().keymap(),
                                window.pictures(),
                                window.background(),
                                window.pool(),
                                window.dark() ? Skin.DARK : Skin.LIGHT),
                        () -> window.commands().run(Shortcut.ZOOM_TO_PLATE))
                .show();
    }

    private void addViewCommands(Commands commands) {
        commands.on(Shortcut.FIT, state::fit);
        commands.on(Shortcut.ACTUAL_SIZE, state::actualSize);
        commands.on(Shortcut.ZOOM_IN, () -> state.zoom(ZOOM_STEP));
        commands.on(Shortcut.ZOOM_OUT, () -> state.zoom(1 / ZOOM_STEP));
        commands.on(
                Shortcut.ZOOM_TO_PLATE,
                () -> studio.selected().flatMap(t -> t.extent()).ifPresent(state::zoomTo));
        commands.on(Shortcut.BRIGHTER, () -> set(display().exposedBy(BRIGHTER)));
        commands.on(Shortcut.DARKER, () -> set(display().exposedBy(-BRIGHTER)));
        commands.on(Shortcut.MORE_GAMMA, () -> setGamma(display().gamma() * MORE_GAMMA));
        commands.on(Shortcut.LESS_GAMMA, () -> setGamma(display().gamma() / MORE_GAMMA));
        commands.on(Shortcut.CHANNEL, () -> set(display().withChannel(nextChannel())));
        commands.on(Shortcut.DISPLAY_RESET, () -> set(Display.NEUTRAL));
        commands.on(
                Shortcut.STICKER,
                () -> state.stickersProperty().set(!state.stickersProperty().get()));
    }

    private Display.Channel nextChannel() {
        Display.Channel[] all = Display.Channel.values();
        return all[(display().channel().ordinal() + 1) % all.length];
    }

    private void setGamma(double gamma) {
        set(display().withGamma(Math.clamp(gamma, 1 / Display.MOST_GAMMA, Display.MOST_GAMMA)));
    }

    private Display display() {
        return state.displayProperty().get();
    }

    private void set(Display display) {
        state.displayProperty().set(display);
    }
}
