package penumbra.engine.net;

/// How libtorch computes a network; the result differs by rounding only.
///
/// @param precision number type of convolutions and values
/// @param order where the channels of a value lie in memory
public record Execution(Precision precision, Order order) {

    /// Channel after channel: the reference's order. Batch statistics are accurate to about 1e-7.
    public static final Execution REFERENCE = new Execution(Precision.FP32, Order.PLANAR);

    /// What convolutions are fastest with on a CPU.
    public static final Execution FAST = new Execution(Precision.FP32, Order.CHANNELS_LAST);

    /// Half the memory, and faster where the hardware has bfloat16.
    public static final Execution BRAIN = new Execution(Precision.BF16, Order.CHANNELS_LAST);

    /// The number type of convolutions and of what goes from one to the next. Parameters, batch
    /// statistics, what the head gives and losses are single precision always.
    public enum Precision {
        FP32(6),
        BF16(15);

        private final int code;

        Precision(int code) {
            this.code = code;
        }

        /// PyTorch's number for the type.
        int code() {
            return code;
        }
    }

    /// Order of a value's numbers in memory; shapes stay `[B, C, h, w]`.
    public enum Order {
        PLANAR(0),

        /// PyTorch sums the batch statistics of this order in single precision one after another,
        /// so that in training they are off by up to n 2^-24 of the largest, n numbers in a
        /// channel.
        CHANNELS_LAST(2);

        private final int code;

        Order(int code) {
            this.code = code;
        }

        /// PyTorch's number for the memory format.
        int code() {
            return code;
        }
    }
}
