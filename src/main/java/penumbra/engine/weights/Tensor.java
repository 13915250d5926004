package penumbra.engine.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A block of numbers as a file holds it, rows last (C order). Immutable.
///
/// @param shape length along each axis; empty for a single number
/// @param data `size * type.bytes()` bytes, little-endian, read-only
public record Tensor(ElementType type, List<Integer> shape, ByteBuffer data) {

    /// @throws IllegalArgumentException if the bytes do not fit the shape
    public Tensor {
        shape = List.copyOf(shape);
        data = data.slice().asReadOnlyBuffer();
        if (data.remaining() != size(shape) * type.bytes()) {
            throw new IllegalArgumentException(
                    data.remaining() + " bytes for " + type + " of shape " + shape);
        }
    }

    /// Single-precision numbers.
    public static Tensor of(float[] values, Integer... shape) {
        ByteBuffer data = littleEndian(values.length * Float.BYTES);
        data.asFloatBuffer().put(values);
        return new Tensor(ElementType.F32, List.of(shape), data);
    }

    /// One integer without axes.
    public static Tensor of(long value) {
        return new Tensor(ElementType.I64, List.of(), littleEndian(Long.BYTES).putLong(0, value));
    }

    @Override
    public ByteBuffer data() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /// How many numbers there are.
    public int size() {
        return Math.toIntExact(size(shape));
    }

    /// A copy of all numbers, rounded to single precision where they are wider.
    public float[] floats() {
        ByteBuffer from = data();
        float[] values = new float[size()];
        if (type == ElementType.F32) {
            from.asFloatBuffer().get(values);
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) type.get(from, i);
            }
        }
        return values;
    }

    /// A copy of all numbers, exact for every type but integers beyond 2^53.
    public double[] doubles() {
        ByteBuffer from = data();
        double[] values = new double[size()];
        Arrays.setAll(values, i -> type.get(from, i));
        return values;
    }

    /// A copy of all numbers as integers; for integer types.
    public long[] longs() {
        ByteBuffer from = data();
        long[] values = new long[size()];
        Arrays.setAll(
                values,
                i -> type == ElementType.I64 ? from.getLong(i * 8) : (long) type.get(from, i));
        return values;
    }

    /// These numbers in single precision; integers stay as they are.
    public Tensor toSingle() {
        return switch (type) {
            case F64, F16, BF16 -> of(floats(), shape.toArray(Integer[]::new));
            default -> this;
        };
    }

    /// These numbers in single precision, with rows of another tensor in place of some.
    ///
    /// @param rows for each row of this one, that of the other which takes its place, or -1
    /// @return empty when rows differ in length or none is replaced
    Optional<Tensor> withRows(Tensor other, List<Integer> rows) {
        if (rows.size() != shape.getFirst()
                || !shape.subList(1, shape.size())
                        .equals(other.shape.subList(1, other.shape.size()))
                || rows.stream().allMatch(r -> r < 0)) {
            return Optional.empty();
        }
        float[] values = floats();
        float[] from = other.floats();
        int length = values.length / rows.size();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) >= 0) {
                System.arraycopy(from, rows.get(i) * length, values, i * length, length);
            }
        }
        return Optional.of(of(values, shape.toArray(Integer[]::new)));
    }

    /// These numbers rounded to half precision: 11 bits, from about 6e-8 to 65504; beyond,
    /// infinite.
    public Tensor toHalf() {
        float[] values = floats();
        ByteBuffer half = littleEndian(values.length * Short.BYTES);
        for (float value : values) {
            half.putShort(Float.floatToFloat16(value));
        }
        return new Tensor(ElementType.F16, shape, half.flip());
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// @throws ArithmeticException if there are more numbers than a long counts
    static long size(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }
}
