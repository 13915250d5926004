package penumbra.engine.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a safetensors header says of one tensor, checked by itself.
///
/// @param begin first byte within the data
/// @param end the byte after its last
record SafetensorsEntry(String name, ElementType type, List<Integer> shape, long begin, long end) {

    static SafetensorsEntry of(Path file, String name, JsonNode said) throws WeightsException {
        JsonNode offsets = said.path("data_offsets");
        Optional<ElementType> type =
                Arrays.stream(ElementType.values())
                        .filter(t -> t.name().equals(said.path("dtype").asString("")))
                        .findFirst();
        if (type.isEmpty()) {
            throw WeightsException.of(file, "type", name, said.path("dtype").asString("?"));
        }
        List<Integer> shape = new ArrayList<>();
        for (JsonNode length : said.path("shape")) {
            if (!length.isInt() || length.intValue() < 0) {
                throw WeightsException.of(file, "entry", name);
            }
            shape.add(length.intValue());
        }
        if (!said.path("shape").isArray()
                || offsets.size() != 2
                || !offsets.path(0).isIntegralNumber()
                || !offsets.path(1).isIntegralNumber()) {
            throw WeightsException.of(file, "entry", name);
        }
        long begin = offsets.path(0).asLong(-1);
        long end = offsets.path(1).asLong(-1);
        if (begin < 0 || end < begin || end - begin != bytes(type.get(), shape)) {
            throw WeightsException.of(file, "size", name, end - begin, type.get(), shape);
        }
        return new SafetensorsEntry(name, type.get(), shape, begin, end);
    }

    private static long bytes(ElementType type, List<Integer> shape) {
        try {
            return Math.multiplyExact(Tensor.size(shape), (long) type.bytes());
        } catch (ArithmeticException _) {
            return -1;
        }
    }
}
