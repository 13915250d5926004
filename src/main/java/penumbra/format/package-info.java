/// Label files of other tools: what every room below speaks of ([Finding], [LabelFormat],
/// [LabelSet]), the list of [Formats], and how what was read comes into a project ([ImportPlan]).
/// The rooms: `plate` and `skeleton` and `yolo` read, `export` writes, `check` judges.
package penumbra.format;
