package penumbra.engine.weights;

import java.nio.ByteBuffer;

/// How one number of a tensor is stored, little-endian; the constants are named as safetensors
/// names them.
public enum ElementType {
    F64(8),
    F32(4),
    F16(2),
    BF16(2),
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U8(1),
    BOOL(1);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /// Bytes of one number.
    public int bytes() {
        return bytes;
    }

    /// The number at that index, which a double holds exactly unless it is an integer beyond 2^53.
    double get(ByteBuffer data, int index) {
        int at = index * bytes;
        return switch (this) {
            case F64 -> data.getDouble(at);
            case F32 -> data.getFloat(at);
            case F16 -> Float.float16ToFloat(data.getShort(at));
            case BF16 -> Float.intBitsToFloat(data.getShort(at) << Short.SIZE);
            case I64 -> data.getLong(at);
            case I32 -> data.getInt(at);
            case I16 -> data.getShort(at);
            case I8 -> data.get(at);
            case U8, BOOL -> Byte.toUnsignedInt(data.get(at));
        };
    }
}
