package penumbra.engine.assign;

/// Which object each anchor of one picture has to find. The arrays are shared.
///
/// @param object number of the object in its picture, [#NONE] for background
/// @param weight the score its class should get there, 0 to 1; 0 for background
public record Assignment(int[] object, float[] weight) {

    /// The object of a background anchor.
    public static final int NONE = -1;
}
