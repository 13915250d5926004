package penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
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

    private final List<ParameterGroup> groups;
    private final Fragment norm;
    private final Fragment scale;
    private final Fragment zero;
    private final Moments moments;

    public Gradients(Torch torch, List<ParameterGroup> groups) {
        this.groups = List.copyOf(groups);
        this.norm = torch.fragment(NORM);
        this.scale = torch.fragment(SCALE);
        this.zero = torch.fragment(ZERO);
        this.moments = new Moments(torch);
        for (int g = 0; g < this.groups.size(); g++) {
            NDArray[] gradients = this.groups.get(g).gradients();
            for (int i = 0; i < gradients.length; i++) {
                moments.add(g + "." + i, gradients[i]);
            }
        }
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
        return moments.copies();
    }

    /// Goes on with gradients that [#copies] gave.
    void restore(SequencedMap<String, Tensor> copies) {
        moments.restore(copies);
    }

    private double run(Fragment fragment, double... numbers) {
        NDArray[] all =
                groups.stream().flatMap(g -> Arrays.stream(g.gradients())).toArray(NDArray[]::new);
        return fragment.run(List.<NDArray[]>of(all), numbers);
    }
}
