package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictProcessTest {

    @Test
    void theOrderIsSaidInWordsOfTheCommandLine() {
        PredictOrder order =
                new PredictOrder(
                        Path.of("p.penumbra"),
                        Path.of("w.pt"),
                        0.3,
                        640,
                        5,
                        2,
                        List.of(Path.of("a")));
        assertThat(order.words(Path.of("l.txt"), Path.of("f.json")))
                .containsSequence("--conf", "0.3")
                .containsSequence("--imgsz", "640")
                .containsSequence("--tta", "5")
                .containsSequence("--epochs", "2")
                .containsSequence("--source", "l.txt")
                .containsSequence("--proposals", "f.json");
    }

    @Test
    void theReasonThatTheChildGaveIsSaidElseItsLastLinesAreKept() {
        ChildException told =
                ChildException.of("predict", 1, List.of("penumbra: w.pt does not exist.", ""));
        assertThat(told).hasMessage("w.pt does not exist.");
        List<String> many = Collections.nCopies(40, "# native frame");
        ChildException crashed = ChildException.of("predict", 134, many);
        assertThat(crashed.getMessage()).contains("134");
        assertThat(crashed.toString()).contains("# native frame").hasLineCount(13);
    }
}
