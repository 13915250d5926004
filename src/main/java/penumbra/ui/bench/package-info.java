/// Speed figures of the true window, driven in the same process.
package penumbra.ui.bench;
