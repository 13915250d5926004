/// Adaloss: the deviation of a landmark's heat-map target follows the variance of its own training
/// loss. Source \[S1\] as in [penumbra.uncertainty]. Unit of sigma: heat-map cells.
package penumbra.uncertainty.adaloss;
