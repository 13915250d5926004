package penumbra.engine.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import penumbra.text.Texts;

/// Weights of one network put into another: a tensor is taken where both have one of that name and
/// shape, in single precision; the others stay as they are.
///
/// @param weights names, order and metadata of the network that takes
/// @param taken names that came from the source
/// @param kept names that did not
public record Transfer(Weights weights, List<String> taken, List<String> kept) {

    public Transfer {
        taken = List.copyOf(taken);
        kept = List.copyOf(kept);
    }

    public static Transfer of(Weights source, Weights into) {
        SequencedMap<String, Tensor> result = new LinkedHashMap<>(into.tensors());
        List<String> taken = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        into.tensors()
                .forEach((name, own) -> {
                    Tensor other = source.tensors().get(name);
                    if (other != null && other.shape().equals(own.shape())) {
                        result.put(name, other.toSingle());
                        taken.add(name);
                    } else {
                        kept.add(name);
                    }
                });
        return new Transfer(new Weights(result, into.metadata()), taken, kept);
    }

    /// How many of how many, as a sentence.
    public String summary() {
        return Texts.of(
                Transfer.class, "transfer", taken.size(), taken.size() + kept.size(), kept.size());
    }
}
