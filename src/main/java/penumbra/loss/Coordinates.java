package penumbra.loss;

/// How x and y become one number.
public enum Coordinates {
    SUM,
    MEAN
}
