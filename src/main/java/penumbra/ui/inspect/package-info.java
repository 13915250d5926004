/// The inspector of the selected plate.
package penumbra.ui.inspect;
