package penumbra.uncertainty.adaloss;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The rule by which a landmark's sigma goes from epoch to epoch.
///
/// Formula: `sigma_(t+1) = sigma_t + rho Δ_t`, `Δ_t = 1 - V_(t-1) / V_t`, V the variance of the
/// last w losses. Source: \[S1\] eqs. 1 to 5 with w 3, rho 0.9, sigma at first a quarter of the
/// map's shorter side. Nothing changes before w + 1 losses are known.
///
/// A settling loss makes V fall and sigma shrink. Growth is bounded, shrinking is not: with noisy
/// losses and w 3 the expected step is minus infinity, so that PAPER ends at or below 0 sooner or
/// later. SAFE, the default, and REL are ours:
///
/// - SAFE: `Δ = clip(1 - (V_(t-1) + φ) / (V_t + φ), -1, 1)`, `φ = (kappa mean)²`; a step of at most
///   `relativeCap sigma`; sigma never above its start.
/// - REL: `sigma exp(eta Δ)` with the Δ of SAFE: the same on every resolution.
///
/// @param mode which of the three
/// @param window w, epochs, 2 or more; 5 or more is wise
/// @param rho step, cells
/// @param increase when sigma may grow
/// @param least sigma is never below, cells, nor moved if it begins below; minus infinity turns the
///   clamp off
/// @param kappa noise of the loss relative to its mean
/// @param relativeCap largest step of SAFE as a share of sigma
/// @param eta exponent of REL; see [#eta]
public record Adaloss(
        Mode mode,
        int window,
        double rho,
        Increase increase,
        double least,
        double kappa,
        double relativeCap,
        double eta) {

    /// As printed, safe, or in proportion.
    public enum Mode {
        PAPER,
        SAFE,
        REL
    }

    /// When sigma may grow.
    public enum Increase {
        /// Whenever the rule says so.
        FREE,
        /// Never.
        NON_INCREASING,
        /// Only when the loss itself rose too, as the prose of \[S1\] has it.
        CONDITIONAL
    }

    /// As printed; clamped to half a cell.
    public static final Adaloss PAPER =
            new Adaloss(Mode.PAPER, 3, 0.9, Increase.FREE, 0.5, 1e-3, 0.1, eta(0.9, 64, 1.5, 60));

    /// The default.
    public static final Adaloss SAFE =
            new Adaloss(
                    Mode.SAFE, 5, 0.9, Increase.CONDITIONAL, 1, 1e-3, 0.1, eta(0.9, 64, 1.5, 60));

    /// From 64 cells to 1.5 in about 60 epochs of a steadily falling loss.
    public static final Adaloss REL =
            new Adaloss(
                    Mode.REL, 5, 0.9, Increase.CONDITIONAL, 1, 1e-3, 0.1, eta(0.9, 64, 1.5, 60));

    /// Sigma stays where it began: what schedules are compared with.
    public static final Adaloss FIXED =
            new Adaloss(
                    Mode.SAFE,
                    5,
                    0.9,
                    Increase.CONDITIONAL,
                    Double.POSITIVE_INFINITY,
                    1e-3,
                    0.1,
                    eta(0.9, 64, 1.5, 60));

    /// @throws IllegalArgumentException if a parameter is out of range
    public Adaloss {
        if (window < 2 || !(rho > 0 && kappa >= 0 && relativeCap > 0 && eta > 0)) {
            throw new IllegalArgumentException(
                    "Adaloss needs a window of 2 or more and rho, cap and eta above 0");
        }
    }

    /// `paper`, `safe`, `rel` or `fixed`.
    public String id() {
        return least == Double.POSITIVE_INFINITY ? "fixed" : mode.name().toLowerCase(Locale.ROOT);
    }

    /// `2 rho ln(start / end) / epochs`: with it REL falls from start to end in about that many
    /// epochs of a steadily settling loss.
    public static double eta(double rho, double start, double end, int epochs) {
        return 2 * rho * Math.log(start / end) / epochs;
    }

    /// A quarter of the map's shorter side.
    public static double start(int width, int height) {
        return Math.min(width, height) / 4.0;
    }

    /// What is known before the first epoch.
    public AdalossState begin(double sigma) {
        return new AdalossState(sigma, sigma, List.of(), false);
    }

    /// After one more epoch.
    ///
    /// @param loss mean training loss of the landmark over the epoch; NaN or infinite when it had
    ///   no labelled sample, and then nothing changes
    public AdalossState next(AdalossState state, double loss) {
        if (!Double.isFinite(loss)) {
            return state;
        }
        List<Double> losses = new ArrayList<>(state.losses());
        losses.add(loss);
        if (losses.size() > window + 1) {
            losses.removeFirst();
        }
        if (losses.size() <= window) {
            return new AdalossState(state.sigma(), state.start(), losses, false);
        }
        double free = stepped(state.sigma(), delta(losses));
        double most = mode == Mode.PAPER ? Double.POSITIVE_INFINITY : state.start();
        double held = Math.min(Math.max(free, Math.min(least, most)), most);
        return new AdalossState(held, state.start(), losses, free < held);
    }

    /// The states after each epoch.
    public List<AdalossState> run(double sigma, List<Double> losses) {
        List<AdalossState> states = new ArrayList<>();
        AdalossState state = begin(sigma);
        for (double loss : losses) {
            state = next(state, loss);
            states.add(state);
        }
        return states;
    }

    private double delta(List<Double> losses) {
        List<Double> now = losses.subList(1, window + 1);
        double before = LossWindow.variance(losses.subList(0, window));
        double variance = LossWindow.variance(now);
        double delta;
        if (mode == Mode.PAPER) {
            delta = LossWindow.delta(before, variance);
        } else {
            double noise = Math.pow(kappa * LossWindow.mean(now), 2);
            delta = Math.clamp(LossWindow.delta(before + noise, variance + noise), -1, 1);
        }
        boolean rose = losses.get(window) > losses.get(window - 1);
        boolean mayGrow = increase == Increase.FREE || increase == Increase.CONDITIONAL && rose;
        return mayGrow ? delta : Math.min(0, delta);
    }

    private double stepped(double sigma, double delta) {
        return switch (mode) {
            case PAPER -> sigma + rho * delta;
            case SAFE -> {
                double cap = relativeCap * sigma;
                yield sigma + Math.clamp(rho * delta, -cap, cap);
            }
            case REL -> sigma * Math.exp(eta * delta);
        };
    }
}
