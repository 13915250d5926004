/// The pre-flight check of a YOLO pose data set: what a loader will do with each picture, and what
/// it will not notice, such as swapped points, plates labelled twice and splits that leak.
package penumbra.format.check;
