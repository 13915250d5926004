/// The statistics of the data set, whose bars lead to their pictures.
package penumbra.ui.dataset;
