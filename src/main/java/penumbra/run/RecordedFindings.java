package penumbra.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Prediction;
import penumbra.model.Target;

/// What a run found of the plates that it held back, as its last epochs agree: for each plate that
/// the newest of them found, the mean place of its keypoints and their [EpochScatter] as
/// covariance. The class is that of the label: a run records what was found for a label only.
public final class RecordedFindings {

    private static final Pattern EPOCH = Pattern.compile("epoch-(\\d+)\\.jsonl");

    private RecordedFindings() {}

    /// Those of the newest run that learned from that project.
    ///
    /// @param runs folder that runs lie in
    /// @param project file
    /// @return by the picture's path as the project has it; pictures that were held back and in
    ///   which nothing was found have an empty list; empty without such a run
    public static Map<String, List<Prediction>> newest(Path runs, Path project) throws IOException {
        Optional<RunFolder> run =
                RunFolder.in(runs).stream()
                        .filter(folder -> isOf(folder, project) && !epochs(folder).isEmpty())
                        .max(Comparator.comparing(RecordedFindings::changed));
        if (run.isEmpty()) {
            return Map.of();
        }
        List<List<PlateResult>> epochs = new ArrayList<>();
        for (int epoch : last(epochs(run.get()))) {
            epochs.add(run.get().readPlates(epoch));
        }
        return of(epochs);
    }

    /// @param epochs what was found for the same plates, from old to new
    static Map<String, List<Prediction>> of(List<List<PlateResult>> epochs) {
        Map<String, Map<Integer, List<List<Point>>>> places = new HashMap<>();
        for (List<PlateResult> epoch : epochs) {
            for (PlateResult plate : epoch) {
                plate.found()
                        .ifPresent(found ->
                                places.computeIfAbsent(plate.picture(), _ -> new HashMap<>())
                                        .computeIfAbsent(plate.target(), _ -> new ArrayList<>())
                                        .add(found));
            }
        }
        Map<String, List<Prediction>> predictions = new LinkedHashMap<>();
        for (PlateResult plate : epochs.getLast()) {
            List<Prediction> inPicture =
                    predictions.computeIfAbsent(plate.picture(), _ -> new ArrayList<>());
            if (plate.found().isPresent()) {
                inPicture.add(prediction(plate, places.get(plate.picture()).get(plate.target())));
            }
        }
        return predictions;
    }

    private static Prediction prediction(PlateResult plate, List<List<Point>> places) {
        List<Keypoint> points = new ArrayList<>();
        for (int k = 0; k < plate.label().size(); k++) {
            int keypoint = k;
            List<Point> at = places.stream().map(p -> p.get(keypoint)).toList();
            Point mean = at.stream().reduce(Point::plus).orElseThrow().times(1.0 / at.size());
            points.add(Keypoint.visible(mean.x(), mean.y()));
        }
        List<Optional<Covariance>> covariances =
                EpochScatter.covariances(places)
                        .map(known -> known.stream().map(Optional::of).toList())
                        .orElse(Collections.nCopies(points.size(), Optional.empty()));
        Target target = Target.of(plate.classIndex(), points, Optional.empty(), "");
        return new Prediction(target, covariances, plate.score());
    }

    private static boolean isOf(RunFolder folder, Path project) {
        try {
            String data = RunArguments.read(folder.arguments()).getOrDefault("data", "");
            return !data.isEmpty() && Path.of(data).equals(project.toAbsolutePath().normalize());
        } catch (IOException | RunException e) {
            return false;
        }
    }

    private static FileTime changed(RunFolder folder) {
        try {
            return Files.getLastModifiedTime(folder.plates(epochs(folder).getLast()));
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static List<Integer> last(List<Integer> epochs) {
        return epochs.subList(Math.max(0, epochs.size() - EpochScatter.EPOCHS), epochs.size());
    }

    /// The epochs whose plates are there, ascending.
    private static List<Integer> epochs(RunFolder folder) {
        List<Integer> epochs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.plates(1).getParent())) {
            files.map(file -> EPOCH.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .forEach(m -> epochs.add(Integer.parseInt(m.group(1))));
        } catch (IOException _) {
            // None yet.
        }
        Collections.sort(epochs);
        return epochs;
    }
}
