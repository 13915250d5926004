package penumbra.engine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import penumbra.file.AtomicFile;
import penumbra.file.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The safetensors format: 8 bytes of header length, a JSON header, raw numbers, all little-endian.
///
/// Source: the format description at huggingface.co/docs/safetensors. Kept strictly: the header
/// names every byte of the data exactly once, no name stands twice, sizes agree with shapes.
public final class SafetensorsFile {

    private static final String METADATA = "__metadata__";
    private static final int LENGTH_BYTES = 8;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private SafetensorsFile() {}

    /// @throws WeightsException if the content breaks a rule of the format
    public static Weights read(Path file) throws WeightsException {
        try {
            return parse(file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw WeightsException.because(e, file, "unreadable", Reason.of(e));
        }
    }

    /// @param file that the bytes are of, as messages name it
    /// @throws WeightsException if the content breaks a rule of the format
    public static Weights parse(Path file, byte[] bytes) throws WeightsException {
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long length = bytes.length < LENGTH_BYTES ? -1 : all.getLong(0);
        if (length < 2 || length > bytes.length - LENGTH_BYTES || bytes[LENGTH_BYTES] != '{') {
            throw WeightsException.of(file, "neither");
        }
        JsonNode header;
        try {
            header = JSON.readTree(bytes, LENGTH_BYTES, (int) length);
        } catch (JacksonException e) {
            throw WeightsException.because(e, file, "header", e.getOriginalMessage());
        }
        ByteBuffer data =
                all.slice(LENGTH_BYTES + (int) length, bytes.length - LENGTH_BYTES - (int) length);
        return tensors(file, header, data);
    }

    private static Weights tensors(Path file, JsonNode header, ByteBuffer data)
            throws WeightsException {
        Map<String, String> metadata = new LinkedHashMap<>();
        header.path(METADATA)
                .properties()
                .forEach(e -> metadata.put(e.getKey(), e.getValue().asString("")));
        List<SafetensorsEntry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : header.properties()) {
            if (!field.getKey().equals(METADATA)) {
                entries.add(SafetensorsEntry.of(file, field.getKey(), field.getValue()));
            }
        }
        requireNoHoles(file, entries, data.remaining());
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        for (SafetensorsEntry e : entries) {
            tensors.put(
                    e.name(),
                    new Tensor(
                            e.type(),
                            e.shape(),
                            data.slice((int) e.begin(), (int) (e.end() - e.begin()))));
        }
        return new Weights(tensors, metadata);
    }

    private static void requireNoHoles(Path file, List<SafetensorsEntry> entries, int length)
            throws WeightsException {
        long at = 0;
        for (SafetensorsEntry e :
                entries.stream()
                        .sorted(
                                Comparator.comparingLong(SafetensorsEntry::begin)
                                        .thenComparingLong(SafetensorsEntry::end))
                        .toList()) {
            if (e.begin() != at) {
                throw WeightsException.of(file, "offsets", e.name(), e.begin(), at);
            }
            at = e.end();
        }
        if (at != length) {
            throw WeightsException.of(file, "length", length, at);
        }
    }

    /// Writes or replaces the file in one step. Wider numbers come first, so that each tensor
    /// begins at a multiple of its element's size.
    ///
    /// @throws WeightsException if it cannot be written; then it is as it was
    public static void write(Path file, Weights weights) throws WeightsException {
        List<Map.Entry<String, Tensor>> order =
                weights.tensors().entrySet().stream()
                        .sorted(Comparator.comparingInt(e -> -e.getValue().type().bytes()))
                        .toList();
        byte[] header = header(weights.metadata(), order);
        byte[] length =
                ByteBuffer.allocate(LENGTH_BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length)
                        .array();
        try {
            AtomicFile.write(
                    file,
                    out -> {
                        out.write(length);
                        out.write(header);
                        for (Map.Entry<String, Tensor> e : order) {
                            ByteBuffer data = e.getValue().data();
                            byte[] bytes = new byte[data.remaining()];
                            data.get(bytes);
                            out.write(bytes);
                        }
                    });
        } catch (IOException e) {
            throw WeightsException.because(e, file, "unwritable", Reason.of(e));
        }
    }

    /// The header, padded with blanks so that the data begins at a multiple of eight.
    private static byte[] header(
            Map<String, String> metadata, List<Map.Entry<String, Tensor>> order) {
        ObjectNode header = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = header.putObject(METADATA);
            metadata.forEach(texts::put);
        }
        long at = 0;
        for (Map.Entry<String, Tensor> e : order) {
            Tensor tensor = e.getValue();
            long end = at + tensor.data().remaining();
            ObjectNode entry = header.putObject(e.getKey());
            entry.put("dtype", tensor.type().name());
            tensor.shape().forEach(entry.putArray("shape")::add);
            entry.putArray("data_offsets").add(at).add(end);
            at = end;
        }
        byte[] json = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }
}
