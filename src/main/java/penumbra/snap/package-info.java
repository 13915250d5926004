/// Snaps the endpoints of a plate to its light bars at sub-pixel precision, and says how sure each
/// endpoint is. Frame: picture px throughout; light is linear, 1 where a channel saturates.
package penumbra.snap;
