package penumbra.cli.formula;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import penumbra.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of test cases, evaluated.
public final class CaseFile {

    private CaseFile() {}

    /// Evaluates every case; one that cannot be evaluated fails and says why.
    ///
    /// @throws CaseException if the file is no list of cases, naming file and, where it is known,
    ///   line
    public static List<CaseResult> evaluate(Path file) throws IOException, CaseException {
        JsonNode root = read(file);
        JsonNode cases = root.path("cases");
        if (!cases.isArray() || cases.isEmpty()) {
            throw new CaseException("file.cases", file);
        }
        Tolerance usual = tolerance(root.path("default_tol"), Tolerance.DOUBLE);
        List<CaseResult> results = new ArrayList<>();
        for (JsonNode node : cases) {
            results.add(evaluate(node, results.size() + 1, usual));
        }
        return results;
    }

    private static JsonNode read(Path file) throws IOException, CaseException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return JsonMapper.shared().readTree(bytes);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new CaseException("file.json", file, line);
        }
    }

    private static CaseResult evaluate(JsonNode node, int number, Tolerance usual) {
        String id = node.path("id").isString() ? node.get("id").stringValue() : "#" + number;
        String fn = node.path("fn").isString() ? node.get("fn").stringValue() : "";
        Map<String, Object> computed = Map.of();
        try {
            computed = compute(node, id, fn);
            Comparison comparison =
                    Comparison.of(
                            computed, node.get("expected"), tolerance(node.path("tol"), usual));
            String reason =
                    comparison
                            .firstFailure()
                            .map(path -> Texts.of(CaseFile.class, "case.differs", id, path))
                            .orElse(null);
            return new CaseResult(id, fn, reason == null, computed, comparison.deviation(), reason);
        } catch (CaseException e) {
            return new CaseResult(id, fn, false, computed, 0, e.getMessage());
        } catch (RuntimeException e) {
            // Inputs come from anywhere; what a formula refuses is this case's failure alone.
            String what = e instanceof IllegalArgumentException ? e.getMessage() : e.toString();
            String reason = Texts.of(CaseFile.class, "case.refused", id, what);
            return new CaseResult(id, fn, false, computed, 0, reason);
        }
    }

    private static Map<String, Object> compute(JsonNode node, String id, String fn)
            throws CaseException {
        if (fn.isEmpty()) {
            throw new CaseException("case.no-function", id);
        }
        Formula formula = Formulas.ALL.get(fn);
        if (formula == null) {
            throw new CaseException("case.unknown", id, fn);
        }
        if (!node.path("inputs").isObject() || !node.path("expected").isObject()) {
            throw new CaseException("case.shape", id);
        }
        return formula.apply(new Inputs(id, node.get("inputs")));
    }

    private static Tolerance tolerance(JsonNode node, Tolerance otherwise) {
        return new Tolerance(
                node.path("abs").isNumber() ? node.get("abs").doubleValue() : otherwise.abs(),
                node.path("rel").isNumber() ? node.get("rel").doubleValue() : otherwise.rel());
    }
}
