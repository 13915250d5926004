/// Charts as immutable data, drawn alike in the window, PNG and SVG files, and written as CSV.
///
/// A [penumbra.plot.Chart] says what is shown: numbers, axes with units, texts. How it is drawn
/// ([penumbra.plot.Skin], size) is added last, so that what stands in a file is what was on the
/// screen. Safe for use by any number of threads. Room: `loss` makes the charts of the keypoint
/// losses.
package penumbra.plot;
