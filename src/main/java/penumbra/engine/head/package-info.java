/// What the network's numbers mean: anchors, boxes and keypoints in pixels, detections. Plain Java.
///
/// **Frames.** *Input px*: pixels of the picture that went into the network, letterboxed, origin at
/// its top-left corner, x right, y down. *Cells*: input px divided by the stride of the level.
package penumbra.engine.head;
