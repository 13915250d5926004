package penumbra.edit.calibrate;

import penumbra.geometry.Box;
import penumbra.model.Target;

/// One plate that is to be labelled again without seeing its labels.
///
/// @param imageId its picture
/// @param first its labels as they were when the sample was drawn, for nobody to see
/// @param region the neighbourhood that is shown, picture px; holds no other labelled plate
public record LookTask(long imageId, Target first, Box region) {}
