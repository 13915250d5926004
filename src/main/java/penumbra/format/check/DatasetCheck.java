package penumbra.format.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.SourceFiles;
import penumbra.format.check.CheckReport.Labels;
import penumbra.format.check.CheckReport.PictureVerdict;
import penumbra.format.check.CheckReport.Verdict;
import penumbra.format.yolo.DataYaml;
import penumbra.format.yolo.DatasetPaths;
import penumbra.format.yolo.LoaderLabels;
import penumbra.format.yolo.LoaderPictures;
import penumbra.format.yolo.SplitPictures;
import penumbra.geometry.Size;
import penumbra.model.Schema;

/// Tells what the loader of Ultralytics YOLO 8.3 does with each picture of a pose data set, and
/// what it does not notice. Only reads.
///
/// A failing check drops the picture with all its labels, in this order: the picture
/// ([LoaderPictures]), then its label file ([LoaderLabels]). Suspicions ([LabelSuspicions],
/// [SplitLeaks], [DatasetLeftovers]) change no verdict. A folder `truth` beside `labels` is looked
/// at only for files without their label file.
public final class DatasetCheck {

    private final DataYaml yaml;
    private final LoaderLabels loader;
    private final LabelSuspicions suspicions;
    private final int[] perClass;
    private final List<Finding> findings = new ArrayList<>();
    private final List<PictureVerdict> verdicts = new ArrayList<>();
    private boolean loads = true;

    private DatasetCheck(DataYaml yaml) {
        this.yaml = yaml;
        int classes = yaml.schema().classes().size();
        loader = new LoaderLabels(yaml.shape(), classes);
        suspicions = new LabelSuspicions(yaml.shape(), isPlate(yaml));
        perClass = new int[classes];
    }

    /// [#check(Path, Function)] without looking for pictures that are alike.
    public static CheckReport check(Path source) throws FormatException {
        return check(source, _ -> Optional.empty());
    }

    /// Checks a data set.
    ///
    /// @param source a data.yaml, the folder it stands in, or a folder of armor plates without one
    /// @param fingerprint the [PictureFingerprint] of a picture; empty where it is not to be
    ///   compared
    /// @throws FormatException if there is no data set, or its data.yaml stops every loader
    public static CheckReport check(Path source, Function<Path, Optional<long[]>> fingerprint)
            throws FormatException {
        try {
            return new DatasetCheck(CheckSource.of(source)).run(fingerprint);
        } catch (IOException e) {
            throw SourceFiles.unreadable(source, e);
        } catch (UncheckedIOException e) {
            throw SourceFiles.unreadable(source, e.getCause());
        }
    }

    private CheckReport run(Function<Path, Optional<long[]>> fingerprint) throws IOException {
        for (Finding f : yaml.findings()) {
            loads &= f.severity() != Severity.REFUSED;
            findings.add(f);
        }
        if (!yaml.path().isEmpty() && !Path.of(yaml.path()).isAbsolute()) {
            find(Severity.NOTE, yaml.file(), "check-relative-path", yaml.path());
        }
        Map<String, List<Path>> kept = new LinkedHashMap<>();
        for (String split : List.of("train", "val", "test")) {
            if (yaml.splits().containsKey(split)) {
                kept.put(split, split(split));
            } else if (!split.equals("test")) {
                stop("check-no-split", split);
            }
        }
        findings.addAll(new SplitLeaks(yaml, kept).find(fingerprint));
        findings.addAll(DatasetLeftovers.of(yaml, verdicts));
        Map<String, Integer> classes = new LinkedHashMap<>();
        List<String> names = yaml.schema().classNames();
        for (int c = 0; c < perClass.length; c++) {
            classes.put(names.get(c), perClass[c]);
        }
        List<String> unused = names.stream().filter(n -> classes.get(n) == 0).toList();
        if (!unused.isEmpty()) {
            find(Severity.NOTE, yaml.file(), "check-class-unused", String.join(", ", unused));
        }
        return new CheckReport(yaml.file(), yaml.shape(), classes, loads, verdicts, findings);
    }

