package penumbra.data;

import penumbra.geometry.Size;

/// The pixels of a picture, its EXIF orientation applied.
///
/// @param size width and height
/// @param argb rows from the top, `0xffRRGGBB` each, 8 bits a channel; shared, never to be written
/// @param complete false when the file ended early or is damaged, so that some pixels are wrong,
///   grey (JPEG) or black
public record DecodedImage(Size size, int[] argb, boolean complete) {}
