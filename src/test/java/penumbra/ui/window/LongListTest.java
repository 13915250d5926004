package penumbra.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import penumbra.data.ImageWriter;
import penumbra.geometry.Size;
import penumbra.ui.Language;
import penumbra.ui.Settings;

/// The list of many pictures: cells only for what is in sight, and searches that overtake each
/// other.
@ExtendWith(ApplicationExtension.class)
class LongListTest {

    private static final Size SIZE = new Size(16, 12);
    private static final int PICTURES = 300;

    @TempDir Path home;
    private final Locale locale = Locale.getDefault();
    private OpenWindow open;

    @Start
    void start(Stage stage) throws IOException {
        byte[] png = ImageWriter.png(SIZE, new int[SIZE.width() * SIZE.height()]);
        Path folder = Files.createDirectories(home.resolve("match"));
        for (int i = 0; i < PICTURES; i++) {
            Files.write(folder.resolve("frame-" + i + ".png"), png);
        }
        open = new OpenWindow(stage, home, Settings.first(Language.ENGLISH, "tester"));
    }

    @AfterEach
    void close() {
        open.close();
        Locale.setDefault(locale);
    }

    private Node lookup(String selector) {
        return open.window.stage().getScene().lookup(selector);
    }

    private int cells() {
        return lookup("#pictures").lookupAll(".picture-cell").size();
    }

    @Test
    void thereAreNoMoreCellsThanFitIntoTheWindowHoweverFarOneScrolls() {
        open.open(home.resolve("match"));
        assertThat(OpenWindow.fx(this::cells)).isBetween(5, 40);
        for (int to : new int[] {PICTURES / 2, PICTURES - 1, 0}) {
            OpenWindow.fx(() -> {
                ((ListView<?>) lookup("#pictures")).scrollTo(to);
                return null;
            });
        }
        assertThat(OpenWindow.fx(this::cells)).isBetween(5, 40);
    }

    @Test
    void theLineTypedLastIsTheOneThatCounts() {
        open.open(home.resolve("match"));
        OpenWindow.fx(() -> {
            TextField search = (TextField) lookup("#search");
            search.setText("frame-29");
            search.setText("frame-1");
            search.setText("frame-299");
            return null;
        });
        OpenWindow.until(() -> open.studio().pictures().shown().size() == 1);
        assertThat(OpenWindow.fx(() -> open.studio().pictures().shown().getFirst().path()))
                .isEqualTo("frame-299.png");
        OpenWindow.fx(() -> {
            ((TextField) lookup("#search")).clear();
            return null;
        });
        OpenWindow.until(() -> open.studio().pictures().shown().size() == PICTURES);
    }
}
