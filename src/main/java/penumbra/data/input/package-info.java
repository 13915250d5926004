/// Pictures and labels as a network takes them: resized, letterboxed, warped, recoloured, mirrored.
///
/// The operations on pixels are those of OpenCV 4.6 to the last bit, which the reference trainer
/// uses, so that a network sees here what it saw there. **Frame.** Integer coordinates are pixel
/// *centres* inside these operations, as OpenCV has them; boxes and keypoints are carried by the
/// same numbers without an offset of half a pixel, as the reference does.
package penumbra.data.input;
