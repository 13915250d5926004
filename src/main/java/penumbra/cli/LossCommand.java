package penumbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import penumbra.cli.formula.CaseException;
import penumbra.cli.formula.CaseFile;
import penumbra.cli.formula.CaseResult;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossParameters;
import penumbra.loss.Losses;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `penumbra loss`: the keypoint losses, and every formula evaluated on given inputs.
@Command(name = "loss", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class LossCommand implements Callable<Integer> {

    private final Console console;

    @ArgGroup(multiplicity = "1")
    private Work work;

    @Mixin private Form form;

    /// Either of the two.
    static final class Work {

        @Option(names = "--list", required = true)
        private boolean list;

        @Option(names = "--eval", required = true, paramLabel = "FILE.json")
        private Path eval;
    }

    /// One loss as a script reads it.
    private record Listed(
            String id, String name, Map<String, Object> parameters, String unit, String source) {

        static Listed of(KeypointLoss loss) {
            return new Listed(
                    loss.id(), loss.title(), LossParameters.of(loss), loss.unit(), loss.source());
        }

        String parameterText() {
            return parameters.entrySet().stream()
                    .map(p -> p.getKey() + "=" + p.getValue())
                    .collect(Collectors.joining(" "));
        }
    }

    private record Evaluated(
            int passed, int failed, double largestDeviation, List<CaseResult> cases) {}

    public LossCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, CommandException {
        return work.list ? list() : evaluate();
    }

    private int list() {
        List<Listed> losses = Losses.ALL.stream().map(Listed::of).toList();
        if (form.json()) {
            console.json(losses);
            return 0;
        }
        console.say("loss.head");
        for (Listed loss : losses) {
            console.say("loss.row", loss.id(), loss.name(), loss.unit(), loss.source());
            if (!loss.parameters().isEmpty()) {
                console.say("loss.parameters", loss.parameterText());
            }
        }
        return 0;
    }

    private int evaluate() throws IOException, CommandException {
        List<CaseResult> cases;
        try {
            cases = CaseFile.evaluate(work.eval);
        } catch (CaseException e) {
            throw new CommandException(e.getMessage());
        }
        int passed = (int) cases.stream().filter(CaseResult::passed).count();
        int failed = cases.size() - passed;
        double largest = cases.stream().mapToDouble(CaseResult::deviation).reduce(0, Math::max);
        if (form.json()) {
            console.json(new Evaluated(passed, failed, largest, cases));
        } else {
            cases.forEach(this::print);
            console.say("loss.largest", largest);
            // Scripts look for this line, so it is the same in every language.
            console.line(passed + " passed, " + failed + " failed");
        }
        if (failed > 0) {
            console.error("loss.failed", failed, work.eval);
        }
        return failed == 0 ? 0 : 1;
    }

    private void print(CaseResult result) {
        console.say(
                result.passed() ? "loss.passed" : "loss.case-failed",
                result.id(),
                result.fn(),
                result.deviation(),
                JsonMapper.shared().writeValueAsString(result.computed()));
        if (result.reason() != null) {
            console.say("loss.reason", result.reason());
        }
    }
}
