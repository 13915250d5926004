package penumbra.uncertainty.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigmaRecordTest {

    @TempDir Path folder;

    static Path example(String name) throws URISyntaxException {
        return Path.of(SigmaRecordTest.class.getResource(name).toURI());
    }

    @Test
    void theEventsOfARunBecomeSigmasAndLossesOfEachKeypoint() throws Exception {
        SigmaRecord record = SigmaRecord.read(example("events.jsonl"));
        assertThat(record.epochs()).extracting(SigmaRecord.Epoch::number).containsExactly(0, 1, 2);
        assertThat(record.of(0))
                .containsExactly(
                        new SigmaRecord.State(32, 0.5),
                        new SigmaRecord.State(30.5, 0.4),
                        new SigmaRecord.State(28, 0.3));
        assertThat(record.of(3).getFirst().loss()).isNaN();
        assertThat(record.of(9)).as("shares the last one").isEqualTo(record.of(3));
    }

    @Test
    void anEpochThatComesAgainTakesBackWhatCameAfterIt() throws IOException {
        String line =
                "{\"event\":\"sigma\",\"epoch\":%d,\"keypoints\":[{\"sigma\":%d,\"loss\":1}]}\n";
        Path file = folder.resolve("events.jsonl");
        Files.writeString(
                file,
                line.formatted(0, 9)
                        + line.formatted(1, 8)
                        + line.formatted(2, 7)
                        + line.formatted(1, 5));
        assertThat(SigmaRecord.read(file).of(0))
                .extracting(SigmaRecord.State::sigma)
                .containsExactly(9.0, 5.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{broken | Line 1",
                "{\"event\":\"epoch\"} | no event \"sigma\"",
                "{\"event\":\"sigma\",\"epoch\":-1} | Line 1",
                "{\"event\":\"sigma\",\"epoch\":1.5} | Line 1",
                "{\"event\":\"sigma\",\"epoch\":1,\"keypoints\":[]} | no keypoints",
                "{\"event\":\"sigma\",\"epoch\":1,\"keypoints\":[{\"sigma\":0,\"loss\":1}]} | above 0",
                "{\"event\":\"sigma\",\"epoch\":1,\"keypoints\":[{\"sigma\":2}]} | loss"
            })
    void whatIsWrongIsNamedWithFileAndLine(String line, String says) throws IOException {
        Path file = folder.resolve("events.jsonl");
        Files.writeString(file, line + "\n");
        assertThatThrownBy(() -> SigmaRecord.read(file))
                .isInstanceOf(RecordException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(says);
    }

    @Test
    void whatARunTellsIsReadAndWidthsThatAreNoCellsArePassedOver() throws IOException {
        Path file = folder.resolve("events.jsonl");
        Files.writeString(
                file,
                """
                {"event":"sigma","epoch":1,"unit":"times","keypoints":[{"sigma":4.0,"loss":1}]}
                {"event":"sigma","epoch":1,"unit":"cells","keypoints":[{"sigma":16.0,"loss":"NaN"}]}
                """);
        SigmaRecord record = SigmaRecord.read(file);
        assertThat(record.epochs()).hasSize(1);
        assertThat(record.of(0).getFirst().sigma()).isEqualTo(16);
        assertThat(record.of(0).getFirst().loss()).isNaN();
    }
}
