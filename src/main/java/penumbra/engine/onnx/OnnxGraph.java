package penumbra.engine.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import penumbra.engine.weights.ElementType;
import penumbra.engine.weights.Tensor;

/// An ONNX graph in the making: nodes, constants, inputs and outputs, as `onnx.proto` numbers their
/// fields.
final class OnnxGraph {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_STRING = 3;
    private static final int ATTRIBUTE_INTS = 7;

    private final ProtoMessage graph = new ProtoMessage();
    private int count;

    /// A node with one output.
    ///
    /// @param attributes numbers (`Long`), lists of numbers (`long[]`) and texts
    /// @return the name of its output
    String node(String type, List<String> inputs, Map<String, Object> attributes) {
        String name = type.toLowerCase(Locale.ROOT) + "_" + count++;
        return named(name, type, inputs, attributes);
    }

    String node(String type, List<String> inputs) {
        return node(type, inputs, Map.of());
    }

    String named(String output, String type, List<String> inputs, Map<String, Object> attributes) {
        ProtoMessage node = new ProtoMessage();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, output).text(4, type);
        attributes.forEach((name, value) -> node.message(5, attribute(name, value)));
        graph.message(1, node);
        return output;
    }

    private static ProtoMessage attribute(String name, Object value) {
        ProtoMessage attribute = new ProtoMessage().text(1, name);
        return switch (value) {
            case Long number -> attribute.number(3, number).number(20, ATTRIBUTE_INT);
            case String text -> attribute.text(4, text).number(20, ATTRIBUTE_STRING);
            case long[] numbers -> {
                Arrays.stream(numbers).forEach(n -> attribute.number(8, n));
                yield attribute.number(20, ATTRIBUTE_INTS);
            }
            default -> throw new IllegalArgumentException(name + " = " + value);
        };
    }

    /// A constant in single precision.
    String constant(String name, Tensor tensor) {
        Tensor single = tensor.toSingle();
        if (single.type() != ElementType.F32) {
            throw new IllegalArgumentException(name + " is " + single.type());
        }
        ByteBuffer data = single.data();
        byte[] raw = new byte[data.remaining()];
        data.get(raw);
        ProtoMessage constant = new ProtoMessage();
        single.shape().forEach(length -> constant.number(1, length));
        graph.message(5, constant.number(2, FLOAT).text(8, name).bytes(9, raw));
        return name;
    }

    /// A constant list of whole numbers.
    String constant(long... values) {
        ByteBuffer raw =
                ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(raw::putLong);
        String name = "constant_" + count++;
        graph.message(
                5,
                new ProtoMessage()
                        .number(1, values.length)
                        .number(2, INT64)
                        .text(8, name)
                        .bytes(9, raw.array()));
        return name;
    }

    /// @param shape lengths; 0 stands for any number of pictures
    void input(String name, long... shape) {
        graph.message(11, value(name, shape));
    }

    void output(String name, long... shape) {
        graph.message(12, value(name, shape));
    }

    private static ProtoMessage value(String name, long... shape) {
        ProtoMessage lengths = new ProtoMessage();
        for (long length : shape) {
            ProtoMessage dimension = new ProtoMessage();
            lengths.message(
                    1, length == 0 ? dimension.text(2, "batch") : dimension.number(1, length));
        }
        ProtoMessage tensor = new ProtoMessage().number(1, FLOAT).message(2, lengths);
        return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
    }

    /// The model around the graph.
    byte[] model(int opset, Map<String, String> metadata) {
        ProtoMessage model =
                new ProtoMessage()
                        .number(1, 8)
                        .text(2, "penumbra")
                        .message(7, graph.text(2, "yolov8-pose"))
                        .message(8, new ProtoMessage().text(1, "").number(2, opset));
        metadata.forEach(
                (key, value) -> model.message(14, new ProtoMessage().text(1, key).text(2, value)));
        return model.toBytes();
    }
}
