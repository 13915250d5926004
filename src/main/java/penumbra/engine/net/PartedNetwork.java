package penumbra.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadOutput;
import penumbra.engine.torch.Fragment;
import penumbra.engine.torch.Lerp;
import penumbra.engine.torch.Torch;

/// A network that learns from batches in parts, which go through it at the same time.
///
/// Threads inside an operation wait for each other after every operation; parts do so twice a
/// batch: for the loss, which is that of the whole batch, and for the sum of the gradients. Every
/// part is normalised by its own statistics, as where a batch is divided among devices (S. Li and
/// others, PyTorch Distributed, VLDB 2020, section 3); the running statistics move on by their
/// mean, parts weighed by their pictures.
///
/// To be used on the thread of its [Torch].
public final class PartedNetwork {

    private static final String COPY =
            """
            (to: List[Tensor], from: List[Tensor]) -> float:
                torch._foreach_copy_(to, from)
                return 0.
            """;

    /// The summand is nothing afterwards.
    private static final String ADD =
            """
            (sum: List[Tensor], more: List[Tensor]) -> float:
                torch._foreach_add_(sum, more)
                torch._foreach_zero_(more)
                return 0.
            """;

    private final Torch torch;
    private final Network network;
    private final Division division;

    /// The first are the network's own.
    private final List<Parameters> parameters;

    private final Fragment copy;
    private final Lerp lerp;
    private final Fragment add;

    PartedNetwork(Torch torch, Network network, Division division, List<Parameters> parameters) {
        this.torch = torch;
        this.network = network;
        this.division = division;
        this.parameters = parameters;
        this.copy = torch.fragment(COPY);
        this.lerp = Lerp.of(torch);
        this.add = torch.fragment(ADD);
    }

    /// A batch forward, with the statistics of its parts, moving the running ones on.
    ///
    /// @param scope that stays open until the way back is done
    /// @param pixels `[batch, 3, rows, columns]`, RGB, 0 to 1
    public Pass forward(NDManager scope, float[] pixels, AnchorGrid size) {
        int pictures = network.pictures(pixels, size);
        int parts = Math.min(parameters.size(), pictures);
        TrainingPass[] passes = new TrainingPass[parts];
        float[][] outputs = new float[parts][];
        for (Parameters own : parameters.subList(1, parts)) {
            run(copy, own.statistics(), parameters.getFirst().statistics());
        }
        together(
                parts,
                part -> {
                    int begin = Division.begin(part, parts, pictures);
                    int end = Division.begin(part + 1, parts, pictures);
                    NDArray own = network.pictures(scope, pixels, size, begin, end);
                    passes[part] = network.pass(parameters.get(part), own);
                    outputs[part] = passes[part].output().toFloatArray();
                });
        for (int part = 1; part < parts; part++) {
            int before = Division.begin(part, parts, pictures);
            int with = Division.begin(part + 1, parts, pictures);
            lerp.move(
                    parameters.getFirst().statistics(),
                    parameters.get(part).statistics(),
                    (with - before) / (double) with);
        }
        network.passed();
        return new Pass(List.of(passes), network.output(size, pictures, joined(outputs)));
    }

    private static float[] joined(float[][] outputs) {
        if (outputs.length == 1) {
            return outputs[0];
        }
        float[] all = new float[Arrays.stream(outputs).mapToInt(o -> o.length).sum()];
        int at = 0;
        for (float[] output : outputs) {
            System.arraycopy(output, 0, all, at, output.length);
            at += output.length;
        }
        return all;
    }

    private static void run(Fragment fragment, NDArray[] to, NDArray[] from) {
        fragment.run(List.of(to, from));
    }

    /// A batch on its way through.
    public final class Pass {

        private final List<TrainingPass> passes;
        private final HeadOutput output;

        private Pass(List<TrainingPass> passes, HeadOutput output) {
            this.passes = passes;
            this.output = output;
        }

        /// The head's numbers for all pictures.
        public HeadOutput output() {
            return output;
        }

        /// Adds the derivatives of a loss by every trainable tensor to that tensor's gradient.
        ///
        /// @param gradient the derivatives of the loss by the output
        public void backward(HeadOutput gradient) {
            float[] values = gradient.values();
            int parts = passes.size();
            int each = values.length / output.batch();
            together(
                    parts,
                    part -> {
                        int begin = each * Division.begin(part, parts, output.batch());
                        int end = each * Division.begin(part + 1, parts, output.batch());
                        passes.get(part).backward(Arrays.copyOfRange(values, begin, end));
                    });
            for (int part = 1; part < parts; part++) {
                run(add, parameters.getFirst().gradients(), parameters.get(part).gradients());
            }
        }
    }

    /// Does something for every part at the same time and waits for all. A batch as a whole stays
    /// on the thread that asks.
    private void together(int parts, IntConsumer work) {
        if (parts == 1) {
            work.accept(0);
            return;
        }
        List<CompletableFuture<Void>> tasks =
                IntStream.range(0, parts)
                        .mapToObj(part ->
                                CompletableFuture.runAsync(
                                        () -> {
                                            torch.enter(division.threads());
                                            work.accept(part);
                                        },
                                        division.executor()))
                        .toList();
        List<Throwable> failures = new ArrayList<>();
        for (CompletableFuture<Void> task : tasks) {
            try {
                task.join();
            } catch (CompletionException e) {
                failures.add(e.getCause());
            }
        }
        if (!failures.isEmpty()) {
            switch (failures.getFirst()) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(failures.getFirst());
            }
        }
    }
}
