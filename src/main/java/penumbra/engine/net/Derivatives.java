package penumbra.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Operations as training needs them, by TorchScript: forward together with what their derivatives
/// read, and the derivatives.
///
/// A derivative takes those of the loss by the values that the operation gave and gives those by
/// the values that it read; those by parameters it adds to tensors of their own.
record Derivatives(Kernels kernels) {

    private static final String POOL = "[5, 5], [1, 1], [2, 2], [1, 1], False";

    /// Convolution, normalisation by the batch, SiLU; the running statistics move on: new = 0.97
    /// old + 0.03 batch, variance unbiased.
    ///
    /// @return the value; then what was convolved, its means and inverse deviations by channel
    List<NDArray> forward(Op.Conv conv, NDArray x, NDArray[] parameters) {
        String code =
                "(x: Tensor, w: Tensor, g: Tensor, b: Tensor, m: Tensor, v: Tensor)"
                        + " -> List[Tensor]:\n"
                        + kernels.convolution(conv, "None")
                        + "    z, mean, inverse, = "
                        + "torch.native_batch_norm(y, g, b, m, v, True, %s, %s)\n"
                                .formatted(Network.MOMENTUM, Network.EPSILON)
                        + "    return [torch.silu_(z), y, mean, inverse]\n";
        return all(code, x, parameters);
    }

    /// Of SiLU and normalisation. What was normalised is computed again, so that it need not be
    /// kept.
    ///
    /// @param above by the value
    /// @param kept behind the value by [#forward]
    /// @param gradients of weight, scale and shift, the latter ones added to
    /// @return by what was convolved
    NDArray normalisation(
            NDArray above, List<NDArray> kept, NDArray[] parameters, NDArray[] gradients) {
        String code =
                """
                (above: Tensor, y: Tensor, mean: Tensor, inverse: Tensor, g: Tensor, b: Tensor, \
                gg: Tensor, gb: Tensor) -> Tensor:
                    v = torch.pow(inverse, -2)
                    z = torch.batch_norm(y, g, b, mean, v, False, 0., 0., True)
                    dz = torch.silu_backward(above, z, grad_input=z)
                    dy, dg, db, = torch.native_batch_norm_backward(dz, y, g, None, None, mean, \
                inverse, True, %s, [True, True, True])
                    _0 = torch.add_(gg, dg)
                    _1 = torch.add_(gb, db)
                    return dy
                """
                        .formatted(Network.EPSILON);
        return kernels.torch()
                .fragment(code)
                .apply(
                        above,
                        kept.get(0),
                        kept.get(1),
                        kept.get(2),
                        parameters[1],
                        parameters[2],
                        gradients[1],
                        gradients[2]);
    }

    /// @param above by what was convolved
    /// @param gradient of the weight, that is added to
    /// @return by the input; none by the picture
    List<NDArray> convolution(
            Op.Conv conv, NDArray above, NDArray x, NDArray weight, NDArray gradient) {
        boolean picture = conv.input() == 0;
        int border = conv.kernel() / 2;
        String code =
                """
                (above: Tensor, x: Tensor, w: Tensor, gw: Tensor) -> List[Tensor]:
                    dx, dw, _0, = torch.convolution_backward(above, %s, %s, None, [%d, %d], \
                [%d, %d], [1, 1], False, [0, 0], 1, [%s, True, False])
                    _1 = torch.add_(gw, dw)
                    return %s
                """
                        .formatted(
                                kernels.cast("x"),
                                kernels.cast("w"),
                                conv.stride(),
                                conv.stride(),
                                border,
                                border,
                                picture ? "False" : "True",
                                picture ? "annotate(List[Tensor], [])" : "[dx]");
        return all(code, above, x, weight, gradient);
    }

