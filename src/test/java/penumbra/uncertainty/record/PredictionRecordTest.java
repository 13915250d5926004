package penumbra.uncertainty.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.geometry.Point;

class PredictionRecordTest {

    @TempDir Path folder;

    @Test
    void mapsAreReadRowByRow() throws Exception {
        PredictionRecord record = PredictionRecord.read(SigmaRecordTest.example("prediction.json"));
        assertThat(record.width()).isEqualTo(3);
        assertThat(record.stride()).isEqualTo(8);
        PredictionRecord.Maps first = record.keypoints().getFirst().orElseThrow();
        assertThat(first.confidence().get(4)).isEqualTo(0.9);
        assertThat(first.offsets().get(3)).isEqualTo(new Point(1, -1));
        assertThat(first.local().get(4)).isEqualTo(new Point(0.1, -0.2));
        assertThat(record.keypoints().get(1)).isEmpty();
        assertThat(record.keypoints().get(2).orElseThrow().local()).containsOnly(new Point(0, 0));
    }

    @Test
    void whatIsWrittenIsReadAgainToTheLastDigit() throws Exception {
        PredictionRecord record = PredictionRecord.read(SigmaRecordTest.example("prediction.json"));
        Path file = folder.resolve("a.png.maps.json");
        record.write(file);
        assertThat(PredictionRecord.read(file)).isEqualTo(record);
    }

    @Test
    void itIsOfItsPictureWhereverThatLies() throws Exception {
        PredictionRecord record = PredictionRecord.read(SigmaRecordTest.example("prediction.json"));
        assertThat(record.isOf("images/a.png")).isTrue();
        assertThat(record.isOf("images/aa.png")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ | no JSON",
                "{} | \"side\"",
                "{\"side\":64,\"stride\":8,\"width\":0} | \"width\"",
                "{\"side\":64,\"stride\":8,\"width\":9999,\"height\":9999} | cells",
                "{\"side\":64,\"stride\":8,\"width\":1,\"height\":1} | no keypoint",
                "{\"side\":64,\"stride\":8,\"width\":1,\"height\":1,\"keypoints\":"
                        + "[{\"confidence\":[2],\"dx\":[0],\"dy\":[0]}]} | between 0 and 1",
                "{\"side\":64,\"stride\":8,\"width\":1,\"height\":2,\"keypoints\":"
                        + "[{\"confidence\":[0.5],\"dx\":[0],\"dy\":[0]}]} | 1 numbers instead of 2",
                "{\"side\":64,\"stride\":8,\"width\":1,\"height\":1,\"keypoints\":"
                        + "[{\"confidence\":[0.5],\"dx\":[\"a\"],\"dy\":[0]}]} | \"dx\""
            })
    void whatIsWrongIsNamed(String json, String says) throws IOException {
        Path file = folder.resolve("prediction.json");
        Files.writeString(file, json);
        assertThatThrownBy(() -> PredictionRecord.read(file))
                .isInstanceOf(RecordException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(says);
    }
}
