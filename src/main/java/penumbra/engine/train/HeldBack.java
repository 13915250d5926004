package penumbra.engine.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import penumbra.data.PictureException;
import penumbra.data.input.InputLabel;
import penumbra.data.input.RgbImage;
import penumbra.data.input.ValidationFrame;
import penumbra.data.load.PictureStore;
import penumbra.data.load.TrainingPicture;
import penumbra.engine.ValidatedPicture;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.Detection;
import penumbra.engine.head.HeadOutput;
import penumbra.engine.head.Suppression;
import penumbra.engine.loss.BatchLoss;
import penumbra.engine.loss.LossItems;
import penumbra.engine.net.Network;
import penumbra.format.yolo.LoadedPicture;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Target;

/// The pictures that are held back, looked at by a network after each epoch as `penumbra val` does,
/// several at a time, and with its loss.
///
/// @param group pictures that go through the network together
record HeldBack(List<Held> pictures, PictureStore store, int group) {

    /// A picture with the labels of the data set and as it is decoded.
    record Held(LoadedPicture loaded, TrainingPicture picture) {}

    /// What a network made of them.
    ///
    /// @param losses by id, means over the groups
    /// @param unread one sentence for each picture that could not be read
    record Looked(
            SequencedMap<String, Double> losses,
            List<ValidatedPicture> pictures,
            List<String> unread) {}

    /// Whether clean truth is known for a picture.
    boolean hasTruth() {
        return pictures.stream().anyMatch(h -> h.loaded().truth().isPresent());
    }

    Looked look(Network network, BatchLoss loss) {
        return look(network, loss, Suppression.VALIDATION.confidence());
    }

    /// @param confidence below which no prediction counts
    Looked look(Network network, BatchLoss loss, double confidence) {
        Suppression suppression =
                new Suppression(
                        confidence,
                        Suppression.VALIDATION.overlap(),
                        network.architecture().head().classes() > 1,
                        Suppression.VALIDATION.most());
        List<ValidatedPicture> seen = new ArrayList<>();
        List<LossItems> losses = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        float[] planes = {};
        for (List<Framed> framed : groups()) {
            List<Framed> read = new ArrayList<>();
            List<RgbImage> images = new ArrayList<>();
            for (Framed f : framed) {
                try {
                    images.add(f.frame().letterbox().apply(store.get(f.held().picture())));
                    read.add(f);
                } catch (PictureException e) {
                    unread.add(e.getMessage());
                }
            }
            if (!read.isEmpty()) {
                Size size = framed.getFirst().frame().letterbox().input();
                planes = planes(images, planes);
                AnchorGrid grid = new AnchorGrid(size.height(), size.width());
                HeadOutput raw = network.evaluate(planes, grid);
                losses.add(loss.evaluate(raw, read.stream().map(Framed::labels).toList()).items());
                Decoded decoded = raw.decode(suppression.confidence());
                for (int i = 0; i < read.size(); i++) {
                    seen.add(read.get(i).with(suppression.detections(decoded, i)));
                }
            }
        }
        return new Looked(mean(losses), seen, unread);
    }

    private record Framed(Held held, ValidationFrame frame) {

        List<InputLabel> labels() {
            return held.loaded().labels().stream()
                    .flatMap(t -> t.extent().map(box -> label(t)).stream())
                    .toList();
        }

        private InputLabel label(Target target) {
            List<Keypoint> keypoints =
                    target.keypoints().stream()
                            .map(k -> new Keypoint(frame.toInput(k.at()), k.visibility()))
                            .toList();
            return new InputLabel(
                    target.classIndex(),
                    frame.toInput(target.extent().orElseThrow()),
                    keypoints,
                    keypoints,
                    frame.gainX());
        }

        ValidatedPicture with(List<Detection> found) {
            return new ValidatedPicture(
                    held.loaded(), frame, found.stream().map(Detection::judged).toList());
        }
    }

    /// Pictures of one input size, at most [#group] of them.
    private List<List<Framed>> groups() {
        List<Size> sizes = pictures.stream().map(p -> p.loaded().size()).toList();
        List<Size> inputs = ValidationFrame.inputs(sizes, store.side(), group);
        Map<Size, List<Framed>> bySize = new LinkedHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            bySize.computeIfAbsent(inputs.get(i), _ -> new ArrayList<>())
                    .add(
                            new Framed(
                                    pictures.get(i),
                                    ValidationFrame.of(sizes.get(i), store.side(), inputs.get(i))));
        }
        return bySize.values().stream()
                .flatMap(all ->
                        IntStream.iterate(0, from -> from < all.size(), from -> from + group)
                                .mapToObj(from ->
                                        all.subList(from, Math.min(from + group, all.size()))))
                .toList();
    }

    /// All pictures one behind the other, in the array of the group before if it fits.
    private static float[] planes(List<RgbImage> images, float[] before) {
        int each = 3 * images.getFirst().width() * images.getFirst().height();
        int length = each * images.size();
        float[] planes = before.length == length ? before : new float[length];
        for (int i = 0; i < images.size(); i++) {
            images.get(i).planes(planes, i * each);
        }
        return planes;
    }

    private static SequencedMap<String, Double> mean(List<LossItems> items) {
        MeanLosses mean = new MeanLosses();
        items.forEach(mean::add);
        return mean.get();
    }
}
