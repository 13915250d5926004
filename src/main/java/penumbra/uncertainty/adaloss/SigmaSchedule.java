package penumbra.uncertainty.adaloss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The deviations of all keypoints on their way through a run: one [Adaloss] rule, a state for each
/// keypoint. Immutable; a checkpoint keeps [#numbers].
///
/// The unit of a deviation is whatever the first one is meant in: cells of a heat map, or with
/// [#widening] multiples of the deviation that a loss has in the end.
public record SigmaSchedule(Adaloss rule, List<AdalossState> states) {

    /// How wide losses of a regression head start: the OKS width of the reference, 0.5 of a box's
    /// side, over about twice the usual label noise.
    private static final double WIDEST = 4;

    /// Numbers of a state before its losses.
    private static final int HEAD = 4;

    public SigmaSchedule {
        states = List.copyOf(states);
    }

    public static SigmaSchedule begin(Adaloss rule, double sigma, int keypoints) {
        return new SigmaSchedule(rule, Collections.nCopies(keypoints, rule.begin(sigma)));
    }

    /// For losses of a regression head: factors that begin at 4 and end at 1, by the rule of that
    /// name (`paper`, `safe`, `rel`). Ours: \[S1\] has heat maps only.
    public static Optional<SigmaSchedule> widening(String id, int keypoints) {
        return rule(id).map(rule ->
                begin(
                        new Adaloss(
                                rule.mode(),
                                rule.window(),
                                rule.rho(),
                                rule.increase(),
                                1,
                                rule.kappa(),
                                rule.relativeCap(),
                                Adaloss.eta(rule.rho(), WIDEST, 1, 60)),
                        WIDEST,
                        keypoints));
    }

    /// The rule of that name: `paper`, `safe`, `rel`.
    public static Optional<Adaloss> rule(String id) {
        return Stream.of(Adaloss.PAPER, Adaloss.SAFE, Adaloss.REL)
                .filter(rule -> rule.id().equals(id))
                .findFirst();
    }

    /// After an epoch.
    ///
    /// @param losses mean loss of each keypoint; NaN leaves its deviation as it is
    public SigmaSchedule next(List<Double> losses) {
        if (losses.size() != states.size()) {
            throw new IllegalArgumentException(losses + " for " + states.size() + " keypoints");
        }
        List<AdalossState> next = new ArrayList<>();
        for (int k = 0; k < states.size(); k++) {
            next.add(rule.next(states.get(k), losses.get(k)));
        }
        return new SigmaSchedule(rule, next);
    }

    /// The deviation of each keypoint now.
    public List<Double> sigmas() {
        return states.stream().map(AdalossState::sigma).toList();
    }

    /// One deviation for all: the geometric mean.
    public double common() {
        return Math.exp(sigmas().stream().mapToDouble(Math::log).average().orElseThrow());
    }

    /// What a checkpoint must hold to go on: for each keypoint deviation, first deviation, 1 where
    /// the last step was clamped, how many losses follow, and these.
    public List<Double> numbers() {
        List<Double> numbers = new ArrayList<>();
        for (AdalossState state : states) {
            numbers.add(state.sigma());
            numbers.add(state.start());
            numbers.add(state.clamped() ? 1.0 : 0.0);
            numbers.add((double) state.losses().size());
            numbers.addAll(state.losses());
        }
        return numbers;
    }

    /// From [#numbers] of a schedule with that rule.
    ///
    /// @return empty if they are none
    public static Optional<SigmaSchedule> of(Adaloss rule, List<Double> numbers) {
        List<AdalossState> states = new ArrayList<>();
        int at = 0;
        while (at + HEAD <= numbers.size()) {
            double count = numbers.get(at + 3);
            int end = at + HEAD + (int) count;
            if (!(count >= 0 && count <= rule.window() + 1) || end > numbers.size()) {
                return Optional.empty();
            }
            states.add(
                    new AdalossState(
                            numbers.get(at),
                            numbers.get(at + 1),
                            numbers.subList(at + HEAD, end),
                            numbers.get(at + 2) != 0));
            at = end;
        }
        return at == numbers.size() && !states.isEmpty()
                ? Optional.of(new SigmaSchedule(rule, states))
                : Optional.empty();
    }
}
