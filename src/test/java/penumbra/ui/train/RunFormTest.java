package penumbra.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import penumbra.run.RunOption;
import penumbra.ui.Background;
import penumbra.ui.window.OpenWindow;

class RunFormTest {

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void whatChangesNothingWithTheChosenHeadCannotBeChanged() {
        OpenWindow.fx(() -> {
            TrainState state = new TrainState();
            RunForm form = new RunForm(state, new Background(Runnable::run));
            Group shown = new Group(form.node());
            assertThat(new Scene(shown).getRoot()).isSameAs(shown);

            List<RunOption> maps =
                    List.of(
                            RunOption.HEATMAP,
                            RunOption.SIGMA,
                            RunOption.ANCHORS,
                            RunOption.MAP_STRIDE,
                            RunOption.RADIUS);
            assertThat(disabled(form)).containsExactlyElementsOf(maps);

            state.say(RunOption.HEAD, Optional.of("heatmap"));
            assertThat(disabled(form))
                    .contains(RunOption.LOSS, RunOption.POSE, RunOption.SIGMA, RunOption.ANCHORS)
                    .doesNotContain(RunOption.HEATMAP, RunOption.MAP_STRIDE, RunOption.RADIUS);

            state.say(RunOption.HEATMAP, Optional.of("adaloss"));
            assertThat(disabled(form)).contains(RunOption.ANCHORS).doesNotContain(RunOption.SIGMA);

            state.say(RunOption.HEAD, Optional.empty());
            assertThat(disabled(form)).containsExactlyElementsOf(maps);
            return null;
        });
    }

    private static List<RunOption> disabled(RunForm form) {
        return Arrays.stream(RunOption.values())
                .filter(o ->
                        nodes(form.node())
                                .filter(n -> ("train-" + o.id()).equals(n.getId()))
                                .findFirst()
                                .orElseThrow()
                                .isDisable())
                .toList();
    }

    private static Stream<Node> nodes(Node node) {
        Stream<Node> below =
                switch (node) {
                    case TitledPane folded -> nodes(folded.getContent());
                    case Pane pane -> pane.getChildren().stream().flatMap(RunFormTest::nodes);
                    default -> Stream.empty();
                };
        return Stream.concat(Stream.of(node), below);
    }
}
