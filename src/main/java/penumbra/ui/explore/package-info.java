/// The workspace in which keypoint losses are looked at on a plate of one's own. Charts are
/// computed and drawn off the window's thread; the newest wish wins.
package penumbra.ui.explore;
