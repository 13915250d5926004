package penumbra.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import penumbra.engine.net.Execution.Precision;
import penumbra.engine.torch.Fragment;
import penumbra.engine.torch.Torch;

/// The operations of a network as TorchScript, one call each.
record Kernels(Torch torch, Execution execution) {

    /// A copy in libtorch's own memory, in the order of this execution.
    NDArray own(NDManager scope, float[] values, long... shape) {
        return ownFrom(0, scope, values, shape);
    }

    /// As above, of as many numbers as the shape has.
    ///
    /// @param begin number among the values that is the first
    NDArray ownFrom(int begin, NDManager scope, float[] values, long... shape) {
        String clone =
                shape.length == 4
                        ? "torch.clone(x, memory_format=%d)".formatted(execution.order().code())
                        : "torch.clone(x)";
        // A buffer of Java would stay until the garbage collector comes by.
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory =
                    arena.allocateFrom(
                            ValueLayout.JAVA_FLOAT,
                            MemorySegment.ofArray(values),
                            ValueLayout.JAVA_FLOAT,
                            begin * (long) Float.BYTES,
                            new Shape(shape).size());
            try (NDArray alias =
                    scope.create(memory.asByteBuffer(), new Shape(shape), DataType.FLOAT32)) {
                return torch.fragment("(x: Tensor) -> Tensor:\n    return " + clone + "\n")
                        .apply(alias);
            }
        }
    }

    /// Zeros in shape and memory order of a tensor, in its scope.
    NDArray zeros(NDArray like) {
        return torch.fragment("(x: Tensor) -> Tensor:\n    return torch.zeros_like(x)\n")
                .apply(like);
    }

    /// An operation that training computes as evaluation does.
    ///
    /// @param values by number, those that it reads among them
    List<NDArray> plain(Op op, NDArray[] values, NDArray[] parameters) {
        return switch (op) {
            case Op.Conv conv -> List.of(conv(conv, values[conv.input()], parameters));
            case Op.Project project -> List.of(project(values[project.input()], parameters));
            case Op.Halves halves -> halves(halves, values[halves.input()]);
            case Op.Concat concat ->
                    List.of(
                            concat(
                                    concat.inputs().stream()
                                            .map(v -> values[v])
                                            .toArray(NDArray[]::new)));
            case Op.Add(int left, int right) -> List.of(add(values[left], values[right]));
            case Op.Pool pool -> List.of(pool(values[pool.input()]));
            case Op.Upsample upsample -> List.of(upsample(values[upsample.input()]));
        };
    }

    /// Convolution, normalisation by the running statistics, SiLU.
    private NDArray conv(Op.Conv conv, NDArray x, NDArray[] parameters) {
        String code =
                "(x: Tensor, w: Tensor, g: Tensor, b: Tensor, m: Tensor, v: Tensor) -> Tensor:\n"
                        + convolution(conv, "None")
                        + "    z = torch.batch_norm(y, g, b, m, v, False, 0., %s, True)\n"
                                .formatted(Network.EPSILON)
                        + "    return torch.silu_(z)\n";
        return apply(code, x, parameters);
    }

    /// Convolution with a bias and SiLU: normalisation is folded in.
    NDArray folded(Op.Conv conv, NDArray x, NDArray[] parameters) {
        String code =
                "(x: Tensor, w: Tensor, b: Tensor) -> Tensor:\n"
                        + convolution(conv, cast("b"))
                        + "    return torch.silu_(y)\n";
        return apply(code, x, parameters);
    }

    /// [#folded] in one pass of oneDNN.
    ///
    /// @param packed weight from [#packed]
    NDArray fused(Op.Conv conv, NDArray x, NDArray packed, NDArray bias) {
        String code =
                """
                (x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                    return ops.mkldnn._convolution_pointwise(%s, w, %s, %s, 1, "swish", \
                annotate(List[Optional[number]], []), None)
                """
                        .formatted(cast("x"), cast("b"), geometry(conv));
        return torch.fragment(code).apply(x, packed, bias);
    }

    /// The weight of a convolution in the order that oneDNN chooses for such an input, and
    /// otherwise makes each time. Inputs of other sizes work with it all the same.
    NDArray packed(Op.Conv conv, NDArray x, NDArray weight) {
        String code =
                """
                (w: Tensor) -> Tensor:
                    return ops.mkldnn._reorder_convolution_weight(%s, %s, 1, %s)
                """
                        .formatted(
                                cast("w"),
                                geometry(conv),
                                Arrays.toString(x.getShape().getShape()));
        return torch.fragment(code).apply(weight);
    }

    /// Border, stride and dilation as oneDNN's operations take them.
    static String geometry(Op.Conv conv) {
        int border = conv.kernel() / 2;
        int stride = conv.stride();
        return "[%d, %d], [%d, %d], [1, 1]".formatted(border, border, stride, stride);
    }

    /// Code: `y` from `x` and `w`.
    String convolution(Op.Conv conv, String bias) {
        return "    y = torch.conv2d(%s, %s, %s, [%d, %d], [%d, %d], [1, 1], 1)\n"
                .formatted(
                        cast("x"),
                        cast("w"),
                        bias,
                        conv.stride(),
                        conv.stride(),
                        conv.kernel() / 2,
                        conv.kernel() / 2);
    }

    private NDArray project(NDArray x, NDArray[] parameters) {
        String code =
                "(x: Tensor, w: Tensor, b: Tensor) -> Tensor:\n    return torch.conv2d(x, "
                        + cast("w")
                        + ", "
                        + cast("b")
                        + ", [1, 1], [0, 0], [1, 1], 1)\n";
        return apply(code, x, parameters);
    }

    private List<NDArray> halves(Op.Halves halves, NDArray x) {
        String code =
                "(x: Tensor) -> List[Tensor]:\n    return torch.split(x, %d, 1)\n"
                        .formatted(halves.half());
        return torch.fragment(code).applyAll(x);
    }

    private NDArray pool(NDArray x) {
        return torch.fragment(
                        "(x: Tensor) -> Tensor:\n"
                                + "    return torch.max_pool2d(x, [5, 5], [1, 1], [2, 2], [1, 1],"
                                + " False)\n")
                .apply(x);
    }

    private NDArray upsample(NDArray x) {
        return torch.fragment(
                        "(x: Tensor) -> Tensor:\n"
                                + "    return torch.upsample_nearest2d(x, None, [2., 2.])\n")
                .apply(x);
    }

    NDArray add(NDArray left, NDArray right) {
        return torch.fragment("(x: Tensor, y: Tensor) -> Tensor:\n    return torch.add(x, y)\n")
                .apply(left, right);
    }

    NDArray concat(NDArray[] values) {
        String names = names(0, values.length, "x%d");
        String code =
                "(%s) -> Tensor:\n    return torch.cat([%s], 1)\n"
                        .formatted(names(0, values.length, "x%d: Tensor"), names);
        return torch.fragment(code).apply(values);
    }

    /// The maps of all levels as one `[B, channels, A]`, single precision.
    NDArray join(List<List<NDArray>> levels) {
        int each = levels.getFirst().size();
        String code =
                "(%s) -> Tensor:\n".formatted(names(0, each * levels.size(), "x%d: Tensor"))
                        + IntStream.range(0, levels.size())
                                .mapToObj(i ->
                                        "    y%d = torch.flatten(torch.cat([%s], 1), 2)\n"
                                                .formatted(i, names(each * i, each, "x%d")))
                                .collect(Collectors.joining())
                        + "    return torch.to(torch.cat([%s], 2), %d)\n"
                                .formatted(names(0, levels.size(), "y%d"), Precision.FP32.code());
        NDArray[] maps = levels.stream().flatMap(List::stream).toArray(NDArray[]::new);
        return torch.fragment(code).apply(maps);
    }

    static String names(int from, int count, String pattern) {
        return IntStream.range(from, from + count)
                .mapToObj(pattern::formatted)
                .collect(Collectors.joining(", "));
    }

    /// Code: that tensor in the number type of this execution.
    String cast(String name) {
        return execution.precision() == Precision.FP32
                ? name
                : "torch.to(" + name + ", " + execution.precision().code() + ")";
    }

    private NDArray apply(String code, NDArray x, NDArray[] parameters) {
        Fragment fragment = torch.fragment(code);
        NDArray[] inputs = new NDArray[parameters.length + 1];
        inputs[0] = x;
        System.arraycopy(parameters, 0, inputs, 1, parameters.length);
        return fragment.apply(inputs);
    }
}
