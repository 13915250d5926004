package penumbra.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import penumbra.engine.head.HeadOutput;

/// A batch on its way through a network in training: forward, and once back.
///
/// The derivatives are found in reverse, operation by operation (A. Griewank, A. Walther,
/// Evaluating Derivatives, 2008, chapter 3). From forward to back only what derivatives read is
/// kept: of a convolution what it reads and what it gives before normalisation. What nobody reads
/// any more is closed at once, on both ways.
public final class TrainingPass {

    private final Graph graph;
    private final Parameters parameters;
    private final Kernels kernels;
    private final Derivatives derivatives;
    private final NDArray output;

    /// By number.
    private final NDArray[] values;

    private final Shape[] shapes;

    /// For each operation what its derivative reads beside its inputs.
    private final List<List<NDArray>> kept = new ArrayList<>();

    TrainingPass(Graph graph, Parameters parameters, Kernels kernels, NDArray pictures) {
        this.graph = graph;
        this.parameters = parameters;
        this.kernels = kernels;
        this.derivatives = new Derivatives(kernels);
        this.values = new NDArray[graph.values()];
        this.shapes = new Shape[graph.values()];
        values[0] = pictures;
        forward();
        this.output = kernels.join(outputs(values));
        outputs(values).forEach(level -> level.forEach(NDArray::close));
    }

    private <T> List<List<T>> outputs(T[] byValue) {
        return graph.outputs().stream()
                .map(level -> level.stream().map(v -> byValue[v]).toList())
                .toList();
    }

    /// The head's numbers `[B, channels, places]`, in the scope of the pictures.
    public NDArray output() {
        return output;
    }

    private void forward() {
        Set<Integer> read = graph.derivativeInputs();
        int[] last = graph.lastUses(read);
        int next = 1;
        for (int i = 0; i < graph.ops().size(); i++) {
            Op op = graph.ops().get(i);
            List<NDArray> made = forward(op);
            for (NDArray value : made.subList(0, op.outputs())) {
                shapes[next] = value.getShape();
                values[next++] = value;
            }
            kept.add(made.subList(op.outputs(), made.size()));
            if (op instanceof Op.Concat concat) {
                share(concat, made.getFirst());
            }
            for (int input : op.inputs()) {
                if (last[input] == i && input != 0) {
                    values[input].close();
                }
            }
        }
    }

    /// What was put side by side is there twice; from now on it is a part of the whole.
    private void share(Op.Concat concat, NDArray whole) {
        Iterator<NDArray> parts = derivatives.concat(whole, shapes(concat)).iterator();
        for (int input : concat.inputs()) {
            values[input].close();
            values[input] = parts.next();
        }
    }

    private List<Shape> shapes(Op op) {
        return op.inputs().stream().map(v -> shapes[v]).toList();
    }

    /// The values that it gives, then what its derivative reads.
    private List<NDArray> forward(Op op) {
        return switch (op) {
            case Op.Conv conv ->
                    derivatives.forward(conv, values[conv.input()], parameters.of(conv));
            case Op.Pool pool -> derivatives.forward(values[pool.input()]);
            default -> kernels.plain(op, values, parameters.of(op));
        };
    }

    /// Adds the derivatives of a loss by every trainable tensor to that tensor's gradient. All that
    /// was kept is spent then.
    ///
    /// @param gradient the derivatives of the loss by the output
    public void backward(HeadOutput gradient) {
        backward(gradient.values());
    }

    void backward(float[] gradient) {
        NDArray[] above = new NDArray[values.length];
        try (NDArray all =
                kernels.own(output.getManager(), gradient, output.getShape().getShape())) {
            Iterator<NDArray> parts = derivatives.join(all, outputs(shapes)).iterator();
            graph.outputs().forEach(level -> level.forEach(v -> above[v] = parts.next()));
        }
        int first = values.length;
        for (int i = graph.ops().size() - 1; i >= 0; i--) {
            Op op = graph.ops().get(i);
            int end = first;
            first -= op.outputs();
            Arrays.stream(values, first, end).forEach(NDArray::close);
            NDArray[] own = Arrays.copyOfRange(above, first, end);
            Iterator<Integer> inputs = op.inputs().iterator();
            for (NDArray below : derivative(i, op, own)) {
                add(above, inputs.next(), below);
            }
            Arrays.stream(own).forEach(NDArray::close);
            kept.get(i).forEach(NDArray::close);
        }
    }

    private List<NDArray> derivative(int index, Op op, NDArray[] above) {
        return switch (op) {
            case Op.Conv conv -> conv(index, conv, above[0]);
            case Op.Project project ->
                    derivatives.project(
                            project,
                            above[0],
                            values[project.input()],
                            parameters.of(project),
                            parameters.gradients(project));
            case Op.Halves _ -> derivatives.halves(above);
            case Op.Concat concat -> derivatives.concat(above[0], shapes(concat));
            case Op.Add _ -> derivatives.add(above[0]);
            case Op.Pool pool ->
                    derivatives.pool(above[0], values[pool.input()], kept.get(index).getFirst());
            case Op.Upsample upsample -> derivatives.upsample(above[0], shapes[upsample.input()]);
        };
    }

    private List<NDArray> conv(int index, Op.Conv conv, NDArray above) {
        NDArray[] own = parameters.of(conv);
        NDArray[] gradients = parameters.gradients(conv);
        NDArray convolved = derivatives.normalisation(above, kept.get(index), own, gradients);
        above.close();
        kept.get(index).forEach(NDArray::close);
        try (convolved) {
            return derivatives.convolution(
                    conv, convolved, values[conv.input()], own[0], gradients[0]);
        }
    }

    /// What is read several times gathers the derivatives of all who read it.
    private void add(NDArray[] above, int value, NDArray more) {
        NDArray before = above[value];
        if (before == null) {
            above[value] = more;
        } else {
            above[value] = kernels.add(before, more);
            before.close();
            more.close();
        }
    }
}
