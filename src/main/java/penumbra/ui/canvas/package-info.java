/// The picture and the labels on it: painting, pointing, dragging. Screen px are those of the
/// canvas; everything that outlives a paint is in picture px.
package penumbra.ui.canvas;
