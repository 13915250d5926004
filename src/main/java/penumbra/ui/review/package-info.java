/// The Review workspace: proposals, suggested pictures and suspicious labels, one after the other.
package penumbra.ui.review;
