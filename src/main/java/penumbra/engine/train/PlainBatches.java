package penumbra.engine.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import penumbra.data.input.InputLabel;
import penumbra.data.input.Letterbox;
import penumbra.data.input.LoadedSize;
import penumbra.format.yolo.LoadedPicture;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;

/// Batches of pictures as they are.
record PlainBatches(List<LoadedPicture> pictures, Pictures store, int side, int batch, long seed) {

    Iterator<Batch> epoch(int number, Consumer<String> unread) {
        List<LoadedPicture> order = new ArrayList<>(pictures);
        Collections.shuffle(order, new Random(seed * 31 + number));
        List<List<LoadedPicture>> groups = new ArrayList<>();
        for (int from = 0; from < order.size(); from += batch) {
            groups.add(order.subList(from, Math.min(from + batch, order.size())));
        }
        return groups.stream().map(g -> batch(g, unread)).iterator();
    }

    private Batch batch(List<LoadedPicture> group, Consumer<String> unread) {
        int each = 3 * side * side;
        float[] pixels = new float[group.size() * each];
        List<List<InputLabel>> targets = new ArrayList<>();
        for (LoadedPicture picture : group) {
            store.loaded(picture.file(), side, unread)
                    .ifPresent(image -> {
                        LoadedSize loaded = LoadedSize.of(picture.size(), side);
                        Letterbox box = Letterbox.into(loaded.size(), new Size(side, side), true);
                        float[] planes = box.apply(image).planes();
                        System.arraycopy(planes, 0, pixels, targets.size() * each, each);
                        double gx = (double) loaded.size().width() / picture.size().width();
                        double gy = (double) loaded.size().height() / picture.size().height();
                        targets.add(
                                picture.labels().stream()
                                        .map(t -> {
                                            Box b = t.extent().orElseThrow();
                                            Point a =
                                                    box.toInput(new Point(b.x() * gx, b.y() * gy));
                                            List<Keypoint> k =
                                                    t.keypoints().stream()
                                                            .map(p ->
                                                                    new Keypoint(
                                                                            box.toInput(
                                                                                    new Point(
                                                                                            p.at().x()
                                                                                                    * gx,
                                                                                            p.at().y()
                                                                                                    * gy)),
                                                                            p.visibility()))
                                                            .toList();
                                            return new InputLabel(
                                                    t.classIndex(),
                                                    new Box(
                                                            a.x(),
                                                            a.y(),
                                                            b.width() * gx,
                                                            b.height() * gy),
                                                    k,
                                                    k,
                                                    gx);
                                        })
                                        .toList());
                    });
        }
        return new Batch(Arrays.copyOf(pixels, targets.size() * each), side, targets);
    }
}
