package penumbra.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import penumbra.text.Texts;
import penumbra.ui.Commands;
import penumbra.ui.Language;
import penumbra.ui.Shortcut;
import penumbra.ui.Theme;

/// The menu.
final class Menus {

    private final StudioWindow window;
    private final Doors doors;

    Menus(StudioWindow window, Doors doors) {
        this.window = window;
        this.doors = doors;
    }

    MenuBar bar() {
        MenuBar bar = new MenuBar(file(), edit(), label(), pictures(), view(), help());
        bar.setId("menu");
        return bar;
    }

    private Menu file() {
        Menu recent = new Menu(text("menu.recent"));
        window.settings().recent().forEach(name -> recent.getItems().add(recent(name)));
        recent.setDisable(recent.getItems().isEmpty());
        MenuItem sample = new MenuItem(text("menu.sample"));
        sample.setDisable(!doors.hasSample());
        sample.setOnAction(_ -> doors.openSample());
        return menu(
                "menu.file",
                item(Shortcut.OPEN_FOLDER),
                item(Shortcut.OPEN_PROJECT),
                item(Shortcut.OPEN_DATA),
                recent,
                sample,
                new SeparatorMenuItem(),
                item(Shortcut.IMPORT),
                item(Shortcut.EXPORT),
                new SeparatorMenuItem(),
                item(Shortcut.SCHEMA),
                item(Shortcut.CAMERA),
                item(Shortcut.SETTINGS),
                item(Shortcut.QUIT));
    }

    /// A project opened lately; of one that is no longer there, the way to forget it.
    private MenuItem recent(String name) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> doors.open(Path.of(name)));
        doors.ifMissing(
                Path.of(name),
                () -> {
                    item.setText(Texts.of(Menus.class, "menu.recent.missing", name));
                    item.setOnAction(_ -> window.forgetRecent(name));
                });
        return item;
    }

    private Menu edit() {
        return menu(
                "menu.edit",
                item(Shortcut.UNDO),
                item(Shortcut.REDO),
                new SeparatorMenuItem(),
                item(Shortcut.DELETE),
                item(Shortcut.DUPLICATE),
                item(Shortcut.COPY_PREVIOUS),
                item(Shortcut.CARRY_ON));
    }

    private Menu label() {
        return menu(
                "menu.label",
                item(Shortcut.EDIT_POINTS),
                item(Shortcut.FOUR_CLICKS),
                item(Shortcut.TWO_DRAGS),
                new SeparatorMenuItem(),
                item(Shortcut.SNAP),
                item(Shortcut.VISIBILITY),
                item(Shortcut.CLASS_SEARCH),
                new SeparatorMenuItem(),
                item(Shortcut.REPAIR_ORDER),
                item(Shortcut.TURN_POINTS),
                item(Shortcut.REVERSE_POINTS),
                item(Shortcut.SWAP_SIDES),
                new SeparatorMenuItem(),
                item(Shortcut.PLATE_FORWARD),
                item(Shortcut.PLATE_BACKWARD),
                new SeparatorMenuItem(),
                item(Shortcut.PREDICT),
                item(Shortcut.SECOND_LOOK));
    }

    private Menu pictures() {
        return menu(
                "menu.pictures",
                item(Shortcut.NEXT_PICTURE),
                item(Shortcut.PREVIOUS_PICTURE),
                new SeparatorMenuItem(),
                item(Shortcut.REVIEWED),
                item(Shortcut.FLAGGED),
                new SeparatorMenuItem(),
                item(Shortcut.SEARCH),
                item(Shortcut.DATASET));
    }

    private Menu view() {
        Menu menu =
                menu(
                        "menu.view",
                        item(Shortcut.FIT),
                        item(Shortcut.ACTUAL_SIZE),
                        item(Shortcut.ZOOM_TO_PLATE),
                        item(Shortcut.ZOOM_IN),
                        item(Shortcut.ZOOM_OUT),
                        new SeparatorMenuItem(),
                        item(Shortcut.BRIGHTER),
                        item(Shortcut.DARKER),
                        item(Shortcut.CHANNEL),
                        item(Shortcut.DISPLAY_RESET),
                        item(Shortcut.STICKER),
                        new SeparatorMenuItem(),
                        item(Shortcut.ANNOTATE),
                        item(Shortcut.EXPLORE),
                        item(Shortcut.TRAIN),
                        item(Shortcut.REVIEW),
                        new SeparatorMenuItem(),
                        item(Shortcut.NEXT_AREA),
                        item(Shortcut.PREVIOUS_AREA),
                        new SeparatorMenuItem());
        Menu themes = new Menu(text("menu.theme"));
        ToggleGroup theme = new ToggleGroup();
        for (Theme each : Theme.values()) {
            RadioMenuItem item =
                    new RadioMenuItem(text("theme." + each.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(theme);
            item.setSelected(window.settings().theme() == each);
            item.setOnAction(_ -> window.setTheme(each));
            themes.getItems().add(item);
        }
        Menu languages = new Menu(text("menu.language"));
        ToggleGroup language = new ToggleGroup();
        for (Language each : Language.values()) {
            RadioMenuItem item = new RadioMenuItem(each.ownName());
            item.setToggleGroup(language);
            item.setSelected(window.settings().language() == each);
            item.setOnAction(_ -> window.setLanguage(each));
            languages.getItems().add(item);
        }
        Menu overlays = new Menu(text("menu.overlays"));
        for (Shortcut shortcut : Shortcut.values()) {
            if (shortcut.group() == Shortcut.Group.OVERLAY) {
                overlays.getItems().add(item(shortcut));
            }
        }
        menu.getItems().addAll(overlays, new SeparatorMenuItem(), themes, languages);
        return menu;
    }

    private Menu help() {
        return menu("menu.help", item(Shortcut.SHEET));
    }

    private static Menu menu(String key, MenuItem... items) {
        Menu menu = new Menu(text(key));
        menu.getItems().setAll(List.of(items));
        return menu;
    }

    /// A command with its keys; greyed where it does not apply.
    private MenuItem item(Shortcut shortcut) {
        Commands commands = window.commands();
        MenuItem item = new MenuItem(shortcut.label());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> commands.run(shortcut));
        item.setDisable(!commands.has(shortcut));
        item.setAccelerator(
                commands.keymap().plain(shortcut)
                        ? new ShownKeys(commands.keymap().text(shortcut))
                        : commands.keymap().keys(shortcut));
        return item;
    }

    private static String text(String key) {
        return Texts.of(Menus.class, key);
    }
}
