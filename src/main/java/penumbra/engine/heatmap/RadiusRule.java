package penumbra.engine.heatmap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import penumbra.geometry.Box;
import penumbra.uncertainty.heatmap.GaussianRadius;
import penumbra.uncertainty.heatmap.Heatmap.Spot;
import penumbra.uncertainty.heatmap.RadiusFormula;
import penumbra.uncertainty.heatmap.SigmaRule;

/// How wide the Gaussian of a target is, from its box.
///
/// @param formula which roots are taken
/// @param overlap least overlap of boxes within the radius
/// @param least cells that the radius is never below
/// @param sigma deviation from the radius
public record RadiusRule(RadiusFormula formula, double overlap, int least, SigmaRule sigma) {

    /// The rule of a formula with overlap 0.7 and the public deviation. The correct roots give
    /// small plates radius 0, a map without slopes, so that it is held to one cell (ours).
    public static RadiusRule of(RadiusFormula formula) {
        return new RadiusRule(
                formula, 0.7, formula == RadiusFormula.CORRECT ? 1 : 0, SigmaRule.CODE);
    }

    /// The rule of that name: `correct`, `legacy`, `note-literal`.
    public static Optional<RadiusRule> byId(String id) {
        return Arrays.stream(RadiusFormula.values())
                .filter(formula -> id(formula).equals(id))
                .map(RadiusRule::of)
                .findFirst();
    }

    private static String id(RadiusFormula formula) {
        return formula.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The spot of a target at a cell, its sides rounded up to whole cells as the public code does.
    ///
    /// @param box cells
    Spot spot(int x, int y, Box box) {
        int radius =
                GaussianRadius.of(
                                Math.ceil(Math.max(0, box.width())),
                                Math.ceil(Math.max(0, box.height())),
                                overlap,
                                formula)
                        .cells(least);
        return new Spot(x, y, radius, sigma.sigma(radius));
    }
}
