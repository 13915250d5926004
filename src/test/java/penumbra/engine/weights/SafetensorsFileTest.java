package penumbra.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {

    @TempDir Path folder;

    private Path file(String header, int data) throws Exception {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(8 + json.length + data).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(json.length).put(json);
        return Files.write(folder.resolve("w.safetensors"), all.array());
    }

    @Test
    void whatIsWrittenIsReadBackToTheLastBitWithItsMetadata() throws Exception {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("b", Tensor.of(new float[] {1.5f, -0f, Float.MIN_VALUE, 3e38f}, 2, 2));
        tensors.put("n", Tensor.of(Long.MAX_VALUE));
        tensors.put("e", Tensor.of(new float[0], 0, 3));
        Path file = folder.resolve("weights.safetensors");
        SafetensorsFile.write(
                file, new Weights(tensors, Map.of("names", "{\"0\":\"BG\"}", "run", "ä")));

        Weights read = SafetensorsFile.read(file);

        assertThat(read.metadata())
                .containsEntry("names", "{\"0\":\"BG\"}")
                .containsEntry("run", "ä");
        assertThat(read.tensors()).containsAllEntriesOf(tensors).hasSize(3);
        assertThat(read.tensor("n").longs()).containsExactly(Long.MAX_VALUE);
        assertThat(read.tensor("e").shape()).containsExactly(0, 3);
    }

    @Test
    void theHeaderIsPaddedToEightAndWideNumbersComeFirst() throws Exception {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("single", Tensor.of(new float[] {1}, 1));
        tensors.put("long", Tensor.of(7));
        Path file = folder.resolve("weights.safetensors");
        SafetensorsFile.write(file, new Weights(tensors, Map.of()));

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getLong(0) % 8).isZero();
        assertThat(bytes.getLong(8 + (int) bytes.getLong(0))).isEqualTo(7);
    }

    @Test
    void halfAndBrainFloatsAreWidenedExactly() throws Exception {
        Path file =
                file(
                        "{\"h\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]},"
                                + "\"b\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[4,6]}}",
                        6);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer data =
                ByteBuffer.wrap(bytes, bytes.length - 6, 6).slice().order(ByteOrder.LITTLE_ENDIAN);
        data.putShort(0, (short) 0x3555).putShort(2, (short) 0x8001).putShort(4, (short) 0xC040);
        Files.write(file, bytes);

        Weights read = SafetensorsFile.read(file);

        assertThat(read.tensor("h").floats()).containsExactly(0.333251953125f, -0x1p-24f);
        assertThat(read.tensor("b").floats()).containsExactly(-3f);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | 4 | has 4 bytes",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | 8 | begins at byte 4",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | 3 | holds 3 bytes",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | 9 | holds 9 bytes",
                "{\"a\":{\"dtype\":\"F4\",\"shape\":[1],\"data_offsets\":[0,4]}} | 4 | type F4",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | 4 | shape and place",
                "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}} | 4 | shape and place",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,2147483647],"
                        + "\"data_offsets\":[0,4]}} | 4 | has 4 bytes",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | 8 | no valid JSON",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]} | 4 | no valid JSON",
            })
    void whatContradictsItselfIsRefusedInOneSentence(String header, int data, String says)
            throws Exception {
        Path file = file(header, data);

        assertThatThrownBy(() -> WeightsFile.read(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(says);
    }

    @Test
    void everyPrefixAndEveryKindOfNoiseIsRefused() throws Exception {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("a", Tensor.of(new float[] {1, 2, 3}, 3));
        Path file = folder.resolve("w.safetensors");
        SafetensorsFile.write(file, new Weights(tensors, Map.of()));
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        byte[] noise = new byte[400];
        random.nextBytes(noise);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, List.of());
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> WeightsFile.read(file)).isInstanceOf(WeightsException.class);
        }
        Files.write(file, noise);
        assertThatThrownBy(() -> WeightsFile.read(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("neither");
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        assertThatThrownBy(() -> WeightsFile.read(folder.resolve("no.pt")))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> WeightsFile.read(folder))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("cannot be read");
    }
}
