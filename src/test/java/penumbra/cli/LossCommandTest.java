package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.Shared;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossParameters;
import penumbra.loss.Losses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LossCommandTest {

    private static final String GOOD =
            "{\"id\":\"GOOD\",\"fn\":\"helium.sigma\",\"inputs\":{\"dmin\":0},"
                    + "\"expected\":{\"sigma\":0.05}}";
    private static final String UNKNOWN =
            "{\"id\":\"UNKNOWN\",\"fn\":\"neon.sigma\",\"inputs\":{},\"expected\":{}}";

    @TempDir Path folder;

    private record Ran(int exit, String out, String err) {}

    private static Ran run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false);
        String[] arguments = new String[words.length + 1];
        arguments[0] = "loss";
        for (int i = 0; i < words.length; i++) {
            arguments[i + 1] = words[i].toString();
        }
        int exit =
                PenumbraCommand.with(console, _ -> Optional.empty(), new LossCommand(console))
                        .execute(arguments);
        return new Ran(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path cases(String... cases) throws IOException {
        String json = "{\"cases\": [" + String.join(",", cases) + "]}";
        return Files.writeString(folder.resolve("cases.json"), json);
    }

    @Test
    void theListNamesEveryLossWithItsParametersUnitAndSource() {
        Ran ran = run("--list");
        assertThat(ran.exit()).as(ran.err()).isZero();
        for (KeypointLoss loss : Losses.ALL) {
            assertThat(ran.out()).contains(loss.id(), loss.title(), loss.source());
            LossParameters.of(loss)
                    .forEach((name, value) -> assertThat(ran.out()).contains(name + "=" + value));
        }
        JsonNode json = JsonMapper.shared().readTree(run("--list", "--json").out());
        assertThat(json).hasSize(Losses.ALL.size());
        assertThat(json.get(6).at("/parameters/alpha").doubleValue()).isEqualTo(0.05);
    }

    @Test
    void theGoldenCasesPass() {
        Ran ran = run("--eval", Shared.folder("golden/losses.json"));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out().lines()).endsWith("107 passed, 0 failed");
        assertThat(ran.out()).contains("HEL-T1", "\"sum_PAPER\":7.7400160306", "deviation");
    }

    @Test
    void aFailedCaseIsNamedAndTheExitCodeSaysSo() throws IOException {
        Ran ran = run("--eval", cases(GOOD, UNKNOWN));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("case UNKNOWN names the function neon.sigma");
        assertThat(ran.out().lines()).endsWith("1 passed, 1 failed");
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains("1 cases of", "cases.json");
    }

    @Test
    void jsonIsOneDocumentWithComputedValues() throws IOException {
        Ran ran = run("--eval", cases(GOOD, UNKNOWN), "--json");
        assertThat(ran.exit()).isEqualTo(1);
        JsonNode json = JsonMapper.shared().readTree(ran.out());
        assertThat(json.get("passed").intValue()).isEqualTo(1);
        assertThat(json.get("failed").intValue()).isEqualTo(1);
        assertThat(json.at("/cases/0/computed/sigma").doubleValue()).isEqualTo(0.05);
        assertThat(json.at("/cases/1/reason").stringValue()).contains("UNKNOWN");
    }

    @Test
    void aFileThatCannotBeReadIsOneSentence() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\n\"cases\": [}");
        Ran ran = run("--eval", broken);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains("broken.json, line 2");
        Ran missing = run("--eval", folder.resolve("missing.json"));
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("missing.json does not exist");
    }

    @Test
    void eitherOfTheTwoMustBeAskedFor() {
        assertThat(run().exit()).isEqualTo(2);
        assertThat(run("--list", "--eval", "x.json").exit()).isEqualTo(2);
    }
}
