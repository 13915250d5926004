/// The blind second look: who looks at how many plates, one plate after the other with all labels
/// out of sight, and what the looks say of the labels' noise.
package penumbra.ui.calibrate;
