package penumbra.uncertainty.adaloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdalossTest {

    private static final double OFF = Double.NEGATIVE_INFINITY;

    private static Adaloss rule(Adaloss.Mode mode, Adaloss.Increase increase, double least) {
        return new Adaloss(mode, 3, 0.9, increase, least, 1e-3, 0.1, Adaloss.REL.eta());
    }

    private static List<Double> losses(int epochs, IntToDoubleFunction loss) {
        return IntStream.range(0, epochs).mapToDouble(loss).boxed().toList();
    }

    private static void check(Adaloss rule, List<Double> losses, double... listed) {
        int[] epochs = {10, 20, 40, 60, 80, 99};
        List<AdalossState> states = rule.run(64, losses);
        for (int i = 0; i < epochs.length; i++) {
            assertThat(states.get(epochs[i]).sigma())
                    .as(rule.mode() + " after epoch " + epochs[i])
                    .isCloseTo(listed[i], within(margin(rule, listed[i])));
        }
    }

    /// The table gives one decimal; the exponent of REL behind it is stated to three digits only,
    /// which leaves 1 % of a sigma.
    private static double margin(Adaloss rule, double listed) {
        return rule.mode() == Adaloss.Mode.REL ? 0.01 * listed : 0.051;
    }

    /// The table of simple histories, 0.1 + 0.9^t without noise.
    @Test
    void aSteadyLossGivesTheListedSigmas() {
        List<Double> history = losses(100, t -> 0.1 + Math.pow(0.9, t));
        check(
                rule(Adaloss.Mode.PAPER, Adaloss.Increase.FREE, OFF),
                history,
                62.3,
                60.2,
                56.0,
                51.8,
                47.5,
                43.5);
        check(
                rule(Adaloss.Mode.SAFE, Adaloss.Increase.CONDITIONAL, 1),
                history,
                62.3,
                60.2,
                56.0,
                52.1,
                50.9,
                50.8);
        check(
                rule(Adaloss.Mode.REL, Adaloss.Increase.CONDITIONAL, 1),
                history,
                51.8,
                39.8,
                23.5,
                14.4,
                12.4,
                12.3);
    }

    @Test
    void aConstantLossChangesNothing() {
        for (Adaloss.Mode mode : Adaloss.Mode.values()) {
            check(
                    rule(mode, Adaloss.Increase.FREE, 1),
                    losses(100, _ -> 0.3),
                    64,
                    64,
                    64,
                    64,
                    64,
                    64);
        }
    }

    /// The rule as printed falls to its clamp when the loss stands still after moving, and says so.
    @Test
    void theCollapseOfThePrintedRuleIsFlagged() {
        List<Double> history = losses(60, t -> t < 50 ? 0.1 + Math.pow(0.9, t) : 0.1);
        List<AdalossState> states = Adaloss.PAPER.run(64, history);
        AdalossState collapsed =
                states.stream().filter(AdalossState::clamped).findFirst().orElseThrow();
        assertThat(states.indexOf(collapsed)).isEqualTo(52);
        assertThat(collapsed.sigma()).isEqualTo(0.5);
        assertThat(
                        rule(Adaloss.Mode.PAPER, Adaloss.Increase.FREE, OFF)
                                .run(64, history)
                                .getLast()
                                .sigma())
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Adaloss.SAFE.run(64, history)).noneMatch(AdalossState::clamped);
    }

    @Test
    void safeSigmasStayBetweenLeastAndStartWhateverComes() {
        SplittableRandom random = new SplittableRandom(4);
        for (int run = 0; run < 300; run++) {
            double sigma = random.nextDouble(1.5, 100);
            List<Double> history = new ArrayList<>();
            for (int t = 0; t < 60; t++) {
                history.add(
                        switch (random.nextInt(6)) {
                            case 0 -> 0.0;
                            case 1 -> Double.NaN;
                            case 2 -> Double.POSITIVE_INFINITY;
                            case 3 -> 1e200 * random.nextDouble();
                            case 4 -> 1e-200 * random.nextDouble();
                            default -> random.nextDouble();
                        });
            }
            for (Adaloss rule : List.of(Adaloss.SAFE, Adaloss.REL)) {
                assertThat(rule.run(sigma, history))
                        .allSatisfy(s -> assertThat(s.sigma()).isBetween(1.0, sigma));
            }
        }
    }

    @Test
    void aStateGoesOnWhereItWasSaved() {
        SplittableRandom random = new SplittableRandom(6);
        List<Double> history = losses(40, _ -> random.nextDouble());
        for (Adaloss rule : List.of(Adaloss.PAPER, Adaloss.SAFE, Adaloss.REL)) {
            List<AdalossState> whole = rule.run(32, history);
            AdalossState saved = whole.get(19);
            AdalossState state =
                    new AdalossState(saved.sigma(), saved.start(), saved.losses(), saved.clamped());
            assertThat(saved.losses()).hasSize(rule.window() + 1);
            for (double loss : history.subList(20, 40)) {
                state = rule.next(state, loss);
            }
            assertThat(state).isEqualTo(whole.getLast());
        }
    }

    @Test
    void anEpochWithoutLabelsChangesNothing() {
        AdalossState state = Adaloss.SAFE.run(32, List.of(1.0, 0.8, 0.5, 0.4, 0.3, 0.2)).getLast();
        assertThat(Adaloss.SAFE.next(state, Double.NaN)).isSameAs(state);
    }

    @Test
    void whetherSigmaMayGrowIsTheRulesChoice() {
        // The variance rises and the loss falls: only the free rule grows.
        List<Double> falling = List.of(1.0, 0.99, 0.98, 0.5);
        // Both rise.
        List<Double> rising = List.of(0.5, 0.51, 0.5, 0.9);
        assertThat(last(Adaloss.Increase.FREE, falling)).isGreaterThan(16);
        assertThat(last(Adaloss.Increase.CONDITIONAL, falling)).isEqualTo(16);
        assertThat(last(Adaloss.Increase.CONDITIONAL, rising)).isGreaterThan(16);
        assertThat(last(Adaloss.Increase.NON_INCREASING, rising)).isEqualTo(16);
    }

    private static double last(Adaloss.Increase increase, List<Double> losses) {
        return rule(Adaloss.Mode.PAPER, increase, 0.5).run(16, losses).getLast().sigma();
    }

    /// 64 to 1.5 in 60 epochs: 2 · 0.9 · ln(42.67) / 60.
    @Test
    void theExponentOfTheProportionalRuleFollowsFromItsGoal() {
        assertThat(Adaloss.eta(0.9, 64, 1.5, 60)).isCloseTo(0.1126, within(5e-5));
        assertThat(Adaloss.start(256, 192)).isEqualTo(48);
        assertThatThrownBy(() ->
                        new Adaloss(
                                Adaloss.Mode.SAFE, 1, 0.9, Adaloss.Increase.FREE, 1, 0, 0.1, 0.1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void variancesAreOfThePopulation() {
        assertThat(LossWindow.variance(List.of(1.0, 2.0, 3.0))).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(LossWindow.variance(List.of(5.0, 5.0, 5.0))).isZero();
        assertThat(LossWindow.delta(2, 1)).isEqualTo(-1);
        assertThat(LossWindow.delta(0, 0)).isZero();
        assertThat(LossWindow.delta(1, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
