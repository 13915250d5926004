package penumbra.engine.loss;

/// The terms of a loss, gains applied, per picture of the batch.
///
/// @param box 1 - CIoU of the boxes (`box_loss`)
/// @param pose of the keypoints' places (`pose_loss`)
/// @param visibility of whether they are labelled (`kobj_loss`), 0 for a head without
/// @param score of the classes (`cls_loss`)
/// @param distances of the box sides' distributions (`dfl_loss`)
public record LossItems(
        double box, double pose, double visibility, double score, double distances) {

    public double sum() {
        return box + pose + visibility + score + distances;
    }
}
