package penumbra.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import penumbra.file.AtomicFile;

/// `results.csv`: a row for each epoch, with header, order and form of numbers (`%.6g` of what was
/// rounded to five decimals) as Ultralytics 8.3 writes them, so that its users' tools read it.
public record ResultsFile(Path path) {

    private static final List<String> LOSSES = List.of("box", "pose", "kobj", "cls", "dfl");

    static final String HEADER =
            "epoch,time,"
                    + LOSSES.stream()
                            .map(l -> "train/" + l + "_loss,")
                            .collect(Collectors.joining())
                    + "metrics/precision(B),metrics/recall(B),metrics/mAP50(B),metrics/mAP50-95(B),"
                    + "metrics/precision(P),metrics/recall(P),metrics/mAP50(P),metrics/mAP50-95(P),"
                    + LOSSES.stream().map(l -> "val/" + l + "_loss,").collect(Collectors.joining())
                    + "lr/pg0,lr/pg1,lr/pg2";

    private static final int DIGITS = 6;
    private static final int DECIMALS = 5;

    /// Adds the row of an epoch; rows of it and of later ones, which a resumed run goes through
    /// again, are taken out.
    public void add(TrainingEvent.Epoch epoch) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        if (Files.exists(path)) {
            Files.readAllLines(path).stream()
                    .skip(1)
                    .filter(line -> number(line) < epoch.epoch())
                    .forEach(lines::add);
        }
        lines.add(row(epoch));
        AtomicFile.write(path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static int number(String line) {
        String first = line.substring(0, Math.max(0, line.indexOf(',')));
        return first.matches("[0-9]{1,9}") ? Integer.parseInt(first) : Integer.MAX_VALUE;
    }

    static String row(TrainingEvent.Epoch epoch) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(epoch.epoch()));
        cells.add(sixDigits(epoch.seconds()));
        losses(cells, Optional.of(epoch.training()));
        scores(cells, epoch.validation().map(TrainingEvent.Validation::boxes));
        scores(cells, epoch.validation().map(TrainingEvent.Validation::keypoints));
        losses(cells, epoch.validation().map(TrainingEvent.Validation::losses));
        epoch.learningRates().forEach(rate -> cells.add(sixDigits(rate)));
        return String.join(",", cells);
    }

    private static void losses(List<String> cells, Optional<SequencedMap<String, Double>> losses) {
        for (String loss : LOSSES) {
            cells.add(rounded(losses.map(l -> l.getOrDefault(loss, 0.0)).orElse(Double.NaN)));
        }
    }

    private static void scores(List<String> cells, Optional<TrainingEvent.Scores> scores) {
        cells.add(rounded(scores.map(TrainingEvent.Scores::precision).orElse(Double.NaN)));
        cells.add(rounded(scores.map(TrainingEvent.Scores::recall).orElse(Double.NaN)));
        cells.add(rounded(scores.map(TrainingEvent.Scores::map50).orElse(Double.NaN)));
        cells.add(rounded(scores.map(TrainingEvent.Scores::map).orElse(Double.NaN)));
    }

    private static String rounded(double value) {
        return Double.isFinite(value)
                ? sixDigits(
                        new BigDecimal(value)
                                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                                .doubleValue())
                : sixDigits(value);
    }

    /// As C's `%.6g` has it.
    static String sixDigits(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        BigDecimal number = new BigDecimal(value).round(new MathContext(DIGITS));
        if (number.signum() == 0) {
            return "0";
        }
        int exponent = number.precision() - number.scale() - 1;
        BigDecimal plain = number.stripTrailingZeros();
        if (exponent >= -4 && exponent < DIGITS) {
            return plain.toPlainString();
        }
        String digits = plain.scaleByPowerOfTen(-exponent).toPlainString();
        return "%se%s%02d".formatted(digits, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
