package penumbra.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.format.check.CheckReport;
import penumbra.format.check.CheckReport.Verdict;
import penumbra.format.check.DatasetCheck;
import penumbra.format.check.PictureFingerprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `penumbra check`: what a YOLO loader does with a pose data set, and what it does not notice.
@Command(name = "check", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR|data.yaml")
    private Path source;

    @Option(names = "--fast")
    private boolean fast;

    @Mixin private Form form;

    public CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        CheckReport report;
        try (var _ = console.working("progress.check")) {
            report =
                    fast
                            ? DatasetCheck.check(source)
                            : DatasetCheck.check(source, CheckCommand::fingerprint);
        }
        if (form.json()) {
            console.json(report);
        } else {
            print(console, report);
        }
        long dropped = report.count(Verdict.DROPPED);
        if (!report.loads()) {
            console.error("check.stops", report.source());
        } else if (dropped > 0) {
            console.error("check.drops", dropped);
        }
        return report.loads() && dropped == 0 ? 0 : 1;
    }

    static void print(Console console, CheckReport report) {
        new FindingLines(report.findings()).print(console);
        console.say(
                "check.done",
                report.source(),
                report.pictures().size(),
                report.count(Verdict.ACCEPTED),
                report.count(Verdict.WARNED),
                report.count(Verdict.DROPPED),
                report.targetCount());
        List<String> splits =
                report.pictures().stream()
                        .map(CheckReport.PictureVerdict::split)
                        .distinct()
                        .toList();
        for (String split : splits) {
            console.say(
                    "check.split",
                    split,
                    report.count(split, Verdict.ACCEPTED),
                    report.count(split, Verdict.WARNED),
                    report.count(split, Verdict.DROPPED));
        }
    }

    private static Optional<long[]> fingerprint(Path picture) {
        try {
            return Optional.of(PictureFingerprint.of(ImageReader.read(picture)));
        } catch (PictureException _) {
            return Optional.empty();
        }
    }
}
