package penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import penumbra.engine.torch.Fragment;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Tensor;

/// Stochastic gradient descent with Nesterov momentum: g += decay p; v = momentum v + g; p -= rate
/// (g
/// + momentum v), as PyTorch does it.
public final class Sgd implements Optimizer {

    private static final String CODE =
            """
            (p: List[Tensor], g: List[Tensor], v: List[Tensor], rate: float, decay: float, \
            momentum: float) -> float:
                torch._fused_sgd_(p, g, v, weight_decay=decay, momentum=momentum, lr=rate, \
            dampening=0., nesterov=True, maximize=False, is_first_step=False)
                return 0.
            """;

    private final List<ParameterGroup> groups;
    private final List<NDArray[]> velocities = new ArrayList<>();
    private final Fragment fragment;
    private final Moments moments;

    /// @param scope where the velocities live
    public Sgd(Torch torch, NDManager scope, List<ParameterGroup> groups) {
        this.groups = List.copyOf(groups);
        this.fragment = torch.fragment(CODE);
        Zeros zeros = new Zeros(torch, scope);
        this.groups.forEach(g -> velocities.add(zeros.like(g.tensors())));
        this.moments = new Moments(torch);
        moments.add("velocity", velocities);
    }

    @Override
    public SequencedMap<String, Tensor> moments() {
        return moments.copies();
    }

    @Override
    public void restore(SequencedMap<String, Tensor> copies) {
        moments.restore(copies);
    }

    @Override
    public List<ParameterGroup> groups() {
        return groups;
    }

    @Override
    public void step(Step step) {
        for (int i = 0; i < groups.size(); i++) {
            ParameterGroup group = groups.get(i);
            fragment.run(
                    List.of(group.tensors(), group.gradients(), velocities.get(i)),
                    step.rates().get(i),
                    group.decay(),
                    step.momentum());
        }
    }
}
