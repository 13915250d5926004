package penumbra.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A piece of TorchScript that libtorch runs: operations that DJL does not offer, or several in one
/// call. Made in PyTorch's inference mode: nothing is kept for gradients.
///
/// It is loaded as the smallest archive that libtorch takes for a scripted module: a zip of the
/// code and of a pickled object without attributes.
public final class Fragment {

    /// Pickle, protocol 2: an object of class `__torch__.M` with `training = False`.
    private static final byte[] MODULE =
            "\u0080\2c__torch__\nM\n)\u0081}(X\b\0\0\0training\u0089ub."
                    .getBytes(StandardCharsets.ISO_8859_1);

    /// Pickle, protocol 2: the empty tuple.
    private static final byte[] NO_CONSTANTS = "\u0080\2).".getBytes(StandardCharsets.ISO_8859_1);

    private static final String CLASS =
            """
            class M(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def forward(self: __torch__.M, %s\
            """;

    private final PtSymbolBlock block;

    private Fragment(PtSymbolBlock block) {
        this.block = block;
    }

    static Fragment compile(PtNDManager manager, String code) {
        String signature = code.substring(code.indexOf('(') + 1);
        try {
            return new Fragment(
                    JniUtils.loadModule(
                            manager,
                            new ByteArrayInputStream(archive(CLASS.formatted(signature))),
                            true,
                            false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] archive(String code) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "m/data.pkl", MODULE);
            store(zip, "m/code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
            store(zip, "m/constants.pkl", NO_CONSTANTS);
            store(zip, "m/version", "3\n".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
    }

    /// The tensor that the code returns; it lives in the scope of the first input.
    public NDArray apply(NDArray... inputs) {
        return IValueUtils.forward(block, new NDList(inputs), false).singletonOrThrow();
    }

    /// The tensors of the list that the code returns, in the scope of the first input.
    public List<NDArray> applyAll(NDArray... inputs) {
        return IValueUtils.forward(block, new NDList(inputs), false);
    }

    /// Runs the code for what it does to its inputs.
    ///
    /// @param numbers passed as `float` after the lists
    /// @return the `float` that the code returns
    public double run(List<NDArray[]> lists, double... numbers) {
        IValue[] inputs = new IValue[lists.size() + numbers.length];
        for (int i = 0; i < lists.size(); i++) {
            NDArray[] list = lists.get(i);
            PtNDArray[] tensors = new PtNDArray[list.length];
            System.arraycopy(list, 0, tensors, 0, list.length);
            inputs[i] = IValue.listFrom(tensors);
        }
        for (int i = 0; i < numbers.length; i++) {
            inputs[lists.size() + i] = IValue.from(numbers[i]);
        }
        try (IValue result = block.forward(inputs)) {
            return result.toDouble();
        } finally {
            for (IValue input : inputs) {
                input.close();
            }
        }
    }
}
