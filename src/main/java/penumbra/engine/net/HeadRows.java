package penumbra.engine.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.weights.ClassNames;
import penumbra.engine.weights.Weights;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Which rows of the last convolutions of one pose head mean the same in another: classes by their
/// names, keypoints by theirs or else by their order, each with its place and, where both have it,
/// its visibility.
///
/// @param classes for each class of the head that takes, the class of the other, or -1
/// @param keypoints the same for each number of its keypoints
public record HeadRows(List<Integer> classes, List<Integer> keypoints) {

    private static final Pattern LAST =
            Pattern.compile("model\\.22\\.cv([34])\\.[0-2]\\.2\\.(?:weight|bias)");

    private static final String CLASSES = "names";
    private static final int NONE = -1;

    public HeadRows {
        classes = List.copyOf(classes);
        keypoints = List.copyOf(keypoints);
    }

    /// Between networks as their metadata name classes and keypoints. Where one of them does not
    /// name its classes, their order counts if both have as many.
    ///
    /// @return empty unless both are pose networks
    public static Optional<HeadRows> between(Weights source, Weights into) {
        return YoloV8Pose.of(source)
                .flatMap(from ->
                        YoloV8Pose.of(into)
                                .map(to ->
                                        new HeadRows(
                                                classes(source, from.head(), into, to.head()),
                                                numbers(source, from.head(), into, to.head()))));
    }

    /// For each row of a tensor of the head that takes, the row of the other or -1; empty for a
    /// tensor that is not of the last convolutions.
    public Optional<List<Integer>> of(String tensor) {
        Matcher last = LAST.matcher(tensor);
        return last.matches()
                ? Optional.of(last.group(1).equals("3") ? classes : keypoints)
                : Optional.empty();
    }

    private static List<Integer> classes(
            Weights source, HeadLayout from, Weights into, HeadLayout to) {
        if (!source.metadata().containsKey(CLASSES) || !into.metadata().containsKey(CLASSES)) {
            return inOrder(from.classes(), to.classes());
        }
        List<String> known = ClassNames.of(source.metadata(), from.classes());
        return ClassNames.of(into.metadata(), to.classes()).stream().map(known::indexOf).toList();
    }

    private static List<Integer> numbers(
            Weights source, HeadLayout from, Weights into, HeadLayout to) {
        List<String> known = keypointNames(source);
        List<String> own = keypointNames(into);
        boolean named = own.size() == to.keypoints() && known.containsAll(own);
        List<Integer> points =
                named
                        ? own.stream().map(known::indexOf).toList()
                        : inOrder(from.keypoints(), to.keypoints());
        List<Integer> numbers = new ArrayList<>();
        for (int point : points) {
            for (int i = 0; i < to.dims(); i++) {
                boolean there = point != NONE && i < from.dims();
                numbers.add(there ? point * from.dims() + i : NONE);
            }
        }
        return numbers;
    }

    private static List<String> keypointNames(Weights weights) {
        try {
            String said = weights.metadata().getOrDefault("kpt_names", "[]");
            return List.of(JsonMapper.shared().readValue(said, String[].class));
        } catch (JacksonException _) {
            return List.of();
        }
    }

    private static List<Integer> inOrder(int there, int wanted) {
        return IntStream.range(0, wanted).map(i -> there == wanted ? i : NONE).boxed().toList();
    }
}
