/// The workspace in which runs are started, watched and compared. What a run tells is read from its
/// folder on a worker, so that a run that was started elsewhere, or long ago, is seen alike.
package penumbra.ui.train;
