package penumbra.ui.review;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import penumbra.ui.Studio;

/// Which items of a list are decided, kept up to date picture by picture: a list may be of a
/// hundred thousand.
final class Progress {

    private final Studio studio;
    private List<Item> items = List.of();
    private final Map<Long, List<Integer>> ofPicture = new HashMap<>();
    private final BitSet decided = new BitSet();

    Progress(Studio studio) {
        this.studio = studio;
    }

    /// Begins with items of which none is decided.
    void begin(List<Item> fresh) {
        items = fresh;
        ofPicture.clear();
        decided.clear();
        for (int i = 0; i < fresh.size(); i++) {
            ofPicture.computeIfAbsent(fresh.get(i).imageId(), _ -> new ArrayList<>()).add(i);
        }
    }

    /// Looks again at the items of a picture that changed.
    void look(long imageId) {
        for (int i : ofPicture.getOrDefault(imageId, List.of())) {
            decided.set(i, items.get(i).decided(studio));
        }
    }

    int count() {
        return decided.cardinality();
    }

    boolean has(int item) {
        return decided.get(item);
    }
}
