/// What is laid over the picture: each overlay is one file and one line in
/// [penumbra.ui.overlay.Overlays#ALL]. Its settings are a record; card, stored state and defaults
/// derive from the record's components.
///
/// Frames: labels and everything painted are picture px. Formulas that speak of the network's input
/// compute there ([penumbra.geometry.InputFrame]) and come back; a read-out names its unit.
package penumbra.ui.overlay;
