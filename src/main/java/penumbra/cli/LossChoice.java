package penumbra.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossParameters;
import penumbra.loss.Losses;
import penumbra.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// A keypoint loss with its hyper-parameters; the same options for every word that takes one.
final class LossChoice {

    @Option(
            names = "--loss",
            required = true,
            paramLabel = "ID",
            converter = LossIds.class,
            completionCandidates = LossIds.class)
    private KeypointLoss loss;

    @Option(names = "--loss-param", paramLabel = "NAME=VALUE")
    private Map<String, String> changes = new LinkedHashMap<>();

    /// The loss as it was asked for.
    ///
    /// @throws ParameterException naming a parameter that the loss does not have, or a value that
    ///   it does not take
    KeypointLoss loss(CommandLine line) {
        KeypointLoss changed = loss;
        Map<String, Object> known = LossParameters.of(loss);
        for (Map.Entry<String, String> change : changes.entrySet()) {
            Object usual = known.get(change.getKey());
            if (usual == null) {
                throw new ParameterException(
                        line,
                        known.isEmpty()
                                ? text("usage.loss-param.none", loss.id(), change.getKey())
                                : text(
                                        "usage.loss-param",
                                        loss.id(),
                                        change.getKey(),
                                        String.join(" ", known.keySet())));
            }
            try {
                changed = LossParameters.with(changed, Map.of(change.getKey(), change.getValue()));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(
                        line,
                        text(
                                "usage.loss-value",
                                loss.id(),
                                change.getKey(),
                                change.getValue(),
                                allowed(usual)),
                        e);
            }
        }
        return changed;
    }

    /// What a parameter can be, from what it usually is.
    private static String allowed(Object usual) {
        return switch (usual) {
            case Enum<?> constant ->
                    Arrays.stream(constant.getDeclaringClass().getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(" "));
            case Boolean _ -> "true false";
            default -> text("usage.loss-number", usual);
        };
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(LossChoice.class, key, arguments);
    }

    /// Ids of all losses.
    static final class LossIds extends Ids<KeypointLoss> {
        LossIds() {
            super(Losses.ALL, KeypointLoss::id);
        }
    }
}
