/// YOLO pose data sets: `data.yaml`, where pictures and labels lie, and the label lines, read with
/// every point kept ([YoloPoseFormat]). What the loader of Ultralytics YOLO makes of a file stands
/// in [LoaderLabels] and [LoaderPictures].
package penumbra.format.yolo;
