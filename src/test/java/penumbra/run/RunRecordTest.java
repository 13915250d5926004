package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {

    @TempDir Path folder;

    @Test
    void aFolderIsReadWithItsSettingsEventsAndNotes() throws IOException {
        RunFolder run = new RunFolder(folder);
        Files.writeString(
                run.arguments(), "loss: helium\nseed: 3\nimgsz: 320\nweights: ''\nlr0: 1e-3\n");
        try (EventLog log = EventLog.open(run.events())) {
            log.tell(new TrainingEvent.Failed(4, "disk", "The disk is full."));
        }
        Files.writeString(run.notes(), "with the new labels\n");
        RunRecord record = RunRecord.read(run);
        assertThat(record.loss()).contains("helium");
        assertThat(record.seed()).hasValue(3);
        assertThat(record.inputSide()).hasValue(320);
        assertThat(record.argument("weights")).isEmpty();
        assertThat(record.config().keySet())
                .containsExactly("loss", "seed", "imgsz", "weights", "lr0");
        assertThat(record.config()).as("as it stands").containsEntry("lr0", "1e-3");
        assertThat(record.history().state()).isEqualTo(RunHistory.State.FAILED);
        assertThat(record.notes()).isEqualTo("with the new labels");
        assertThat(record.damage()).isEmpty();
    }

    @Test
    void whatIsMissingOrDamagedIsNamedAndTheRestIsRead() throws IOException {
        RunFolder run = new RunFolder(folder);
        Files.writeString(
                run.events(), "{\"event\":\"paused\",\"seconds\":9}\nnonsense\n{\"event\":\"con");
        RunRecord record = RunRecord.read(run);
        assertThat(record.history().seconds()).isEqualTo(9);
        assertThat(record.seed()).isEmpty();
        assertThat(record.damage()).hasSize(2);
        assertThat(record.damage().getFirst()).contains("args.yaml").contains("could not be read");
        assertThat(record.damage().getLast()).contains("events.jsonl", "line 2");
        for (String text : new String[] {"[1, 2", "- a\n- b\n", "\t: x", ""}) {
            Files.writeString(run.arguments(), text);
            assertThat(RunRecord.read(run).damage().getFirst())
                    .as(text)
                    .contains("args.yaml", "no list of keys and values");
        }
    }
}
