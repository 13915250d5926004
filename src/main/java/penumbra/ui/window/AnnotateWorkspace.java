package penumbra.ui.window;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
import penumbra.text.Texts;
import penumbra.ui.Commands;
import penumbra.ui.Fx;
import penumbra.ui.Shortcut;
import penumbra.ui.Studio;
import penumbra.ui.canvas.CanvasInput;
import penumbra.ui.canvas.CanvasState;
import penumbra.ui.canvas.CarryOn;
import penumbra.ui.canvas.HandleDrag;
import penumbra.ui.canvas.PictureCanvas;
import penumbra.ui.canvas.PictureLoading;
import penumbra.ui.canvas.Snapping;
import penumbra.ui.inspect.DisplayPanel;
import penumbra.ui.inspect.Inspector;
import penumbra.ui.list.PictureList;
import penumbra.ui.list.Previews;
import penumbra.ui.overlay.OverlayPanel;
import penumbra.ui.overlay.OverlayStack;

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
    private final SplitPane node;

    AnnotateWorkspace(Studio studio, CanvasState state, StudioWindow window, StatusStrip status) {
        this.studio = studio;
        this.state = state;
        Commands commands = window.commands();
        overlays = new OverlayStack(window.settings().overlays());
        canvas = new PictureCanvas(studio, state, overlays);
        new HandleDrag(canvas, state, overlays);
        new CanvasInput(studio, state, canvas);
        new PictureLoading(
                studio,
                state,
                window.pictures(),
                Fx::later,
                sentence -> window.notices().fail(sentence));
        PictureList list =
                new PictureList(
                        studio, new Previews(window.thumbnails(), studio.file(), Fx::later));
        Node strip = new ToolStrip(studio, state, commands).node();
        StackPane middle = new StackPane(canvas);
        if (!window.settings().hintSeen()) {
            middle.getChildren().add(FirstSteps.of(window::dismissHint));
        }
        VBox.setVgrow(middle, Priority.ALWAYS);
        Node inspector = new Inspector(studio, state).node();
        VBox.setVgrow(inspector, Priority.ALWAYS);
        TabPane right =
                new TabPane(
                        tab("tab.plate", new VBox(inspector, new DisplayPanel(state).node())),
                        tab("tab.overlays", new OverlayPanel(overlays, commands).node()));
        right.getStyleClass().addAll("side", "dense");
        right.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        right.setId("side");
        right.setAccessibleText(Texts.of(AnnotateWorkspace.class, "side.name"));
        node = new SplitPane(list.node(), new VBox(strip, middle), right);
        node.setDividerPositions(window.settings().list(), window.settings().inspector());
        SplitPane.setResizableWithParent(list.node(), false);
        SplitPane.setResizableWithParent(right, false);
        new LabelCommands(studio, state, sentence -> window.notices().tell(sentence))
                .addTo(commands);
        commands.on(Shortcut.SEARCH, list::focusSearch);
        FocusRound round = new FocusRound(List.of(list.pictures(), canvas, right));
        commands.on(Shortcut.NEXT_AREA, () -> round.go(1));
        commands.on(Shortcut.PREVIOUS_AREA, () -> round.go(-1));
        canvas.sceneProperty()
                .subscribe(
                        scene -> Optional.ofNullable(scene).ifPresent(_ -> canvas.requestFocus()));
        Consumer<String> tell = sentence -> window.notices().tell(sentence);
        commands.on(Shortcut.SNAP, new Snapping(studio, state, window.background(), tell)::snap);
        commands.on(
                Shortcut.CARRY_ON,
                new CarryOn(studio, window.pictures(), window.background(), Fx::later, tell)
                        ::carry);
        addViewCommands(commands);
        SimpleStringProperty hint = new SimpleStringProperty();
        hint.bind(
                canvas.toolProperty()
                        .map(tool ->
                                tool.map(Tool::hint)
                                        .orElse(Texts.of(AnnotateWorkspace.class, "hint.edit"))));
        status.show(studio, state, hint);
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

    Node node() {
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

    /// Shares of the width left of the canvas and up to the inspector.
    List<Double> splits() {
        double[] positions = node.getDividerPositions();
        return List.of(positions[0], positions[1]);
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
