package penumbra.plot.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;
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

    private static final double[] BARS = {5, 10, 15, 20, 30, 40, 60, 100};
    private static final double[] WIDTHS = {10, 20, 40, 80, 160, 320};
    private static final double[] SHARES = {0.1, 0.2, 0.5, 1, 1.5, 2, 3, 5, 7, 10, 20, 50};

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

    /// All that is counted.
    ///
    /// @param histograms classes and numbers that do not occur left out
    /// @param positions of the plates
    public record Counts(List<Histogram> histograms, PositionMap positions) {

        public Counts {
            histograms = List.copyOf(histograms);
        }
    }

    /// @param val share of the pictures that is for validation
    /// @param light of pictures and plates, as far as it was measured
    public static Counts of(List<LabelledImage> pictures, Schema schema, double val, Light light) {
        DatasetStatistics all = new DatasetStatistics(pictures, schema, val);
        return new Counts(
                List.of(
                        all.classes(),
                        all.bins("bars", "bars", "px", BARS, t -> Bars.meanLength(t, schema)),
                        all.bins("widths", "plate", "px", WIDTHS, DatasetStatistics::width),
                        all.bins(
                                "brightness",
                                "brightness",
                                "%",
                                SHARES,
                                t -> percent(light.brightness(t))),
                        all.plates(),
                        all.exposures(light),
                        all.states()),
                PositionMap.of(pictures, all.splits));
    }

    private static OptionalDouble percent(OptionalDouble share) {
        return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share;
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

    private Histogram exposures(Light light) {
        return ranges(
                "exposures",
                "exposure",
                "%",
                SHARES,
                p -> {
                    OptionalDouble exposure = percent(light.exposure(p));
                    return exposure.isPresent()
                            ? DoubleStream.of(exposure.getAsDouble())
                            : DoubleStream.empty();
                });
    }

    private Histogram bins(
            String id,
            String word,
            String unit,
            double[] edges,
            Function<Target, OptionalDouble> measured) {
        return ranges(
                id,
                word,
                unit,
                edges,
                p -> p.targets().stream().map(measured).flatMapToDouble(OptionalDouble::stream));
    }

    /// How many values lie between two edges each, the lower one included.
    ///
    /// @param word to search by
    /// @param values of a picture
    private Histogram ranges(
            String id,
            String word,
            String unit,
            double[] edges,
            Function<LabelledImage, DoubleStream> values) {
        List<Histogram.Bar> bars = new ArrayList<>();
        for (int i = 0; i <= edges.length; i++) {
            double low = i == 0 ? 0 : edges[i - 1];
            double high = i == edges.length ? Double.POSITIVE_INFINITY : edges[i];
            String from = number(low);
            String to = number(high);
            String label = i == 0 ? "< " + to : i == edges.length ? "≥ " + from : from + "-" + to;
            String range =
                    i == 0 ? "<" + to : i == edges.length ? ">=" + from : ":" + from + "-" + to;
            bars.add(
                    bar(
                            label,
                            word + range + unit,
                            p -> (int) values.apply(p).filter(v -> v >= low && v < high).count()));
        }
        return histogram(id, bars);
    }

    private static String number(double edge) {
        return edge == Math.rint(edge)
                ? String.format(Locale.ROOT, "%.0f", edge)
                : Double.toString(edge);
    }

    private static Histogram histogram(String id, List<Histogram.Bar> bars) {
        return new Histogram(
                Texts.of(DatasetStatistics.class, "of." + id),
                bars.stream().filter(b -> b.total() > 0).toList());
    }
}
