package penumbra.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static penumbra.app.Ran.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.engine.HashedWeights;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;
import penumbra.engine.weights.WeightsFile;
import penumbra.model.Prediction;
import penumbra.model.Schema;
import penumbra.run.ChildException;
import penumbra.run.PredictOrder;
import penumbra.run.PredictProcess;
import penumbra.store.ProjectFile;
import penumbra.store.Proposals;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// convert, predict and val with a network of hashed weights on rendered scenes.
class NetworkCommandsTest {

    @TempDir static Path shared;
    private static Path rendered;
    private static Path network;

    @TempDir Path folder;

    @BeforeAll
    static void make() throws Exception {
        rendered = shared.resolve("rendered");
        assertThat(run("synth", "--out", rendered, "--images", 5, "--size", "320x256").exit())
                .isZero();
        network = shared.resolve("network.safetensors");
        Weights weights = HashedWeights.of(new YoloV8Pose(Scale.N, new HeadLayout(16, 4, 3)));
        Map<String, String> names = new TreeMap<>();
        List<String> classes = Schema.ARMOR_PLATE.classNames();
        for (int c = 0; c < classes.size(); c++) {
            names.put(String.valueOf(c), classes.get(c));
        }
        SafetensorsFile.write(
                network,
                weights.withMetadata(
                        Map.of("names", JsonMapper.shared().writeValueAsString(names))));
    }

