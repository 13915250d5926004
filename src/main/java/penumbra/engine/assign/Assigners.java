package penumbra.engine.assign;

import java.util.List;
import java.util.Optional;

/// The assigners with their default parameters. A new one is one file and one line.
public final class Assigners {

    public static final List<Assigner> ALL =
            List.of(
                    TaskAlignedAssigner.STOCK,
                    TaskAlignedAssigner.ENLARGED,
                    SmallTargetAssigner.DEFAULT,
                    TaskAlignedAssigner.BLEND,
                    AdaAnchorAssigner.DEFAULT);

    private Assigners() {}

    public static Optional<Assigner> byId(String id) {
        return ALL.stream().filter(assigner -> assigner.id().equals(id)).findFirst();
    }
}
