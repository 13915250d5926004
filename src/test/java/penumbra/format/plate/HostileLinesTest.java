package penumbra.format.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import penumbra.format.Findings;
import penumbra.format.FormatException;

/// Text files made to exhaust the reader's memory end in short sentences.
class HostileLinesTest {

    private static final Path FILE = Path.of("/labels/a").toAbsolutePath();

    @Test
    void aSourceOfOtherTextIsGivenUpAfterTooManyFindings() {
        byte[] bytes = "x\n".repeat(Findings.LIMIT + 1).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> PlateText.lines(FILE, bytes, PlateLayout.SJTU9, new Findings()))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> {
                            assertThat(e.finding().rule()).isEqualTo("too-many-findings");
                            assertThat(e.finding().line()).isEqualTo(Findings.LIMIT + 1);
                        });
    }

    @Test
    void aLongLineOrNumberIsRefusedNotRead() throws Exception {
        Findings findings = new Findings();
        String content = "1 ".repeat(2_000_000) + "\n1 " + "1".repeat(2_000_000) + " 1 1 1 1 1 1 1";
        PlateText.lines(
                FILE, content.getBytes(StandardCharsets.UTF_8), PlateLayout.SJTU9, findings);
        assertThat(findings.list())
                .extracting(f -> f.line() + ":" + f.rule())
                .containsExactly("1:columns", "2:number");
        assertThat(findings.list()).allSatisfy(f -> assertThat(f.message()).hasSizeLessThan(200));
    }
}
