/// Points, boxes and quadrilaterals on plain doubles; nothing here knows of labels or pictures.
///
/// Frames used throughout Penumbra. Every frame has its origin at the top-left *corner* (not the
/// centre) of its first pixel, x to the right and y down; pixel column 0 covers \[0, 1) and its
/// centre is 0.5.
///
/// - **picture px**: pixels of the original picture, after its EXIF orientation was applied. Labels
///   live here.
/// - **input px**: pixels of the letterboxed network input.
/// - **grid cells**: input px divided by the stride of a level.
/// - **normalised**: picture px divided by picture width (x) and height (y); only inside label
///   files.
package penumbra.geometry;
