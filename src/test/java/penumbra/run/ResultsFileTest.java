package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsFileTest {

    @TempDir Path folder;

    private static SequencedMap<String, Double> losses(double box) {
        SequencedMap<String, Double> losses = new LinkedHashMap<>();
        losses.put("box", box);
        losses.put("pose", 2.0);
        losses.put("kobj", 0.0);
        losses.put("cls", 123456.7);
        losses.put("dfl", Double.NaN);
        return losses;
    }

    private static TrainingEvent.Epoch epoch(int number, double box) {
        TrainingEvent.Errors errors = new TrainingEvent.Errors(1, 0, 1, 1, 1, 1, 1, 1, 1, 1);
        return new TrainingEvent.Epoch(
                61.25,
                number,
                losses(box),
                Optional.of(
                        new TrainingEvent.Validation(
                                losses(0.5),
                                new TrainingEvent.Scores(0.1, 0.2, 0.3, 0.4, 0.5),
                                new TrainingEvent.Scores(0.6, 0.7, 0.8, 0.9, 1),
                                errors,
                                Optional.empty(),
                                1,
                                true)),
                List.of(0.1, 3.7875e-5, 0.0002),
                7);
    }

    @Test
    void headerAndRowAreThoseThatOtherProgramsRead() throws Exception {
        Path file = folder.resolve("results.csv");

        new ResultsFile(file).add(epoch(1, 1.23456789));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "epoch,time,train/box_loss,train/pose_loss,train/kobj_loss,train/cls_loss,"
                                + "train/dfl_loss,metrics/precision(B),metrics/recall(B),"
                                + "metrics/mAP50(B),metrics/mAP50-95(B),metrics/precision(P),"
                                + "metrics/recall(P),metrics/mAP50(P),metrics/mAP50-95(P),"
                                + "val/box_loss,val/pose_loss,val/kobj_loss,val/cls_loss,"
                                + "val/dfl_loss,lr/pg0,lr/pg1,lr/pg2",
                        "1,61.25,1.23457,2,0,123457,nan,0.1,0.2,0.3,0.5,0.6,0.7,0.8,1,"
                                + "0.5,2,0,123457,nan,0.1,3.7875e-05,0.0002");
    }

    @Test
    void anEpochThatIsGoneThroughAgainReplacesItsRowAndThoseAfterIt() throws Exception {
        ResultsFile file = new ResultsFile(folder.resolve("results.csv"));
        for (int e = 1; e <= 3; e++) {
            file.add(epoch(e, e));
        }

        file.add(epoch(2, 9));

        assertThat(Files.readAllLines(file.path()).stream().skip(1).map(l -> l.substring(0, 9)))
                .containsExactly("1,61.25,1", "2,61.25,9");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "-2.5, -2.5",
        "123456, 123456",
        "1234567, 1.23457e+06",
        "999999.5, 1e+06",
        "0.0001, 0.0001",
        "0.00012345678, 0.000123457",
        "0.00001, 1e-05",
        "1.5e-100, 1.5e-100",
        "Infinity, inf",
    })
    void numbersAreWrittenAsCDoes(double value, String text) {
        assertThat(ResultsFile.sixDigits(value)).isEqualTo(text);
    }
}
