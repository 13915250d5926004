package penumbra.format.yolo;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import penumbra.model.AxisLaw;
import penumbra.model.LabelNoise;
import penumbra.model.SizeLaw;

/// `kpt_noise` of a data.yaml: how far its labels scatter along and across a light bar, so that a
/// training knows it from the data set as it does from the project. Three lists: the law along and
/// the law across ([AxisLaw]: form, first, second, gap, variance; px), and what they were measured
/// on: pairs of labels, and when. Ours; loaders ignore it. The intervals and the looks themselves
/// stay with the project.
public final class NoiseText {

    /// The key.
    public static final String KEY = "kpt_noise";

    private static final int LAW = 5;

    private NoiseText() {}

    /// Whole lines, the key first.
    public static String of(LabelNoise noise) {
        return String.join(
                        "\n",
                        KEY + ":",
                        "  along: " + law(noise.along()),
                        "  across: " + law(noise.across()),
                        "  measured: [" + noise.pairs() + ", '" + noise.measured() + "']")
                + "\n";
    }

    private static String law(AxisLaw law) {
        List<Object> values =
                List.of(
                        law.law().name().toLowerCase(Locale.ROOT),
                        law.first(),
                        law.second(),
                        law.gap(),
                        law.variance());
        return values.toString();
    }

    /// Empty where it is not written so.
    ///
    /// @param lists the values of the key
    static Optional<LabelNoise> read(List<List<String>> lists) {
        if (lists.size() != 3 || lists.get(2).size() != 2) {
            return Optional.empty();
        }
        try {
            Optional<AxisLaw> along = law(lists.get(0));
            Optional<AxisLaw> across = law(lists.get(1));
            int pairs = Integer.parseInt(lists.get(2).get(0));
            Instant measured = Instant.parse(lists.get(2).get(1));
            return along.flatMap(a -> across.map(c -> noise(a, c, pairs, measured)));
        } catch (NumberFormatException | DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static LabelNoise noise(AxisLaw along, AxisLaw across, int pairs, Instant measured) {
        return new LabelNoise(along, across, List.of(), pairs, List.of(), List.of(), measured);
    }

    private static Optional<AxisLaw> law(List<String> values) {
        Optional<SizeLaw> form =
                Arrays.stream(SizeLaw.values())
                        .filter(l ->
                                !values.isEmpty()
                                        && l.name()
                                                .toLowerCase(Locale.ROOT)
                                                .equals(values.getFirst()))
                        .findFirst();
        List<Double> numbers = new ArrayList<>();
        values.stream().skip(1).forEach(v -> numbers.add(Double.valueOf(v)));
        boolean finite = numbers.stream().allMatch(Double::isFinite);
        return form.filter(_ -> values.size() == LAW && finite)
                .map(l ->
                        new AxisLaw(
                                l, numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3)))
                .filter(l -> l.gap() > 0 && l.sigma(l.gap()) > 0);
    }
}
