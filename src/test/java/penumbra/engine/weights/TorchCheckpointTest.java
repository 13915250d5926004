package penumbra.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.Shared;

class TorchCheckpointTest {

    /// The storage `('storage', HalfStorage, '0', 'cpu', 2)`, then offset, shape (2,) and stride.
    private static final String TENSOR =
            "ctorch._utils\n_rebuild_tensor_v2\n(("
                    + text("storage")
                    + "ctorch\nHalfStorage\n"
                    + text("0")
                    + text("cpu")
                    + "K\2tQK\0K\2\u0085K\1\u0085\u0089}tR";

    private static final byte[] TWO_HALVES = {0x00, 0x3C, 0x00, (byte) 0xC0};

    @TempDir Path folder;

    private static String text(String content) {
        return "X" + (char) content.length() + "\0\0\0" + content;
    }

    /// A pickle of the training state `{'model': PoseModel with one parameter 'w'}`.
    private static String model(String tensor) {
        return "\u0080\2}("
                + text("model")
                + "cultralytics.nn.tasks\nPoseModel\n)\u0081}("
                + text("_parameters")
                + "}"
                + text("w")
                + tensor
                + "s"
                + text("names")
                + "}K\0"
                + text("armor")
                + "subu.";
    }

    private Path file(String pickle, byte[] numbers) throws Exception {
        return zip(
                Map.of(
                        "a/data.pkl",
                        pickle.getBytes(StandardCharsets.ISO_8859_1),
                        "a/data/0",
                        numbers),
                ZipEntry.STORED);
    }

