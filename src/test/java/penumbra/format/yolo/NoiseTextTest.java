package penumbra.format.yolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.model.AxisLaw;
import penumbra.model.LabelNoise;
import penumbra.model.SizeLaw;

class NoiseTextTest {

    private static final LabelNoise NOISE =
            new LabelNoise(
                    new AxisLaw(SizeLaw.EXPONENTIAL, 1.1, -0.37, 31.4159, 1.0 / 3),
                    new AxisLaw(SizeLaw.CONSTANT, 1, 0, 30, 1e-3),
                    List.of(),
                    312,
                    List.of("ada"),
                    List.of(new UUID(1, 2)),
                    Instant.parse("2026-01-02T03:04:05Z"));

    @TempDir Path folder;

    private Optional<LabelNoise> read(String more) throws Exception {
        Path file = folder.resolve("data.yaml");
        Files.writeString(file, "kpt_shape: [4, 3]\nnc: 1\nnames: [R3]\n" + more);
        return DataYaml.read(file).schema().noise();
    }

    @Test
    void whatWasMeasuredComesBackToTheLastDigit() throws Exception {
        LabelNoise back = read(NoiseText.of(NOISE)).orElseThrow();
        assertThat(back.along()).isEqualTo(NOISE.along());
        assertThat(back.across()).isEqualTo(NOISE.across());
        assertThat(back.pairs()).isEqualTo(312);
        assertThat(back.measured()).isEqualTo(NOISE.measured());
        assertThat(back.looks()).as("stay with the project").isEmpty();
    }

    @Test
    void aDataSetWithoutItHasNone() throws Exception {
        assertThat(read("")).isEmpty();
    }

    @Test
    void whatIsWrittenOtherwiseIsNoNoise() {
        List<String> law = List.of("constant", "1", "0", "30", "2");
        List<String> measured = List.of("3", "2026-01-02T03:04:05Z");
        assertThat(NoiseText.read(List.of(law, law, measured))).isPresent();
        for (List<String> wrong :
                List.of(
                        List.<String>of(),
                        List.of("constant", "1", "0", "30"),
                        List.of("linear", "1", "0", "30", "2"),
                        List.of("constant", "one", "0", "30", "2"),
                        List.of("constant", "1", "0", "0", "2"),
                        List.of("constant", "1", "0", "30", "-2"),
                        List.of("constant", "NaN", "0", "30", "2"))) {
            assertThat(NoiseText.read(List.of(wrong, law, measured))).as("%s", wrong).isEmpty();
            assertThat(NoiseText.read(List.of(law, wrong, measured))).as("%s", wrong).isEmpty();
        }
        assertThat(NoiseText.read(List.of(law, law))).isEmpty();
        assertThat(NoiseText.read(List.of(law, law, List.of("3", "today")))).isEmpty();
    }
}
