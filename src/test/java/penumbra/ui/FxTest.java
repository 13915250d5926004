package penumbra.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FxTest {

    private Label label;

    @Start
    void start(Stage stage) {
        label = new Label("plate");
        stage.setScene(new Scene(new StackPane(label), 300, 200));
        stage.show();
    }

    @Test
    void aWindowOpensInMemoryAndItsTextHasRoom() {
        assertThat(label.getScene().getWindow().isShowing()).isTrue();
        assertThat(label.getWidth()).isBetween(15.0, 120.0);
        assertThat(label.getHeight()).isBetween(8.0, 40.0);
    }

    @Test
    void whatIsToRunLaterRunsOnTheThreadOfTheToolkit() throws Exception {
        CompletableFuture<Boolean> there = new CompletableFuture<>();
        Fx.later(() -> there.complete(Fx.here()));
        assertThat(there.get(10, TimeUnit.MINUTES)).isTrue();
        assertThat(Fx.here()).isFalse();
    }
}
