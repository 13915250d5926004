package penumbra.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void theReasonIsWhatTheSystemSaysWithoutPathsAndClasses() {
        assertThat(Reason.of(new IOException("No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(Reason.of(new FileSystemException("/a", "/b", "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(Reason.of(new NoSuchFileException("/a"))).isEqualTo("No such file or directory");
        assertThat(Reason.of(new AccessDeniedException("/a"))).isEqualTo("Permission denied");
        assertThat(Reason.of(new UnknownHostException("example.org")))
                .isEqualTo("Unknown host example.org");
        assertThat(Reason.of(new UncheckedIOException(new IOException("gone")))).isEqualTo("gone");
    }

    @Test
    void aFailureWithoutWordsIsNamedByItsKind() {
        assertThat(Reason.of(new FileSystemException("/a"))).isEqualTo("FileSystemException");
        assertThat(Reason.of(new IOException())).isEqualTo("IOException");
    }
}
