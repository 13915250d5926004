package penumbra.cli.formula;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Every function that a case may name.
final class Formulas {

    static final Map<String, Formula> ALL = all();

    private Formulas() {}

    private static Map<String, Formula> all() {
        Map<String, Formula> all = new TreeMap<>();
        Stream.of(
                        SigmaFormulas.ALL,
                        HeliumFormulas.ALL,
                        LossFormulas.ALL,
                        YoloFormulas.ALL,
                        CentreFormulas.ALL,
                        ScheduleFormulas.ALL,
                        AnchorFormulas.ALL,
                        MetricFormulas.ALL,
                        CalibrationFormulas.ALL)
                .forEach(all::putAll);
        return Map.copyOf(all);
    }
}