    private Path zip(Map<String, byte[]> entries, int method) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> e : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(e.getKey());
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    CRC32 crc = new CRC32();
                    crc.update(e.getValue());
                    entry.setSize(e.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(e.getValue());
            }
        }
        return Files.write(folder.resolve("w.pt"), bytes.toByteArray());
    }

    private static void refused(Path file, String says) {
        assertThatThrownBy(() -> WeightsFile.read(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(says)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aModelsHalfFloatsAreReadByName() throws Exception {
        Weights weights = WeightsFile.read(file(model(TENSOR), TWO_HALVES));

        assertThat(weights.tensors().keySet()).containsExactly("w");
        assertThat(weights.tensor("w").type()).isEqualTo(ElementType.F16);
        assertThat(weights.tensor("w").floats()).containsExactly(1f, -2f);
        assertThat(weights.metadata())
                .isEqualTo(Map.of("task", "pose", "names", "{\"0\":\"armor\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cposix\nsystem\n(" + "X\4\0\0\0true" + "tR",
                "cbuiltins\neval\n(" + "X\3\0\0\0" + "1+1" + "tR",
                "coperator\nattrgetter\n(" + "X\1\0\0\0a" + "tR",
                "cdecimal\nDecimal\n(" + "X\1\0\0\0" + "1tR",
            })
    void aHostileNameIsRefusedByItsName(String call) throws Exception {
        String name =
                call.substring(1).lines().limit(2).reduce((a, b) -> a + "." + b).orElseThrow();
        refused(file(model(call), TWO_HALVES), "names " + name + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(iposix\nsystem\n", // INST
                "(cposix\nsystem\no", // OBJ
                "\u008c\5posix\u008c\6system\u0093", // STACK_GLOBAL
                "\u0082\1", // EXT1
                "Pid\n", // PERSID
                "2", // DUP
            })
    void opcodesThatPyTorchDoesNotWriteAreRefused(String opcode) throws Exception {
        Path file = file("\u0080\2" + opcode + ".", TWO_HALVES);
        assertThatThrownBy(() -> WeightsFile.read(file)).isInstanceOf(WeightsException.class);
    }

    @Test
    void aTextLongerThanTheFileIsNotMadeRoomFor() throws Exception {
        refused(
                file("\u0080\2X\u00ff\u00ff\u00ff\u007f.", TWO_HALVES),
                "a text of 2147483647 bytes");
    }

    @Test
    void aTensorBeyondItsStorageIsRefused() throws Exception {
        refused(
                file(model(TENSOR.replace("QK\0K\2\u0085", "QK\1K\2\u0085")), TWO_HALVES),
                "reaches beyond");
        refused(
                file(
                        model(
                                TENSOR.replace(
                                        "K\2\u0085K\1\u0085",
                                        "J\u00ff\u00ff\u00ff\u007f\u0085K\0\u0085")),
                        TWO_HALVES),
                "reaches beyond");
    }

    @Test
    void aStorageOfAnotherSizeIsRefused() throws Exception {
        refused(file(model(TENSOR), new byte[6]), "take 6 bytes");
        refused(file(model(TENSOR), new byte[2]), "take 2 bytes");
        refused(
                zip(
                        Map.of("a/data.pkl", model(TENSOR).getBytes(StandardCharsets.ISO_8859_1)),
                        ZipEntry.STORED),
                "lacks its part data/0");
    }

    @Test
    void aCompressedPartIsRefusedUnread() throws Exception {
        byte[] zeros = new byte[3 << 20];
        refused(zip(Map.of("a/data.pkl", zeros), ZipEntry.DEFLATED), "compressed");
    }

    @Test
    void aPickleOfMegabytesIsRefused() throws Exception {
        byte[] lists = new byte[5 << 20];
        Arrays.fill(lists, (byte) ']');
        refused(zip(Map.of("a/data.pkl", lists), ZipEntry.STORED), "claims");
    }

    @Test
    void aModuleInsideItselfIsRefused() throws Exception {
        String loop =
                "\u0080\2cultralytics.nn.tasks\nPoseModel\n)\u0081q\0}"
                        + text("_modules")
                        + "}"
                        + text("m")
                        + "h\0ssb.";
        refused(file(loop, TWO_HALVES), "modules without end");
    }

    @Test
    void modulesThatDoubleAtEveryLevelAreRefusedSoon() throws Exception {
        StringBuilder pickle = new StringBuilder("\u0080\2K\0q\0"); // memo 0: a number
        for (char level = 1; level <= 15; level++) {
            char below = (char) (level - 1);
            pickle.append("ctorch.nn.modules.container\nSequential\n)\u0081q")
                    .append(level)
                    .append("}")
                    .append(text("_modules"))
                    .append("}(")
                    .append(text("a"))
                    .append("h")
                    .append(below)
                    .append(text("b"))
                    .append("h")
                    .append(below)
                    .append("usb");
        }
        refused(file(pickle + ".", TWO_HALVES), "modules without end");
    }

    @Test
    void aCutOrScrambledFileIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(file(model(TENSOR), TWO_HALVES));
        Path cut = folder.resolve("cut.pt");
        for (int length = 2; length < whole.length; length += 7) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> WeightsFile.read(cut)).isInstanceOf(WeightsException.class);
        }
        String pickle = model(TENSOR);
        for (int i = 2; i < pickle.length(); i++) {
            char[] scrambled = pickle.toCharArray();
            scrambled[i] = (char) ((scrambled[i] + 101) % 256);
            Path file = file(new String(scrambled), TWO_HALVES);
            try {
                assertThat(WeightsFile.read(file)).isNotNull();
            } catch (WeightsException e) {
                assertThat(e).hasMessageContaining(file.toString());
            }
        }
    }

    @Test
    void ultralyticsCheckpointHoldsTheWeightsItWasMadeFrom() throws Exception {
        Path golden = Shared.folder("golden/yolov8-pose");
        Weights checkpoint = WeightsFile.read(golden.resolve("checkpoint/k4v3_fp16.pt"));
        Weights made = WeightsFile.read(golden.resolve("k4v3/weights.safetensors"));

        assertThat(checkpoint.tensors().keySet()).isEqualTo(made.tensors().keySet());
        made.tensors()
                .forEach((name, tensor) -> {
                    Tensor half = checkpoint.tensor(name);
                    assertThat(half.shape()).as(name).isEqualTo(tensor.shape());
                    float[] expected = tensor.floats();
                    float[] read = half.floats();
                    for (int i = 0; i < expected.length; i++) {
                        float rounded =
                                half.type() == ElementType.F16
                                        ? Float.float16ToFloat(Float.floatToFloat16(expected[i]))
                                        : expected[i];
                        assertThat(read[i]).as(name).isEqualTo(rounded);
                    }
                });
        assertThat(Transfer.of(checkpoint, made, _ -> Optional.empty()).taken()).hasSize(397);
    }

    @Test
    void aTrainedCheckpointSaysItsClassesAndKeypoints() throws Exception {
        Weights trained = WeightsFile.read(Shared.folder("golden/yolov8-pose/trained/best.pt"));

        assertThat(trained.metadata())
                .containsEntry("names", "{\"0\":\"armor\"}")
                .containsEntry("kpt_shape", "[4,3]");
    }
}
