/// Rendered armor-plate scenes with clean truth, and the label noise that is added to it.
///
/// World frame: metres, origin on the floor below the camera, x to the right, y down, z forward.
/// Light is linear, one float per colour; 1 is where the sensor saturates. Positions in the picture
/// are picture px with the corner origin of [penumbra.geometry].
package penumbra.data.scene;
