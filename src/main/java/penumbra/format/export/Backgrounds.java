package penumbra.format.export;

import java.util.Arrays;
import java.util.Optional;

/// Which pictures without a target an export takes in, as pictures that show none.
public enum Backgrounds {
    /// Those of which somebody said that they show none: state LABELLED or REVIEWED. So a picture
    /// that nobody looked at yet does not teach its plates as background.
    CONFIRMED("confirmed"),
    ALL("all"),
    NONE("none");

    private final String id;

    Backgrounds(String id) {
        this.id = id;
    }

    /// Stable id, as on the command line.
    public String id() {
        return id;
    }

    public static Optional<Backgrounds> ofId(String id) {
        return Arrays.stream(values()).filter(b -> b.id.equals(id)).findFirst();
    }
}
