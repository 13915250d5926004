package penumbra.ui.train;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import penumbra.plot.Chart;

/// One chart of a run.
///
/// @param id stable
/// @param pages that it is on
/// @param chart of what is shown, made on a worker; empty where there is nothing to draw
record Card(String id, Set<Page> pages, Function<Shown, Optional<Chart>> chart) {

    Card {
        pages = Set.copyOf(pages);
    }
}
