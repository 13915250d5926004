package penumbra.format;

import java.util.Arrays;
import java.util.Optional;

/// Which pictures without a target an export takes in, as pictures that show none.
public enum Backgrounds {
    /// Those that a person reviewed, so that an unlabelled plate is not taught as background.
    REVIEWED("reviewed"),
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