    private static Map<String, byte[]> content(Path root) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return content;
    }

    @Test
    void convertingKeepsTensorsAndWhatTheFileSaysAndNeverWritesOverAFile() throws Exception {
        Path out = folder.resolve("again.safetensors");
        Ran first = run("convert", "--weights", network, "--to", "safetensors", "--out", out);
        assertThat(first.exit()).isZero();
        assertThat(first.out()).contains("pose head it has 3.086 million", "would have 1.552");
        Weights before = WeightsFile.read(network);
        Weights after = WeightsFile.read(out);
        assertThat(after.tensors().keySet())
                .containsExactlyInAnyOrderElementsOf(before.tensors().keySet());
        before.tensors()
                .forEach((name, tensor) ->
                        assertThat(after.tensor(name).data()).as(name).isEqualTo(tensor.data()));
        assertThat(after.metadata())
                .containsEntry("names", before.metadata().get("names"))
                .containsEntry("kpt_shape", "[4, 3]");
        byte[] bytes = Files.readAllBytes(out);
        Ran second = run("convert", "--weights", network, "--to", "onnx", "--out", out);
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err()).contains(out.toString()).hasLineCount(1);
        assertThat(Files.readAllBytes(out)).isEqualTo(bytes);
    }

    @Test
    void halfPrecisionHalvesTheFileAndRoundsEachNumberOnce() throws Exception {
        Path out = folder.resolve("half.safetensors");
        Ran ran =
                run("convert", "--weights", network, "--to", "safetensors", "--half", "--out", out);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(Files.size(out))
                .isBetween(Files.size(network) / 2, Files.size(network) * 6 / 10);
        Weights before = WeightsFile.read(network);
        String name = "model.22.cv4.0.2.weight";
        float[] rounded = before.tensor(name).floats();
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = Float.float16ToFloat(Float.floatToFloat16(rounded[i]));
        }
        Weights after = WeightsFile.read(out);
        assertThat(after.tensor(name).floats()).isEqualTo(rounded);
        String counted = "model.0.bn.num_batches_tracked";
        assertThat(after.tensor(counted).longs()).isEqualTo(before.tensor(counted).longs());
    }

    @Test
    void aFileThatIsNoNetworkIsRefusedInOneSentence() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.pt"), "no weights");
        Path onnx = Files.writeString(folder.resolve("notes.onnx"), "no model");
        Path gone = folder.resolve("gone.onnx");
        Path picture = rendered.resolve("images/train/train_000000.jpg");
        for (Path file : List.of(text, onnx, gone)) {
            Ran ran = run("predict", "--weights", file, "--source", picture);
            assertThat(ran.exit()).as(file.toString()).isEqualTo(1);
            assertThat(ran.err()).contains(file.toString()).hasLineCount(1);
        }
        assertThat(run("predict", "--weights", network, "--source", picture, "--conf", 2).exit())
                .isEqualTo(2);
        assertThat(run("predict", "--weights", network, "--source", picture, "--imgsz", 100).exit())
                .isEqualTo(2);
    }

    @Test
    void theSameIsFoundByLibtorchAndByOnnxRuntime() {
        Path onnx = folder.resolve("network.onnx");
        run("convert", "--weights", network, "--to", "onnx", "--imgsz", "320x256", "--out", onnx);
        Path source = rendered.resolve("images/val");
        JsonNode torch = predicted(network, source);
        JsonNode model = predicted(onnx, source);
        assertThat(torch.get("classes")).isEqualTo(model.get("classes"));
        assertThat(torch.get("classes").get(8).asString()).isEqualTo("RG");
        JsonNode a = torch.get("pictures").get(0).get("found");
        JsonNode b = model.get("pictures").get(0).get("found");
        assertThat(a.size()).isPositive().isEqualTo(b.size());
        // Cells of a dark picture are alike, and scores within rounding come in either order.
        for (JsonNode one : a) {
            assertThat(b).anySatisfy(other -> assertSame(one, other));
        }
    }

    private static void assertSame(JsonNode one, JsonNode other) {
        assertThat(other.get("name")).isEqualTo(one.get("name"));
        assertThat(other.get("score").doubleValue())
                .isCloseTo(one.get("score").doubleValue(), within(1e-5));
        for (int side = 0; side < 4; side++) {
            assertThat(other.get("box").get(side).doubleValue())
                    .isCloseTo(one.get("box").get(side).doubleValue(), within(0.05));
        }
    }

    private static JsonNode predicted(Path weights, Path source) {
        Ran ran =
                run(
                        "predict",
                        "--weights",
                        weights,
                        "--source",
                        source,
                        "--imgsz",
                        320,
                        "--conf",
                        0.06,
                        "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    @Test
    void aPictureThatCannotBeReadCostsNoOtherAndIsNamed() throws Exception {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.copy(rendered.resolve("images/train/train_000000.jpg"), source.resolve("good.jpg"));
        Files.writeString(source.resolve("bad.jpg"), "no picture");
        Ran ran =
                run("predict", "--weights", network, "--source", source, "--imgsz", 320, "--json");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.json().get("pictures").size()).isEqualTo(1);
        assertThat(ran.json().get("unread").get(0).asString()).contains("bad.jpg");
        assertThat(ran.err()).contains("bad.jpg");
    }

    @Test
    void drawnPicturesGoIntoAFolderOfTheirOwnAndTheSourceStaysAsItIs() throws Exception {
        Path source = rendered.resolve("images");
        Map<String, byte[]> before = content(source);
        Path out = folder.resolve("drawn");
        Files.createDirectories(out);
        Ran ran =
                run(
                        "predict",
                        "--weights",
                        network,
                        "--source",
                        source,
                        "--imgsz",
                        320,
                        "--conf",
                        0.06,
                        "--save",
                        "--out",
                        out);
        assertThat(ran.exit()).as(ran.err()).isZero();
        Map<String, byte[]> drawn = content(folder.resolve("drawn-2"));
        assertThat(content(out)).isEmpty();
        assertThat(drawn.keySet()).isEqualTo(before.keySet());
        assertThat(drawn.get("val/val_000004.jpg")).isNotEqualTo(before.get("val/val_000004.jpg"));
        assertThat(content(source)).usingRecursiveComparison().isEqualTo(before);
        Ran inside =
                run(
                        "predict",
                        "--weights",
                        network,
                        "--source",
                        source,
                        "--save",
                        "--out",
                        source.resolve("drawn"));
        assertThat(inside.exit()).isEqualTo(1);
        assertThat(source.resolve("drawn")).doesNotExist();
    }

    @Test
    void drawnPicturesOfAListStayBelowTheirFolderWhereverTheListedLie() throws Exception {
        Path far = Files.createDirectories(folder.resolve("far/away"));
        Path near = Files.createDirectories(folder.resolve("near"));
        for (Path place : List.of(far, near)) {
            Files.copy(picture(), place.resolve("a.jpg"));
        }
        Path list = Files.createDirectories(folder.resolve("lists/deep")).resolve("two.txt");
        Files.write(list, List.of("../../far/away/a.jpg", near.resolve("a.jpg").toString()));
        Map<String, byte[]> before = content(folder);
        Path out = folder.resolve("drawn");

        Ran ran =
                run(
                        "predict",
                        "--weights",
                        network,
                        "--source",
                        list,
                        "--imgsz",
                        160,
                        "--save",
                        "--out",
                        out);

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(content(out)).containsOnlyKeys("far/away/a.jpg", "near/a.jpg");
        Map<String, byte[]> after = content(folder);
        after.keySet().removeIf(name -> name.startsWith("drawn"));
        assertThat(after).containsExactlyEntriesOf(before);
    }

    private static Path picture() throws IOException {
        try (Stream<Path> files = Files.walk(rendered.resolve("images"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    @Test
    void proposalsLieBesideTheProjectWhoseLabelsStayAsTheyAre() throws Exception {
        Path project = folder.resolve("plates.penumbra");
        assertThat(run("import", "--from", "yolo-pose", rendered, "--project", project).exit())
                .isZero();
        Ran before =
                run(
                        "export",
                        "--project",
                        project,
                        "--to",
                        "coco",
                        "--out",
                        folder.resolve("before"));
        assertThat(before.exit()).as(before.err()).isZero();
        Ran ran =
                run(
                        "predict",
                        "--weights",
                        network,
                        "--source",
                        rendered.resolve("images/train"),
                        "--imgsz",
                        320,
                        "--conf",
                        0.06,
                        "--project",
                        project,
                        "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        Path file = Path.of(ran.json().get("proposals").asString());
        assertThat(file).isEqualTo(folder.resolve("plates.proposals.json"));
        Proposals proposals = Proposals.read(file, Schema.ARMOR_PLATE);
        assertThat(proposals.pictures()).hasSize(4);
        List<Prediction> first = proposals.pictures().firstEntry().getValue().predictions();
        JsonNode found = ran.json().get("pictures").get(0).get("found");
        assertThat(first).hasSize(found.size()).isNotEmpty();
        assertThat(first.getFirst().score()).isEqualTo(found.get(0).get("score").doubleValue());
        assertThat(first.getFirst().target().keypoints().getFirst().at().x())
                .isEqualTo(found.get(0).get("keypoints").get(0).get(0).doubleValue());
        run("export", "--project", project, "--to", "coco", "--out", folder.resolve("after"));
        assertThat(content(folder.resolve("after/annotations")))
                .isNotEmpty()
                .usingRecursiveComparison()
                .isEqualTo(content(folder.resolve("before/annotations")));
    }

    @Test
    void theScatterOfSeveralLooksIsToldAndOnlyTheListedPicturesAreAskedAndReplaced()
            throws Exception {
        Path project = folder.resolve("plates.penumbra");
        run("import", "--from", "yolo-pose", rendered, "--project", project);
        List<Path> pictures =
                Stream.of("train_000000.jpg", "train_000001.jpg")
                        .map(rendered.resolve("images/train")::resolve)
                        .toList();
        Path both =
                Files.write(
                        folder.resolve("both.txt"),
                        List.of(pictures.getFirst().toString(), pictures.getLast().toString()));
        Path one = Files.writeString(folder.resolve("one.txt"), pictures.getLast().toString());
        Proposals first = proposed(project, both, 1);
        Proposals second = proposed(project, one, 4);
        String kept = first.pictures().firstEntry().getKey();
        String replaced = first.pictures().lastEntry().getKey();
        assertThat(first.pictures()).hasSize(2);
        assertThat(second.pictures()).hasSize(2);
        assertThat(second.in(kept)).isEqualTo(first.in(kept));
        assertThat(second.in(replaced)).isNotEqualTo(first.in(replaced));
        assertThat(covariances(first, replaced)).isEmpty();
        assertThat(covariances(second, replaced)).isNotEmpty();
    }

    @Test
    void epochsThatDisagreeByAKnownAmountGiveItsVarianceAndTheTrainedSideIsUsed() throws Exception {
        Path picture = rendered.resolve("images/train/train_000000.jpg");
        Path weights = Files.createDirectories(folder.resolve("run/weights"));
        Path best = weights.resolve("best.safetensors");
        Weights own = WeightsFile.read(network);
        Map<String, String> said = new TreeMap<>(own.metadata());
        said.put("imgsz", "320");
        said.put("epoch", "3");
        SafetensorsFile.write(best, own.withMetadata(said));
        Ran without = run("predict", "--weights", best, "--source", picture, "--epochs", 2);
        assertThat(without.exit()).isEqualTo(1);
        assertThat(without.err()).contains("no weights of other epochs").hasLineCount(1);
        Path path = Files.createDirectories(weights.resolve("path"));
        SafetensorsFile.write(path.resolve("epoch-0001.safetensors"), shifted(own, 0.2f));
        SafetensorsFile.write(path.resolve("epoch-0002.safetensors"), shifted(own, -0.2f));
        SafetensorsFile.write(path.resolve("epoch-0003.safetensors"), shifted(own, 5));

        JsonNode report =
                run(
                                "predict",
                                "--weights",
                                best,
                                "--source",
                                picture,
                                "--conf",
                                0.06,
                                "--epochs",
                                2,
                                "--json")
                        .json();

        assertThat(report.get("imgsz").intValue()).isEqualTo(320);
        assertThat(report.get("epochs").intValue()).isEqualTo(2);
        JsonNode found = report.get("pictures").get(0).get("found");
        assertThat(found.size()).isPositive();
        int sure = 0;
        for (JsonNode plate : found) {
            JsonNode covariances = plate.get("covariances");
            if (plate.get("seen").doubleValue() == 1) {
                sure++;
                // A bias of b moves a place by 2 b cells: 0.4 strides to either side.
                double xx = covariances.get(0).get(0).doubleValue();
                assertThat(Stream.of(8, 16, 32).mapToDouble(s -> 0.16 * s * s))
                        .anySatisfy(v -> assertThat(xx).isCloseTo(v, within(1e-3 * v)));
                assertThat(covariances.get(0).get(2).doubleValue()).isCloseTo(0, within(1e-6));
                assertThat(covariances.get(1).get(0).doubleValue()).isCloseTo(0, within(1e-6));
            }
        }
        assertThat(sure).isPositive();
    }

    /// The first keypoint's x, on every level.
    private static Weights shifted(Weights weights, float bias) {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>(weights.tensors());
        for (int level = 0; level < 3; level++) {
            String name = "model.22.cv4." + level + ".2.bias";
            float[] values = weights.tensor(name).floats();
            values[0] += bias;
            tensors.put(name, Tensor.of(values, values.length));
        }
        return new Weights(tensors, Map.of("kpt_shape", "[4, 3]"));
    }

    private static List<Object> covariances(Proposals proposals, String path) {
        return proposals.in(path).orElseThrow().predictions().stream()
                .flatMap(p -> p.covariances().stream())
                .flatMap(Optional::stream)
                .map(Object.class::cast)
                .toList();
    }

    private static Proposals proposed(Path project, Path list, int looks) throws Exception {
        Ran ran =
                run(
                        "predict",
                        "--weights",
                        network,
                        "--source",
                        list,
                        "--imgsz",
                        320,
                        "--conf",
                        0.06,
                        "--tta",
                        looks,
                        "--project",
                        project,
                        "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        return Proposals.read(Path.of(ran.json().get("proposals").asString()), Schema.ARMOR_PLATE);
    }

    @Test
    void aChildProcessProposesForTheAskedPicturesAndTellsHowFarItIs() throws Exception {
        Path project = folder.resolve("plates.penumbra");
        run("import", "--from", "yolo-pose", rendered, "--project", project);
        Path picture = rendered.resolve("images/train/train_000000.jpg");
        PredictOrder order = new PredictOrder(project, network, 0.06, 320, 1, 0, List.of(picture));
        Path between = Files.createDirectories(folder.resolve("between"));
        List<Long> steps = new ArrayList<>();
        PredictProcess.run(order, between, (done, _) -> steps.add(done));
        Proposals proposals = Proposals.read(PredictProcess.proposals(between), Schema.ARMOR_PLATE);
        assertThat(proposals.pictures()).hasSize(1);
        assertThat(proposals.pictures().firstEntry().getValue().predictions()).isNotEmpty();
        assertThat(steps).startsWith(0L);
        assertThat(Proposals.file(ProjectFile.of(project.toString()))).doesNotExist();
        PredictProcess.forget(between);
        assertThat(between).doesNotExist();
    }

    @Test
    void aChildThatFailsSaysWhyAndOneThatIsCancelledEnds() throws Exception {
        Path project = folder.resolve("plates.penumbra");
        run("import", "--from", "yolo-pose", rendered, "--project", project);
        Path picture = rendered.resolve("images/train/train_000000.jpg");
        Path broken = Files.writeString(folder.resolve("broken.safetensors"), "no network");
        PredictOrder order = new PredictOrder(project, broken, 0.06, 320, 1, 0, List.of(picture));
        Path between = Files.createDirectories(folder.resolve("between"));
        assertThatThrownBy(() -> PredictProcess.run(order, between, (_, _) -> {}))
                .isInstanceOf(ChildException.class)
                .hasMessageContaining("broken.safetensors");
        assertThatThrownBy(() ->
                        PredictProcess.run(
                                order,
                                between,
                                (_, _) -> {
                                    throw new CancellationException();
                                }))
                .isInstanceOf(CancellationException.class);
        assertThat(ProcessHandle.current().children().map(c -> c.info().commandLine().orElse("")))
                .as("children; those of other tests may live")
                .noneMatch(line -> line.contains(between.toString()));
    }

    @Test
    void validationComparesWithLabelsAndWithTheCleanTruth() {
        Ran ran =
                run(
                        "val",
                        "--data",
                        rendered,
                        "--weights",
                        network,
                        "--imgsz",
                        320,
                        "--split",
                        "train",
                        "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode report = ran.json();
        assertThat(report.get("pictures").intValue()).isEqualTo(4);
        assertThat(report.get("truth").get("all").get("targets"))
                .isEqualTo(report.get("labels").get("all").get("targets"));
        assertThat(report.get("boxes").get("map").isNumber()).isTrue();
        assertThat(ran.out()).doesNotContain("NaN");
        Ran printed =
                run(
                        "val",
                        "--data",
                        rendered,
                        "--weights",
                        network,
                        "--imgsz",
                        320,
                        "--split",
                        "train",
                        "--lang",
                        "en");
        assertThat(printed.exit()).isZero();
        assertThat(printed.out()).contains("mAP50-95").contains("TL").contains("clean truth");
    }

    /// The scenes are two sequences, four of train and one of val; of those that can be held back
    /// whole, the one is nearest to two of five.
    @Test
    void aProjectIsValidatedOnTheSplitOfItsSequences() {
        Path project = folder.resolve("plates.penumbra");
        assertThat(run("import", "--from", "yolo-pose", rendered, "--project", project).exit())
                .isZero();
        Ran held = validated(project, "val");
        assertThat(held.exit()).as(held.err()).isZero();
        assertThat(held.json().get("data").stringValue()).isEqualTo(project.toString());
        assertThat(held.json().get("truth").isNull()).isTrue();
        Ran rest = validated(project, "train");
        Ran none = validated(project, "test");
        int all =
                Stream.of("train", "val")
                        .map(split -> validated(rendered, split).json())
                        .mapToInt(report -> report.get("targets").intValue())
                        .sum();
        assertThat(held.json().get("pictures").intValue()).isEqualTo(1);
        assertThat(rest.json().get("pictures").intValue()).isEqualTo(4);
        assertThat(held.json().get("targets").intValue() + rest.json().get("targets").intValue())
                .isEqualTo(all);
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.err()).contains(project.toString(), "--split").hasLineCount(1);
        assertThat(run("val", "--data", project, "--weights", network, "--val", 1).exit())
                .isEqualTo(2);
    }

    private static Ran validated(Path data, String split) {
        return run(
                "val",
                "--data",
                data,
                "--weights",
                network,
                "--imgsz",
                320,
                "--split",
                split,
                "--val",
                0.4,
                "--json");
    }

    @Test
    void aNetworkOfOtherClassesOrASplitThatIsNotThereIsRefused() throws Exception {
        Path other = folder.resolve("other.safetensors");
        SafetensorsFile.write(
                other, HashedWeights.of(new YoloV8Pose(Scale.N, new HeadLayout(2, 4, 3))));
        Ran ran = run("val", "--data", rendered, "--weights", other);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("2").contains("16").hasLineCount(1);
        Ran gone = run("val", "--data", rendered, "--weights", network, "--split", "test");
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.err()).hasLineCount(1);
    }
}
