package penumbra.engine.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import penumbra.text.Texts;

/// Weights of one network put into another, in single precision: a tensor is taken where both have
/// one of that name and shape, or row by row where it is known which rows mean the same. The others
/// stay as they are.
///
/// @param weights names, order and metadata of the network that takes
/// @param taken names that came from the source, wholly or in part
/// @param kept names that did not
public record Transfer(Weights weights, List<String> taken, List<String> kept) {

    public Transfer {
        taken = List.copyOf(taken);
        kept = List.copyOf(kept);
    }

    /// @param rows of a tensor that is not taken as a whole: for each row of the one that takes,
    ///   the row of the source or -1
    public static Transfer of(
            Weights source, Weights into, Function<String, Optional<List<Integer>>> rows) {
        SequencedMap<String, Tensor> result = new LinkedHashMap<>(into.tensors());
        List<String> taken = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        into.tensors()
                .forEach((name, own) ->
                        Optional.ofNullable(source.tensors().get(name))
                                .flatMap(other -> taken(other, own, rows.apply(name)))
                                .ifPresentOrElse(
                                        tensor -> {
                                            result.put(name, tensor);
                                            taken.add(name);
                                        },
                                        () -> kept.add(name)));
        return new Transfer(new Weights(result, into.metadata()), taken, kept);
    }

    private static Optional<Tensor> taken(Tensor other, Tensor own, Optional<List<Integer>> rows) {
        if (rows.isEmpty()) {
            return Optional.of(other)
                    .filter(t -> t.shape().equals(own.shape()))
                    .map(Tensor::toSingle);
        }
        return own.withRows(other, rows.get());
    }

    /// How many of how many, as a sentence.
    public String summary() {
        return Texts.of(
                Transfer.class, "transfer", taken.size(), taken.size() + kept.size(), kept.size());
    }
}
