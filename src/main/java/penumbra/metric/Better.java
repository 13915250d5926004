package penumbra.metric;

/// In which direction a metric improves.
public enum Better {
    LOWER,
    HIGHER
}
