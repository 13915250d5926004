/// Asking a network for proposals, and the file in which they wait.
package penumbra.ui.predict;
