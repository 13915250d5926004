package penumbra.engine.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.engine.weights.ElementType;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

class SnapshotsTest {

    @TempDir Path folder;

    private static Weights weights(float value) {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("conv.weight", Tensor.of(new float[] {value, -value}, 2, 1, 1, 1));
        tensors.put("conv.bias", Tensor.of(new float[] {value, value}, 2));
        return new Weights(tensors, Map.of());
    }

    private List<Integer> kept(int after) throws Exception {
        return List.copyOf(new Snapshots(folder).before(after + 1).sequencedKeySet());
    }

    @Test
    void thereAreNeverMoreThanTwelveAndTheyLieEvenlyFromTheBeginning() throws Exception {
        Snapshots snapshots = new Snapshots(folder);
        for (int epoch = 0; epoch <= 100; epoch++) {
            snapshots.add(epoch, weights(epoch));
            List<Integer> kept = kept(epoch);
            int spacing = kept.size() > 1 ? kept.get(1) : 1;
            assertThat(kept).hasSizeLessThanOrEqualTo(12).startsWith(0);
            for (int i = 0; i < kept.size(); i++) {
                assertThat(kept.get(i)).isEqualTo(i * spacing);
            }
            assertThat(epoch - kept.getLast()).isLessThan(spacing);
            if (epoch >= 12) {
                assertThat(kept).hasSizeGreaterThanOrEqualTo(6);
            }
        }
        assertThat(kept(100)).containsExactly(0, 16, 32, 48, 64, 80, 96);
    }

    @Test
    void kernelsAreKeptInHalfPrecision() throws Exception {
        Snapshots snapshots = new Snapshots(folder);
        snapshots.add(0, weights(0.1f));
        snapshots.add(1, weights(2));
        Weights read = snapshots.before(1).get(0);
        assertThat(read.tensors()).containsOnlyKeys("conv.weight");
        assertThat(read.tensor("conv.weight").type()).isEqualTo(ElementType.F16);
        // The nearest half to 0.1 is 1638.5 / 16384 rounded to even in the last of 11 bits.
        assertThat(read.tensor("conv.weight").doubles())
                .containsExactly(0.0999755859375, -0.0999755859375);
        assertThat(snapshots.before(1)).containsOnlyKeys(0);
    }

    @Test
    void anEpochIsKeptWholeSoThatItsNetworkCanBeAsked() throws Exception {
        Snapshots snapshots = new Snapshots(folder);
        Map<String, String> said = Map.of("kpt_shape", "[4, 3]");
        for (int epoch = 0; epoch < 4; epoch++) {
            snapshots.add(epoch, weights(epoch + 0.1f).withMetadata(said));
        }
        List<Path> newest = snapshots.newest(3, 2);
        assertThat(newest)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("epoch-0002.safetensors", "epoch-0001.safetensors");
        Weights read = SafetensorsFile.read(newest.getFirst());
        assertThat(read.metadata()).isEqualTo(said);
        assertThat(read.tensor("conv.bias").floats()).containsExactly(2.1f, 2.1f);
        assertThat(snapshots.newest(9, 9)).hasSize(3);
    }

    @Test
    void anEpochThatIsDoneAgainTakesItsPlaceAndOtherFilesAreLeftAlone() throws Exception {
        Snapshots snapshots = new Snapshots(folder);
        Files.writeString(folder.resolve("mine.txt"), "kept");
        snapshots.add(0, weights(1));
        snapshots.add(1, weights(2));
        snapshots.add(1, weights(3));
        assertThat(snapshots.before(2).get(1).tensor("conv.weight").floats()[0]).isEqualTo(3);
        for (int epoch = 2; epoch < 14; epoch++) {
            snapshots.add(epoch, weights(epoch));
        }
        assertThat(folder.resolve("mine.txt")).content().isEqualTo("kept");
        assertThat(new Snapshots(folder.resolve("none")).before(5)).isEmpty();
    }
}
