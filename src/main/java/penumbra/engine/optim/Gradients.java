package penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import penumbra.engine.torch.Fragment;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Tensor;

/// All gradients of an optimizer's parameters together.
public final class Gradients {

    private static final double EPSILON = 1e-6;

    private static final String NORM =
            """
            (g: List[Tensor]) -> float:
                norms = torch.stack(torch._foreach_norm(g, 2), 0)
                return float(torch.item(torch.linalg_vector_norm(norms)))
            """;

    private static final String SCALE =
            """
            (g: List[Tensor], factor: float) -> float:
                torch._foreach_mul_(g, factor)
                return 0.
            """;

    private static final String ZERO =
            """
            (g: List[Tensor]) -> float:
                torch._foreach_zero_(g)
                return 0.
            """;

    private static final String TIMES =
            """
            (x: Tensor, by: Tensor) -> Tensor:
                return torch.sum(torch.mul(x, by))
            """;

    private final List<ParameterGroup> groups;
    private final Fragment norm;
    private final Fragment scale;
    private final Fragment zero;
    private final Fragment times;

    public Gradients(Torch torch, List<ParameterGroup> groups) {
        this.groups = List.copyOf(groups);
        this.norm = torch.fragment(NORM);
        this.scale = torch.fragment(SCALE);
        this.zero = torch.fragment(ZERO);
        this.times = torch.fragment(TIMES);
    }

    /// Scales all gradients so that their common L2 norm is at most that.
    ///
    /// @return the norm before
    public double clip(double most) {
        double before = run(norm);
        double factor = most / (before + EPSILON);
        if (factor < 1) {
            run(scale, factor);
        }
        return before;
    }

    /// Sets all gradients to zero; until then those of further batches add up.
    public void clear() {
        run(zero);
    }

    /// A copy of all of them, by group and place.
    SequencedMap<String, Tensor> copies() {
        SequencedMap<String, Tensor> copies = new LinkedHashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            NDArray[] gradients = groups.get(g).gradients();
            for (int i = 0; i < gradients.length; i++) {
                copies.put(g + "." + i, Moments.tensor(gradients[i]));
                gradients[i].close();
            }
        }
        return copies;
    }

    /// Adds what [#copies] gave: the gradient of a parameter times a constant is that constant.
    void add(NDManager scope, SequencedMap<String, Tensor> copies) {
        for (int g = 0; g < groups.size(); g++) {
            List<NDArray> parameters = groups.get(g).parameters();
            for (int i = 0; i < parameters.size(); i++) {
                NDArray parameter = parameters.get(i);
                NDArray constant =
                        Moments.array(scope, copies.get(g + "." + i), parameter.getShape());
                try (NDArray product = times.apply(true, parameter, constant)) {
                    JniUtils.backward(
                            (PtNDArray) product, (PtNDArray) scope.ones(new Shape()), false, false);
                }
            }
        }
    }

    private double run(Fragment fragment, double... numbers) {
        NDArray[] gradients = all();
        try {
            return fragment.run(List.<NDArray[]>of(gradients), numbers);
        } finally {
            Arrays.stream(gradients).forEach(NDArray::close);
        }
    }

    private NDArray[] all() {
        return groups.stream().flatMap(g -> Arrays.stream(g.gradients())).toArray(NDArray[]::new);
    }
}
