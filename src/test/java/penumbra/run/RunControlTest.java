package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunControlTest {

    @TempDir Path folder;

    @Test
    void whatIsAskedIsReadUntilItWasObeyed() throws Exception {
        RunControl control = new RunFolder(folder).control();
        assertThat(control.asked()).isEmpty();

        control.ask(RunControl.Ask.PAUSE);
        assertThat(control.asked()).contains(RunControl.Ask.PAUSE);

        control.obeyed();
        assertThat(control.asked()).isEmpty();
    }

    @Test
    void aWordByHandWillDoAndAnyOtherIsNothing() throws Exception {
        RunControl control = new RunFolder(folder).control();
        Files.writeString(control.file(), "Stop");
        assertThat(control.asked()).contains(RunControl.Ask.STOP);
        Files.writeString(control.file(), "wait");
        assertThat(control.asked()).isEmpty();
    }

    @Test
    void aPauseEndsWithTheNextWord() throws Exception {
        RunControl control = new RunFolder(folder).control();
        control.ask(RunControl.Ask.STOP);
        assertThat(control.await()).isEqualTo(RunControl.Ask.STOP);
        assertThat(control.file()).doesNotExist();
    }

    @Test
    void oneProcessAtATimeWorksOnARun() throws Exception {
        RunFolder run = new RunFolder(folder);
        assertThat(RunLock.holder(run)).isEmpty();
        try (RunLock _ = RunLock.take(run)) {
            assertThat(RunLock.holder(run)).contains(ProcessHandle.current());
            assertThatThrownBy(() -> RunLock.take(run))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining(folder.toString());
        }
        assertThat(RunLock.holder(run)).isEmpty();
        Files.writeString(run.process(), ProcessHandle.current().pid() + " 1\n");
        assertThat(RunLock.holder(run)).as("another process of the same number").isEmpty();
    }

    @Test
    void aRunGetsAFolderOfItsOwn() throws Exception {
        assertThat(RunFolder.make(folder, "train").name()).isEqualTo("train");
        assertThat(RunFolder.make(folder, "train").name()).isEqualTo("train-2");
        assertThat(RunFolder.make(folder, "train").name()).isEqualTo("train-3");
    }
}
