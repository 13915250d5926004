package penumbra.engine.net;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import penumbra.engine.net.Execution.Precision;
import penumbra.engine.torch.Fragment;
import penumbra.engine.torch.Torch;

/// The operations of a network as TorchScript, one call each.
///
/// Gradients are kept where `training` says so; what is made without lives in PyTorch's inference
/// mode and cannot take part in training.
record Kernels(Torch torch, Execution execution) {

    /// A copy in libtorch's own memory, in the order of this execution, fit for training.
    NDArray own(NDArray alias) {
        String clone =
                alias.getShape().dimension() == 4
                        ? "torch.clone(x, memory_format=%d)".formatted(execution.order().code())
                        : "torch.clone(x)";
        return torch.fragment("(x: Tensor) -> Tensor:\n    return " + clone + "\n")
                .apply(true, alias);
    }

    /// Convolution, normalisation by the batch (training) or by the running statistics, SiLU. In
    /// training the running statistics move on: new = 0.97 old + 0.03 batch, variance unbiased.
    NDArray conv(Op.Conv conv, boolean training, NDArray x, NDArray[] parameters) {
        String code =
                "(x: Tensor, w: Tensor, g: Tensor, b: Tensor, m: Tensor, v: Tensor) -> Tensor:\n"
                        + convolution(conv, "None")
                        + "    z = torch.batch_norm(y, g, b, m, v, %s, %s, %s, True)\n"
                                .formatted(
                                        training ? "True" : "False",
                                        Network.MOMENTUM,
                                        Network.EPSILON)
                        + "    return torch.%s(z)\n".formatted(training ? "silu" : "silu_");
        return apply(code, training, x, parameters);
    }

    /// Convolution with a bias and SiLU: normalisation is folded in.
    NDArray folded(Op.Conv conv, NDArray x, NDArray[] parameters) {
        String code =
                "(x: Tensor, w: Tensor, b: Tensor) -> Tensor:\n"
                        + convolution(conv, cast("b"))
                        + "    return torch.silu_(y)\n";
        return apply(code, false, x, parameters);
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
        return torch.fragment(code).apply(false, x, packed, bias);
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
        return torch.fragment(code).apply(false, weight);
    }

    /// Border, stride and dilation as oneDNN's operations take them.
    private static String geometry(Op.Conv conv) {
        int border = conv.kernel() / 2;
        int stride = conv.stride();
        return "[%d, %d], [%d, %d], [1, 1]".formatted(border, border, stride, stride);
    }

    private String convolution(Op.Conv conv, String bias) {
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

    NDArray project(boolean training, NDArray x, NDArray[] parameters) {
        String code =
                "(x: Tensor, w: Tensor, b: Tensor) -> Tensor:\n    return torch.conv2d(x, "
                        + cast("w")
                        + ", "
                        + cast("b")
                        + ", [1, 1], [0, 0], [1, 1], 1)\n";
        return apply(code, training, x, parameters);
    }

    List<NDArray> halves(Op.Halves halves, boolean training, NDArray x) {
        String code =
                "(x: Tensor) -> List[Tensor]:\n    return torch.split(x, %d, 1)\n"
                        .formatted(halves.half());
        return torch.fragment(code).applyAll(training, x);
    }

    NDArray pool(boolean training, NDArray x) {
        return torch.fragment(
                        "(x: Tensor) -> Tensor:\n"
                                + "    return torch.max_pool2d(x, [5, 5], [1, 1], [2, 2], [1, 1],"
                                + " False)\n")
                .apply(training, x);
    }

    NDArray upsample(boolean training, NDArray x) {
        return torch.fragment(
                        "(x: Tensor) -> Tensor:\n"
                                + "    return torch.upsample_nearest2d(x, None, [2., 2.])\n")
                .apply(training, x);
    }

    NDArray add(boolean training, NDArray left, NDArray right) {
        return torch.fragment("(x: Tensor, y: Tensor) -> Tensor:\n    return torch.add(x, y)\n")
                .apply(training, left, right);
    }

    NDArray concat(boolean training, NDArray[] values) {
        String names = names(0, values.length, "x%d");
        String code =
                "(%s) -> Tensor:\n    return torch.cat([%s], 1)\n"
                        .formatted(names(0, values.length, "x%d: Tensor"), names);
        return torch.fragment(code).apply(training, values);
    }

    /// The maps of all levels as one `[B, channels, A]`, single precision.
    NDArray join(boolean training, List<List<NDArray>> levels) {
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
        return torch.fragment(code).apply(training, maps);
    }

    private static String names(int from, int count, String pattern) {
        return IntStream.range(from, from + count)
                .mapToObj(pattern::formatted)
                .collect(Collectors.joining(", "));
    }

    private String cast(String name) {
        return execution.precision() == Precision.FP32
                ? name
                : "torch.to(" + name + ", " + execution.precision().code() + ")";
    }

    private NDArray apply(String code, boolean training, NDArray x, NDArray[] parameters) {
        Fragment fragment = torch.fragment(code);
        NDArray[] inputs = new NDArray[parameters.length + 1];
        inputs[0] = x;
        System.arraycopy(parameters, 0, inputs, 1, parameters.length);
        return fragment.apply(training, inputs);
    }
}