    /// @param above by the value
    /// @param gradients of weight and bias, that are added to
    List<NDArray> project(
            Op.Project project,
            NDArray above,
            NDArray x,
            NDArray[] parameters,
            NDArray[] gradients) {
        String code =
                """
                (above: Tensor, x: Tensor, w: Tensor, gw: Tensor, gb: Tensor) -> List[Tensor]:
                    dx, dw, db, = torch.convolution_backward(above, x, %s, [%d], [1, 1], [0, 0], \
                [1, 1], False, [0, 0], 1, [True, True, True])
                    _0 = torch.add_(gw, dw)
                    _1 = torch.add_(gb, db)
                    return [dx]
                """
                        .formatted(kernels.cast("w"), project.out());
        return all(code, above, x, parameters[0], gradients[0], gradients[1]);
    }

    /// @return the value; then where in the input each maximum was
    List<NDArray> forward(NDArray x) {
        String code =
                """
                (x: Tensor) -> List[Tensor]:
                    y, places, = torch.max_pool2d_with_indices(x, %s)
                    return [y, places]
                """
                        .formatted(POOL);
        return all(code, x);
    }

    List<NDArray> pool(NDArray above, NDArray x, NDArray places) {
        String code =
                """
                (above: Tensor, x: Tensor, places: Tensor) -> List[Tensor]:
                    return [torch.max_pool2d_with_indices_backward(above, x, %s, places)]
                """
                        .formatted(POOL);
        return all(code, above, x, places);
    }

    /// @param below shape of the input
    List<NDArray> upsample(NDArray above, Shape below) {
        long[] shape = below.getShape();
        String code =
                """
                (above: Tensor) -> List[Tensor]:
                    return [torch.upsample_nearest2d_backward(above, [%d, %d], %s, 2., 2.)]
                """
                        .formatted(2 * shape[2], 2 * shape[3], Arrays.toString(shape));
        return all(code, above);
    }

    /// The same for both summands.
    List<NDArray> add(NDArray above) {
        return all("(above: Tensor) -> List[Tensor]:\n    return [above, above]\n", above);
    }

    List<NDArray> halves(NDArray[] above) {
        return List.of(kernels.concat(above));
    }

    /// @param below shapes of the inputs
    /// @return parts of the same memory
    List<NDArray> concat(NDArray above, List<Shape> below) {
        String code =
                """
                (above: Tensor) -> List[Tensor]:
                    return torch.split_with_sizes(above, [%s], 1)
                """
                        .formatted(channels(below));
        return all(code, above);
    }

    /// By the maps of each level that were joined, level by level.
    ///
    /// @param levels shapes of the maps
    List<NDArray> join(NDArray above, List<List<Shape>> levels) {
        String cells =
                levels.stream()
                        .map(List::getFirst)
                        .map(s -> Long.toString(s.get(2) * s.get(3)))
                        .collect(Collectors.joining(", "));
        String code =
                "(above: Tensor) -> List[Tensor]:\n"
                        + "    x = %s\n".formatted(kernels.cast("above"))
                        + "    %s, = torch.split_with_sizes(x, [%s], 2)\n"
                                .formatted(Kernels.names(0, levels.size(), "x%d"), cells)
                        + IntStream.range(0, levels.size())
                                .mapToObj(i -> level(i, levels.get(i)))
                                .collect(Collectors.joining())
                        + "    return %s\n"
                                .formatted(
                                        IntStream.range(0, levels.size())
                                                .mapToObj("y%d"::formatted)
                                                .reduce("torch.add(%s, %s)"::formatted)
                                                .orElseThrow());
        return all(code, above);
    }

    private static String level(int number, List<Shape> maps) {
        Shape first = maps.getFirst();
        return "    y%d = torch.split_with_sizes(torch.reshape(x%d, [%d, -1, %d, %d]), [%s], 1)\n"
                .formatted(
                        number, number, first.get(0), first.get(2), first.get(3), channels(maps));
    }

    private static String channels(List<Shape> shapes) {
        return shapes.stream().map(s -> Long.toString(s.get(1))).collect(Collectors.joining(", "));
    }

    private List<NDArray> all(String code, NDArray first, NDArray... others) {
        NDArray[] inputs =
                Stream.concat(Stream.of(first), Arrays.stream(others)).toArray(NDArray[]::new);
        return kernels.torch().fragment(code).applyAll(inputs);
    }
}
