/// Opening, importing and exporting from the window; the same code as the command line's does the
/// work.
package penumbra.ui.file;
