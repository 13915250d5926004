/// Charts in the window: drawn by a worker, or live on a canvas, and written to files.
package penumbra.ui.chart;
