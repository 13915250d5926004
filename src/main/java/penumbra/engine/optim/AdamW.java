package penumbra.engine.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import penumbra.engine.torch.Fragment;
import penumbra.engine.torch.Torch;
import penumbra.engine.weights.Tensor;

/// Adam with decoupled weight decay (I. Loshchilov, F. Hutter, ICLR 2019, algorithm 2), as PyTorch
/// does it: betas 0.9 and 0.999, 1e-8 added to the root.
public final class AdamW implements Optimizer {

    private static final String CODE =
            """
            (p: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], \
            n: List[Tensor], rate: float, decay: float) -> float:
                torch._foreach_add_(n, 1)
                torch._fused_adamw_(p, g, m, v, annotate(List[Tensor], []), n, lr=rate, \
            beta1=0.90000000000000002, beta2=0.999, weight_decay=decay, eps=1e-08, \
            amsgrad=False, maximize=False)
                return 0.
            """;

    private final List<ParameterGroup> groups;
    private final List<NDArray[]> means = new ArrayList<>();
    private final List<NDArray[]> squares = new ArrayList<>();
    private final List<NDArray[]> counts = new ArrayList<>();
    private final Fragment fragment;
    private final Moments moments;

    /// @param scope where the moments live
    public AdamW(Torch torch, NDManager scope, List<ParameterGroup> groups) {
        this.groups = List.copyOf(groups);
        this.fragment = torch.fragment(CODE);
        Zeros zeros = new Zeros(torch, scope);
        for (ParameterGroup group : this.groups) {
            NDArray[] tensors = group.tensors();
            means.add(zeros.like(tensors));
            squares.add(zeros.like(tensors));
            counts.add(
                    Stream.generate(() -> scope.zeros(new Shape()))
                            .limit(tensors.length)
                            .toArray(NDArray[]::new));
        }
        this.moments = new Moments(torch);
        moments.add("mean", means);
        moments.add("square", squares);
        moments.add("count", counts);
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
                    List.of(
                            group.tensors(),
                            group.gradients(),
                            means.get(i),
                            squares.get(i),
                            counts.get(i)),
                    step.rates().get(i),
                    group.decay());
        }
    }
}
