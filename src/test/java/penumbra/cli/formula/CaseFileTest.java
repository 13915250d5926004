package penumbra.cli.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.Shared;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CaseFileTest {

    @TempDir Path folder;

    private static Path golden() {
        return Shared.folder("golden/losses.json");
    }

    private List<CaseResult> evaluate(String json) throws IOException, CaseException {
        return CaseFile.evaluate(Files.writeString(folder.resolve("cases.json"), json));
    }

    private CaseResult one(String body) throws IOException, CaseException {
        return evaluate("{\"cases\": [" + body + "]}").getFirst();
    }

    @Test
    void everyGoldenCasePassesAndEveryFunctionHasOne() throws Exception {
        Path file = golden();
        List<CaseResult> results = CaseFile.evaluate(file);
        assertThat(results).hasSize(107).allSatisfy(r -> assertThat(r.reason()).isNull());
        Set<String> used = new TreeSet<>(results.stream().map(CaseResult::fn).toList());
        assertThat(used).isEqualTo(new TreeSet<>(Formulas.ALL.keySet()));
    }

    /// A check that cannot fail checks nothing: with any one expected number changed by a
    /// thousandth, its case fails.
    @Test
    void aChangedExpectationFailsItsCase() throws Exception {
        ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(golden()));
        List<String> changed = new ArrayList<>();
        for (JsonNode node : root.get("cases")) {
            if (change((ObjectNode) node.get("expected"))) {
                changed.add(node.get("id").stringValue());
            }
        }
        List<CaseResult> results = evaluate(root.toString());
        assertThat(changed).hasSizeGreaterThan(100);
        assertThat(results.stream().filter(r -> !r.passed()).map(CaseResult::id))
                .containsExactlyElementsOf(changed);
    }

    /// Changes the first number found.
    private static boolean change(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                if (object.get(name).isNumber()) {
                    object.put(name, moved(object.get(name)));
                    return true;
                }
                if (change(object.get(name))) {
                    return true;
                }
            }
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isNumber()) {
                    array.set(i, moved(array.get(i)));
                    return true;
                }
                if (change(array.get(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double moved(JsonNode number) {
        return number.doubleValue() * 1.001 + 0.001;
    }

    @Test
    void whatACaseLacksIsNamedInOneSentence() throws Exception {
        assertThat(
                        one("{\"id\":\"X1\",\"fn\":\"helium.nothing\",\"inputs\":{},\"expected\":{}}")
                                .reason())
                .isEqualTo("case X1 names the function helium.nothing, which there is not.");
        assertThat(
                        one("{\"id\":\"X2\",\"fn\":\"helium.sigma\",\"inputs\":{},\"expected\":{}}")
                                .reason())
                .isEqualTo("case X2 lacks the input 'dmin'.");
        assertThat(
                        one("{\"id\":\"X3\",\"fn\":\"helium.sigma\",\"inputs\":{\"dmin\":\"1\"},\"expected\":{}}")
                                .reason())
                .contains("X3", "'dmin'", "wrong kind");
        assertThat(one("{\"id\":\"X4\",\"fn\":\"helium.sigma\",\"inputs\":{\"dmin\":1}}").reason())
                .contains("X4", "expected");
        assertThat(one("{\"id\":\"X5\",\"inputs\":{}}").reason()).contains("X5", "'fn'");
        assertThat(one("3").reason()).contains("#1");
        assertThat(
                        one("{\"id\":\"X6\",\"fn\":\"helium.sigma\",\"inputs\":{\"dmin\":1,\"alpha\":-1},\"expected\":{}}")
                                .reason())
                .startsWith("case X6 cannot be computed: ");
        assertThat(
                        one("{\"id\":\"X7\",\"fn\":\"helium.sigma\",\"inputs\":{\"dmin\":0},\"expected\":{\"tau\":1}}")
                                .reason())
                .isEqualTo("case X7 differs from what is expected at 'tau'.");
    }

    @Test
    void aFailedCaseDoesNotKeepOthersFromBeingEvaluated() throws Exception {
        String good =
                "{\"id\":\"G\",\"fn\":\"helium.sigma\",\"inputs\":{\"dmin\":0},\"expected\":{\"sigma\":0.05}}";
        List<CaseResult> results = evaluate("{\"cases\": [7, " + good + "]}");
        assertThat(results).extracting(CaseResult::passed).containsExactly(false, true);
    }

    @Test
    void tolerancesAreThoseOfTheCaseElseOfTheFile() throws Exception {
        String body =
                "{\"id\":\"G\",\"fn\":\"helium.sigma\",\"inputs\":{\"dmin\":0},\"expected\":{\"sigma\":0.051}";
        assertThat(one(body + "}").passed()).isFalse();
        assertThat(one(body + ",\"tol\":{\"abs\":0.0011}}").passed()).isTrue();
        assertThat(
                        evaluate("{\"default_tol\":{\"abs\":0.0011},\"cases\":[" + body + "}]}")
                                .getFirst()
                                .passed())
                .isTrue();
    }

    @Test
    void afterAnyDamageToItsInputsACaseStillEndsInAResult() throws Exception {
        ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(golden()));
        List<String> bad =
                List.of("null", "[]", "{}", "-1", "1e9", "\"x\"", "[[]]", "[null, 3]", "0.5");
        for (String value : bad) {
            ObjectNode copy = root.deepCopy();
            int inputs = 0;
            for (JsonNode node : copy.get("cases")) {
                ObjectNode in = (ObjectNode) node.get("inputs");
                for (String name : List.copyOf(in.propertyNames())) {
                    in.set(name, JsonMapper.shared().readTree(value));
                    inputs++;
                    break;
                }
            }
            List<CaseResult> results = evaluate(copy.toString());
            assertThat(results).hasSize(107);
            assertThat(results.stream().filter(r -> !r.passed()))
                    .hasSizeGreaterThan(inputs / 2)
                    .allSatisfy(r -> assertThat(r.reason()).contains(r.id()));
        }
    }

    @Test
    void aFileThatIsNoListOfCasesIsNamedWithItsLine() {
        assertThatThrownBy(() -> evaluate("{\"cases\": [\n{,}]}"))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining("cases.json, line 2");
        assertThatThrownBy(() -> evaluate("[]"))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining("'cases'");
        assertThatThrownBy(() -> evaluate("{\"cases\": []}")).isInstanceOf(CaseException.class);
        assertThatThrownBy(() -> evaluate("")).isInstanceOf(CaseException.class);
    }
}
