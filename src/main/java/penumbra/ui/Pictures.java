package penumbra.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import penumbra.edit.Edit;
import penumbra.format.NaturalOrder;
import penumbra.model.LabelledImage;
import penumbra.model.Project;

/// The pictures of a project in the natural order of their paths, and those of them that a search
/// shows. An edited picture keeps its place, also when the search would no longer find it: a list
/// that loses the picture at hand is of no use.
public final class Pictures {

    private static final Comparator<LabelledImage> BY_NAME =
            Comparator.comparing(LabelledImage::path, NaturalOrder.INSTANCE);

    private final List<LabelledImage> all;
    private final Map<Long, Integer> places = new HashMap<>();
    private Map<Long, Integer> shownPlaces = Map.of();
    private final ObservableList<LabelledImage> shown = FXCollections.observableArrayList();

    /// Sorts the pictures, which takes a while with many of them: to be called on a worker.
    public static Pictures of(Project project) {
        List<LabelledImage> sorted = new ArrayList<>(project.images());
        sorted.sort(BY_NAME);
        return new Pictures(sorted);
    }

    private Pictures(List<LabelledImage> sorted) {
        all = sorted;
        number();
        show(find(all, _ -> true));
    }

    private void number() {
        places.clear();
        for (int i = 0; i < all.size(); i++) {
            places.put(all.get(i).id(), i);
        }
        show(find(all, _ -> true));
    }

    /// Those that the search shows, as they are now.
    public ObservableList<LabelledImage> shown() {
        return shown;
    }

    /// How many there are, whatever the search shows.
    public int count() {
        return all.size();
    }

    /// What a search found: the places of the pictures among all, and of each id among those found.
    public record Found(int[] places, Map<Long, Integer> placeOfId) {}

    /// All pictures as they are now, to be searched on a worker.
    public List<LabelledImage> all() {
        return List.copyOf(all);
    }

    /// Searches, which takes a while among many pictures: to be called on a worker.
    ///
    /// @param pictures see [#all]
    public static Found find(List<LabelledImage> pictures, Predicate<LabelledImage> wanted) {
        int[] places =
                IntStream.range(0, pictures.size())
                        .filter(i -> wanted.test(pictures.get(i)))
                        .toArray();
        Map<Long, Integer> placeOfId = HashMap.newHashMap(places.length);
        for (int place : places) {
            placeOfId.put(pictures.get(place).id(), placeOfId.size());
        }
        return new Found(places, placeOfId);
    }

    /// Shows those that a search found, as they are now.
    public void show(Found found) {
        shownPlaces = found.placeOfId();
        shown.setAll(Arrays.stream(found.places()).mapToObj(all::get).toList());
    }

    /// Takes in what became of the pictures. Where some came or went, all are shown until a search
    /// is made anew.
    void take(List<Edit> edits) {
        boolean same =
                edits.stream().allMatch(e -> e.before().isPresent() && e.after().isPresent());
        if (!same) {
            rebuild(edits);
            return;
        }
        List<LabelledImage> now = edits.size() == 1 ? shown : new ArrayList<>(shown);
        for (Edit edit : edits) {
            LabelledImage image = edit.after().orElseThrow();
            all.set(places.get(image.id()), image);
            Integer at = shownPlaces.get(image.id());
            if (at != null) {
                now.set(at, image);
            }
        }
        if (now != shown) {
            shown.setAll(now);
        }
    }

    private void rebuild(List<Edit> edits) {
        Map<Long, LabelledImage> images = new LinkedHashMap<>();
        all.forEach(image -> images.put(image.id(), image));
        for (Edit edit : edits) {
            edit.after()
                    .ifPresentOrElse(
                            image -> images.put(image.id(), image),
                            () -> images.remove(edit.imageId()));
        }
        all.clear();
        all.addAll(images.values());
        all.sort(BY_NAME);
        number();
        show(find(all, _ -> true));
    }

    /// The place of a picture among those shown, -1 when it is not.
    public int place(long imageId) {
        return shownPlaces.getOrDefault(imageId, -1);
    }

    /// The picture so many places further among those shown; empty beyond the ends. From a picture
    /// that is not shown, the way starts at the first.
    public Optional<LabelledImage> beside(long imageId, int step) {
        int at = place(imageId);
        int to = at < 0 ? 0 : at + step;
        return to >= 0 && to < shown.size() ? Optional.of(shown.get(to)) : Optional.empty();
    }

    /// The picture before that one among all, whatever the search shows.
    public Optional<LabelledImage> before(long imageId) {
        Integer at = places.get(imageId);
        return at == null || at == 0 ? Optional.empty() : Optional.of(all.get(at - 1));
    }
}
