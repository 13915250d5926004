package penumbra.format.export;

import java.util.Arrays;
import java.util.Optional;

/// What an export does with labelled endpoints outside their picture, for which a loader would drop
/// the whole picture. The project keeps them in any case.
public enum OutsideRule {
    /// The endpoint is written as not labelled (v = 0), the box is the part inside the picture.
    HIDE("hide"),
    /// The endpoint is moved to the border, along its bar when the other end is inside, and written
    /// as occluded (v = 1): a moved label. The box is the part inside the picture.
    CLAMP("clamp"),
    /// The plate is left out.
    SKIP("skip");

    private final String id;

    OutsideRule(String id) {
        this.id = id;
    }

    /// Stable id, as on the command line.
    public String id() {
        return id;
    }

    public static Optional<OutsideRule> ofId(String id) {
        return Arrays.stream(values()).filter(r -> r.id.equals(id)).findFirst();
    }
}
