package penumbra.run.compare;

import java.util.ArrayList;
import java.util.List;
import penumbra.run.Against;
import penumbra.run.KeypointPart;
import penumbra.text.Texts;

/// Errors of keypoints against the cleanest reference and how sure the networks were of them,
/// visible and hidden ones apart where there are hidden ones: the columns of \[S4\] table 1.
final class PartTable {

    private PartTable() {}

    static Table of(Comparison comparison) {
        Against against = comparison.references().getFirst();
        List<KeypointPart> parts =
                comparison.knowsHidden()
                        ? List.of(KeypointPart.values())
                        : List.of(KeypointPart.ALL);
        List<List<String>> rows = new ArrayList<>();
        for (RunGroup group : comparison.groups()) {
            for (KeypointPart part : parts) {
                rows.add(row(group.only(part), part, against));
            }
        }
        return new Table(
                "keypoints",
                text("parts.title", against.words()),
                text("parts.note"),
                List.of(
                        text("method"),
                        text("parts.keypoints"),
                        text("parts.count"),
                        text("errors.rmse"),
                        text("errors.auc"),
                        text("errors.failures"),
                        text("parts.confidence"),
                        text("parts.score")),
                rows);
    }

    private static List<String> row(RunGroup group, KeypointPart part, Against against) {
        return List.of(
                group.name(),
                part.words(),
                Table.number(group.spread(ComparedRun::keypoints).mean(), 0),
                Table.number(group.spread(r -> r.value(Measure.RMSE, against)), 3),
                Table.number(group.spread(r -> r.value(Measure.AUC, against)), 3),
                Table.number(group.spread(r -> r.value(Measure.FAILURES, against)), 3),
                Table.number(group.spread(ComparedRun::confidence), 3),
                Table.number(group.spread(ComparedRun::score), 3));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(PartTable.class, key, arguments);
    }
}
