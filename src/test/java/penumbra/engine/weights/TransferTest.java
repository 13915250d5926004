package penumbra.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class TransferTest {

    @Test
    void tensorsOfSameNameAndShapeAreTakenAndTheOthersKept() {
        SequencedMap<String, Tensor> own = new LinkedHashMap<>();
        own.put("same", Tensor.of(new float[] {0, 0}, 2));
        own.put("shape", Tensor.of(new float[] {5, 5}, 2, 1));
        own.put("mine", Tensor.of(new float[] {7}, 1));
        SequencedMap<String, Tensor> other = new LinkedHashMap<>();
        ByteBuffer half = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        half.putShort(0, Float.floatToFloat16(0.5f)).putShort(2, Float.floatToFloat16(-2));
        other.put("same", new Tensor(ElementType.F16, List.of(2), half));
        other.put("shape", Tensor.of(new float[] {1, 1}, 1, 2));
        other.put("theirs", Tensor.of(new float[] {9}, 1));

        Transfer transfer =
                Transfer.of(
                        new Weights(other, Map.of("a", "b")),
                        new Weights(own, Map.of("c", "d")),
                        _ -> Optional.empty());

        assertThat(transfer.taken()).containsExactly("same");
        assertThat(transfer.kept()).containsExactly("shape", "mine");
        assertThat(transfer.weights().tensor("same").floats()).containsExactly(0.5f, -2f);
        assertThat(transfer.weights().tensor("shape")).isEqualTo(own.get("shape"));
        assertThat(transfer.weights().tensors().keySet()).containsExactly("same", "shape", "mine");
        assertThat(transfer.weights().metadata()).isEqualTo(Map.of("c", "d"));
        assertThat(transfer.summary())
                .isEqualTo(
                        "1 of 3 tensors were taken over; the other 2 keep their initial values.");
    }
}
