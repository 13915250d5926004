package penumbra.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import penumbra.edit.tool.PlateTool;
import penumbra.text.Texts;
import penumbra.ui.Commands;
import penumbra.ui.Fx;
import penumbra.ui.Shortcut;
import penumbra.ui.Studio;
import penumbra.ui.canvas.CanvasState;

/// The strip above the canvas: what the pointer is for, the class of the next plate, the view.
final class ToolStrip {

    private final CanvasState state;
    private final Commands commands;
    private final HBox node = new HBox(10);

    ToolStrip(Studio studio, CanvasState state, Commands commands) {
        this.state = state;
        this.commands = commands;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        node.getChildren()
                .addAll(
                        tools(),
                        new Label(Texts.of(ToolStrip.class, "tools.class")),
                        classes(studio),
                        gap,
                        button(Shortcut.FIT, MaterialDesignF.FIT_TO_PAGE_OUTLINE),
                        button(Shortcut.ACTUAL_SIZE, MaterialDesignN.NUMERIC_1_BOX_OUTLINE),
                        button(Shortcut.ZOOM_TO_PLATE, MaterialDesignM.MAGNIFY_SCAN));
        node.setAlignment(Pos.CENTER_LEFT);
        node.setPadding(new Insets(6, 10, 6, 10));
        node.getStyleClass().add("tool-strip");
    }

    Node node() {
        return node;
    }

    private Node tools() {
        List<ToggleButton> buttons = new ArrayList<>();
        buttons.add(
                tool(
                        Texts.of(ToolStrip.class, "tools.edit"),
                        Shortcut.EDIT_POINTS,
                        MaterialDesignC.CURSOR_DEFAULT_OUTLINE,
                        Optional.empty()));
        for (PlateTool way : PlateTool.ALL) {
            boolean clicks = way.id().equals("four-clicks");
            buttons.add(
                    tool(
                            way.label(),
                            clicks ? Shortcut.FOUR_CLICKS : Shortcut.TWO_DRAGS,
                            clicks
                                    ? MaterialDesignV.VECTOR_SQUARE
                                    : MaterialDesignG.GESTURE_SWIPE_VERTICAL,
                            Optional.of(way)));
        }
        SegmentedButton all = new SegmentedButton();
        all.getButtons().setAll(buttons);
        all.setToggleGroup(null);
        return all;
    }

    private ToggleButton tool(String label, Shortcut shortcut, Ikon icon, Optional<PlateTool> way) {
        ToggleButton button = new ToggleButton(label, new FontIcon(icon));
        button.setId("tool-" + shortcut.id());
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(commands.keymap().hint(shortcut)));
        state.plateToolProperty().subscribe(now -> button.setSelected(now.equals(way)));
        button.setOnAction(_ -> {
            commands.run(shortcut);
            button.setSelected(true);
        });
        commands.on(shortcut, () -> state.plateToolProperty().set(way));
        return button;
    }

    private static Node classes(Studio studio) {
        ComboBox<String> classes = new ComboBox<>();
        classes.getItems().setAll(studio.schema().classNames());
        classes.setVisibleRowCount(16);
        classes.setId("next-class");
        classes.setFocusTraversable(false);
        classes.setTooltip(new Tooltip(Texts.of(ToolStrip.class, "tools.class.hint")));
        classes.setAccessibleText(Texts.of(ToolStrip.class, "tools.class"));
        Fx.whileShown(
                classes,
                () ->
                        studio.currentClassProperty()
                                .subscribe(index ->
                                        classes.getSelectionModel().select(index.intValue())));
        classes.getSelectionModel()
                .selectedIndexProperty()
                .subscribe((_, index) -> studio.currentClassProperty().set(index.intValue()));
        return classes;
    }

    private Button button(Shortcut shortcut, Ikon icon) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(commands.keymap().hint(shortcut)));
        button.setAccessibleText(shortcut.label());
        button.setOnAction(_ -> commands.run(shortcut));
        return button;
    }
}
