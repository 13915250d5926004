package penumbra.plot.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import penumbra.format.export.SequenceSplit;
import penumbra.format.export.Split;
import penumbra.geometry.Box;
import penumbra.model.Bars;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.text.Texts;

/// The statistics of a project's pictures. On any thread.
public final class DatasetStatistics {

    private static final int[] BARS = {5, 10, 15, 20, 30, 40, 60, 100};
    private static final int[] WIDTHS = {10, 20, 40, 80, 160, 320};

    private final List<LabelledImage> pictures;
    private final Schema schema;
    private final Map<Long, Split> splits = new HashMap<>();

    private DatasetStatistics(List<LabelledImage> pictures, Schema schema, double val) {
        this.pictures = pictures;
        this.schema = schema;
        List<Split> each =
                SequenceSplit.of(pictures.stream().map(LabelledImage::path).toList(), val);
        for (int i = 0; i < pictures.size(); i++) {
            splits.put(pictures.get(i).id(), each.get(i));
        }
    }

    /// All of them, classes and numbers that do not occur left out.
    ///
    /// @param val share of the pictures that is for validation
    public static List<Histogram> of(List<LabelledImage> pictures, Schema schema, double val) {
        DatasetStatistics all = new DatasetStatistics(pictures, schema, val);
        return List.of(
                all.classes(),
                all.bins("bars", "bars", BARS, Bars::meanLength),
                all.bins("widths", "plate", WIDTHS, (target, _) -> width(target)),
                all.plates(),
                all.states());
    }

    private static OptionalDouble width(Target target) {
        return target.extent()
                .map(Box::width)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private Histogram.Bar bar(String label, String query, ToIntFunction<LabelledImage> count) {
        int train = 0;
        int val = 0;
        for (LabelledImage picture : pictures) {
            int more = count.applyAsInt(picture);
            if (splits.get(picture.id()) == Split.TRAIN) {
                train += more;
            } else {
                val += more;
            }
        }
        return new Histogram.Bar(label, train, val, query);
    }

    private Histogram classes() {
        List<Histogram.Bar> bars = new ArrayList<>();
        for (int c = 0; c < schema.classes().size(); c++) {
            int index = c;
            String name = schema.classNames().get(c);
            String value = name.matches("[^\\s,\"]+") ? name : '"' + name + '"';
            bars.add(
                    bar(
                            name,
                            "class:" + value,
                            p ->
                                    (int)
                                            p.targets().stream()
                                                    .filter(t -> t.classIndex() == index)
                                                    .count()));
        }
        return histogram("classes", bars);
    }

    private Histogram plates() {
        int most = pictures.stream().mapToInt(p -> p.targets().size()).max().orElse(0);
        List<Histogram.Bar> bars = new ArrayList<>();
        for (int n = 0; n <= most; n++) {
            int plates = n;
            bars.add(
                    bar(
                            Integer.toString(n),
                            "plates:" + n,
                            p -> p.targets().size() == plates ? 1 : 0));
        }
        return histogram("plates", bars);
    }

    private Histogram states() {
        return histogram(
                "states",
                Arrays.stream(LabelState.values())
                        .map(state -> {
                            String id = state.name().toLowerCase(Locale.ROOT);
                            return bar(
                                    Texts.of(DatasetStatistics.class, "state." + id),
                                    "state:" + id,
                                    p -> p.state() == state ? 1 : 0);
                        })
                        .toList());
    }

    /// Targets between two edges each, the lower one included.
    private Histogram bins(
            String id,
            String word,
            int[] edges,
            BiFunction<Target, Schema, OptionalDouble> measured) {
        List<Histogram.Bar> bars = new ArrayList<>();
        for (int i = 0; i <= edges.length; i++) {
            double low = i == 0 ? 0 : edges[i - 1];
            double high = i == edges.length ? Double.POSITIVE_INFINITY : edges[i];
            String range =
                    i == 0
                            ? "<" + edges[0]
                            : i == edges.length
                                    ? ">=" + edges[i - 1]
                                    : ":" + edges[i - 1] + "-" + edges[i];
            bars.add(
                    bar(
                            range.replace(":", "").replace(">=", "≥ ").replace("<", "< "),
                            word + range + "px",
                            p ->
                                    (int)
                                            p.targets().stream()
                                                    .map(t -> measured.apply(t, schema))
                                                    .flatMapToDouble(OptionalDouble::stream)
                                                    .filter(v -> v >= low && v < high)
                                                    .count()));
        }
        return histogram(id, bars);
    }

    private static Histogram histogram(String id, List<Histogram.Bar> bars) {
        return new Histogram(
                Texts.of(DatasetStatistics.class, "of." + id),
                bars.stream().filter(b -> b.total() > 0).toList());
    }
}
