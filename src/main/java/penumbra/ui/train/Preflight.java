package penumbra.ui.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.export.SequenceSplit;
import penumbra.format.yolo.LoadedPicture;
import penumbra.geometry.Box;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.text.Texts;

/// What should be known before a run starts, each in one sentence that says what to do. Nothing of
/// it stops a run but that there is nothing to learn from.
///
/// @param pictures and targets of both parts
/// @param advice grave first
record Preflight(Part training, Part validation, List<Advice> advice) {

    /// Shorter side of a plate in the network's input, px, that its finest grid can still tell
    /// apart: its cells are 8 px wide.
    static final double LEAST_SIDE = 8;

    /// Said of an export; of a run that it has nothing to learn from or to measure on says more.
    private static final String EMPTY_SPLIT = "export-empty-split";

    /// Of data that only the run itself will see.
    static final Preflight UNKNOWN = new Preflight(new Part(1, 1), new Part(1, 1), List.of());

    /// A part of the data.
    record Part(int pictures, int targets) {

        private static Part of(List<LoadedPicture> pictures) {
            return new Part(
                    pictures.size(), pictures.stream().mapToInt(p -> p.labels().size()).sum());
        }
    }

    /// @param severity REFUSED: left out of the run; WARNING: look at it; NOTE: worth knowing
    /// @param rule stable id
    record Advice(Severity severity, String rule, String sentence) {}

    Preflight {
        advice = advice.stream().sorted((a, b) -> b.severity().compareTo(a.severity())).toList();
    }

    /// @param side of the network's input, px
    /// @param findings of those who took the pictures in
    static Preflight of(
            Schema schema,
            List<LoadedPicture> training,
            List<LoadedPicture> validation,
            List<Finding> findings,
            int side) {
        List<Advice> advice = new ArrayList<>();
        Part part = Part.of(training);
        Part held = Part.of(validation);
        if (part.targets() == 0) {
            advice.add(advice(Severity.REFUSED, "no-targets"));
        }
        if (held.targets() == 0) {
            advice.add(advice(Severity.WARNING, "no-validation"));
        }
        skipped(findings, advice);
        classes(schema, training, validation, advice);
        sequences(training, validation, advice);
        small(training, validation, side, advice);
        return new Preflight(part, held, advice);
    }

    /// Whether there is anything to learn from.
    boolean possible() {
        return training.targets() > 0;
    }

    private static void skipped(List<Finding> findings, List<Advice> advice) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (!finding.rule().equals(EMPTY_SPLIT)) {
                byRule.computeIfAbsent(finding.rule(), _ -> new ArrayList<>()).add(finding);
            }
        }
        byRule.forEach((rule, all) -> {
            Finding first = all.getFirst();
            String sentence =
                    all.size() == 1
                            ? text("advice.finding", first.file().getFileName(), first.message())
                            : text(
                                    "advice.findings",
                                    first.file().getFileName(),
                                    first.message(),
                                    all.size() - 1);
            advice.add(new Advice(first.severity(), rule, sentence));
        });
    }

    private static void classes(
            Schema schema,
            List<LoadedPicture> training,
            List<LoadedPicture> validation,
            List<Advice> advice) {
        TreeSet<Integer> learnt = classes(training);
        TreeSet<Integer> held = classes(validation);
        List<String> never = new ArrayList<>();
        List<String> unmeasured = new ArrayList<>();
        List<String> unlearnt = new ArrayList<>();
        for (int c = 0; c < schema.classes().size(); c++) {
            String name = schema.classNames().get(c);
            if (!learnt.contains(c)) {
                (held.contains(c) ? unlearnt : never).add(name);
            } else if (!held.contains(c)) {
                unmeasured.add(name);
            }
        }
        add(advice, Severity.WARNING, "class-unlearnt", unlearnt);
        add(advice, Severity.NOTE, "class-unmeasured", unmeasured);
        add(advice, Severity.NOTE, "class-empty", never);
    }

    private static void add(
            List<Advice> advice, Severity severity, String rule, List<String> names) {
        if (!names.isEmpty()) {
            advice.add(advice(severity, rule, String.join(" ", names)));
        }
    }

    private static TreeSet<Integer> classes(List<LoadedPicture> pictures) {
        TreeSet<Integer> classes = new TreeSet<>();
        pictures.forEach(p -> p.labels().forEach(t -> classes.add(t.classIndex())));
        return classes;
    }

    private static void sequences(
            List<LoadedPicture> training, List<LoadedPicture> validation, List<Advice> advice) {
        TreeSet<String> both = sequences(training);
        both.retainAll(sequences(validation));
        for (String sequence : both) {
            advice.add(advice(Severity.WARNING, "sequence-split", sequence));
        }
    }

    private static TreeSet<String> sequences(List<LoadedPicture> pictures) {
        TreeSet<String> names = new TreeSet<>();
        pictures.forEach(
                p -> names.add(SequenceSplit.sequence(p.file().toString().replace('\\', '/'))));
        return names;
    }

    private static void small(
            List<LoadedPicture> training,
            List<LoadedPicture> validation,
            int side,
            List<Advice> advice) {
        int small = 0;
        int all = 0;
        double least = Double.POSITIVE_INFINITY;
        for (List<LoadedPicture> part : List.of(training, validation)) {
            for (LoadedPicture picture : part) {
                double scale =
                        (double) side / Math.max(picture.size().width(), picture.size().height());
                for (Target target : picture.labels()) {
                    double shorter = scale * shorter(target);
                    all++;
                    small += shorter < LEAST_SIDE ? 1 : 0;
                    least = Math.min(least, shorter);
                }
            }
        }
        if (small > 0) {
            int larger = 32 * (int) Math.ceil(side * LEAST_SIDE / least / 32);
            advice.add(advice(Severity.WARNING, "small", small, all, LEAST_SIDE, side, larger));
        }
    }

    private static double shorter(Target target) {
        return target.extent().map(Preflight::shorter).orElse(Double.POSITIVE_INFINITY);
    }

    private static double shorter(Box box) {
        return Math.min(box.width(), box.height());
    }

    private static Advice advice(Severity severity, String rule, Object... arguments) {
        return new Advice(severity, rule, text("advice." + rule, arguments));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Preflight.class, key, arguments);
    }
}