    /// @return the pictures that are not dropped
    private List<Path> split(String split) throws IOException {
        int before = findings.size();
        List<Path> pictures = SplitPictures.of(yaml, split, findings);
        boolean missing =
                findings.subList(before, findings.size()).stream()
                        .anyMatch(f -> f.severity() == Severity.REFUSED);
        loads &= !missing;
        List<Path> kept = new ArrayList<>();
        for (Path picture : pictures) {
            PictureVerdict verdict = verdict(split, picture);
            verdicts.add(verdict);
            if (verdict.verdict() != Verdict.DROPPED) {
                kept.add(picture);
            }
        }
        if (kept.isEmpty() && !missing) {
            stop(pictures.isEmpty() ? "check-no-pictures" : "check-none-left", split);
        }
        return kept;
    }

    private PictureVerdict verdict(String split, Path picture) throws IOException {
        Path labels = DatasetPaths.labels(picture);
        LoaderPictures.Judgement judgement = LoaderPictures.judge(picture);
        List<String> rules = new ArrayList<>();
        judgement
                .rule()
                .ifPresent(rule -> {
                    rules.add(rule);
                    find(
                            judgement.dropped() ? Severity.REFUSED : Severity.WARNING,
                            picture,
                            rule,
                            judgement.argument());
                });
        if (judgement.dropped()) {
            return new PictureVerdict(
                    split, picture, labels, Verdict.DROPPED, Labels.UNREAD, rules, 0);
        }
        Verdict verdict = rules.isEmpty() ? Verdict.ACCEPTED : Verdict.WARNED;
        if (!Files.isRegularFile(labels)) {
            rules.add("check-labels-missing");
            return new PictureVerdict(split, picture, labels, verdict, Labels.MISSING, rules, 0);
        }
        LoaderLabels.Judgement lines = loader.judge(Files.readAllBytes(labels));
        if (lines.rejection().isPresent()) {
            LoaderLabels.Rejection no = lines.rejection().get();
            rules.add(no.rule());
            findings.add(
                    Finding.of(
                            Severity.REFUSED,
                            labels,
                            no.line(),
                            no.rule(),
                            no.arguments().toArray()));
            return new PictureVerdict(
                    split, picture, labels, Verdict.DROPPED, Labels.FOUND, rules, 0);
        }
        if (lines.duplicates() > 0) {
            rules.add("check-duplicate-rows");
            find(Severity.WARNING, labels, "check-duplicate-rows", lines.duplicates());
            verdict = Verdict.WARNED;
        }
        lines.rows().forEach(row -> perClass[Math.max(0, (int) row.values()[0])]++);
        Optional<Size> size = judgement.size();
        size.ifPresent(s -> findings.addAll(suspicions.of(labels, lines.rows(), s)));
        if (lines.rows().isEmpty()) {
            rules.add("check-labels-empty");
        }
        return new PictureVerdict(
                split,
                picture,
                labels,
                verdict,
                lines.rows().isEmpty() ? Labels.EMPTY : Labels.FOUND,
                rules,
                lines.rows().size());
    }

    /// Four keypoints called TL, BL, BR, TR, or without names and mirrored as those are.
    private static boolean isPlate(DataYaml yaml) {
        Schema plate = Schema.ARMOR_PLATE;
        return yaml.namedKeypoints()
                ? yaml.schema().keypoints().equals(plate.keypoints())
                : yaml.flip().equals(Optional.of(plate.flip()));
    }

    private void stop(String rule, String split) {
        loads = false;
        find(Severity.REFUSED, yaml.file(), rule, split);
    }

    private void find(Severity severity, Path file, String rule, Object... arguments) {
        findings.add(Finding.of(severity, file, 0, rule, arguments));
    }
}
