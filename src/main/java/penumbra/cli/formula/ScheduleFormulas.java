package penumbra.cli.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import penumbra.uncertainty.adaloss.Adaloss;
import penumbra.uncertainty.adaloss.AdalossState;
import penumbra.uncertainty.adaloss.LossWindow;
import penumbra.uncertainty.heatmap.Heatmap;

/// Adaloss: variances, sigmas, targets.
final class ScheduleFormulas {

    static final Map<String, Formula> ALL =
            Map.of(
                    "adaloss.variance", ScheduleFormulas::variance,
                    "adaloss.sigma", ScheduleFormulas::sigma,
                    "adaloss.sigma_safe", ScheduleFormulas::safe,
                    "adaloss.target", ScheduleFormulas::target);

    private ScheduleFormulas() {}

    private static Map<String, Object> variance(Inputs in) throws CaseException {
        List<Double> losses = in.numbers("loss");
        int w = in.integer("w");
        if (w < 1) {
            throw in.wrong("w");
        }
        List<Double> v = new ArrayList<>();
        for (int end = w; end <= losses.size(); end++) {
            v.add(LossWindow.variance(losses.subList(end - w, end)));
        }
        List<Double> ratio = new ArrayList<>();
        List<Double> delta = new ArrayList<>();
        for (int i = 1; i < v.size(); i++) {
            ratio.add(v.get(i - 1) / v.get(i));
            delta.add(LossWindow.delta(v.get(i - 1), v.get(i)));
        }
        return Values.of("V", v).and("ratio_prev_over_cur", ratio).and("delta", delta).map();
    }

    private static Map<String, Object> sigma(Inputs in) throws CaseException {
        Values values = Values.none();
        List<Double> free = List.of();
        for (Adaloss.Increase increase : Adaloss.Increase.values()) {
            Adaloss rule =
                    new Adaloss(
                            Adaloss.Mode.PAPER,
                            in.integer("w"),
                            in.number("rho"),
                            increase,
                            Double.NEGATIVE_INFINITY,
                            Adaloss.PAPER.kappa(),
                            Adaloss.PAPER.relativeCap(),
                            Adaloss.PAPER.eta());
            List<Double> sigmas = sigmas(rule, in);
            values.and(increase.name(), sigmas);
            if (increase == Adaloss.Increase.FREE) {
                free = sigmas;
            }
        }
        int n = free.size();
        if (n > 1) {
            values.and("step", free.get(n - 1) - free.get(n - 2));
        }
        if (in.has("safe")) {
            values.and("SAFE", sigmas(safeRule(in, in.object("safe")), in));
        }
        return values.map();
    }

    private static Map<String, Object> safe(Inputs in) throws CaseException {
        return Values.of("SAFE", sigmas(safeRule(in, in), in)).map();
    }

    private static Adaloss safeRule(Inputs in, Inputs safe) throws CaseException {
        if (safe.number("cap", 1) != 1) {
            throw safe.wrong("cap");
        }
        return new Adaloss(
                Adaloss.Mode.SAFE,
                in.integer("w"),
                in.number("rho"),
                Adaloss.Increase.CONDITIONAL,
                safe.number("sigma_min"),
                safe.number("kappa"),
                safe.number("rel_cap"),
                Adaloss.SAFE.eta());
    }

    private static List<Double> sigmas(Adaloss rule, Inputs in) throws CaseException {
        return rule.run(in.number("sigma0"), in.numbers("loss")).stream()
                .map(AdalossState::sigma)
                .toList();
    }

    private static Map<String, Object> target(Inputs in) throws CaseException {
        Heatmap map =
                Heatmap.gaussian(
                        in.integer("width"),
                        in.integer("height"),
                        in.point("centre"),
                        in.number("sigma"));
        return Values.of("target", CentreFormulas.rows(map))
                .and("mean", map.mean())
                .and("mse_zero", map.meanSquare())
                .and("mse_zero_mean_normalised", map.times(1 / map.mean()).meanSquare())
                .map();
    }
}
