package penumbra.engine.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// A tensor as a checkpoint's pickle describes it: a window on a storage.
///
/// @param offset first element
/// @param stride elements from one index to the next along each axis
record StoredTensor(Storage storage, long offset, List<Integer> shape, List<Integer> stride) {

    /// A run of numbers in the archive.
    ///
    /// @param key its name below `data/`
    /// @param elements how many the pickle says there are
    record Storage(ElementType type, String key, long elements) {}

    /// Whether every element lies within the storage, and none has to serve many times over.
    boolean fits() {
        if (shape.size() != stride.size()
                || offset < 0
                || Tensor.size(shape) > storage.elements()) {
            return false;
        }
        long last = offset;
        for (int i = 0; i < shape.size(); i++) {
            if (shape.get(i) < 0 || stride.get(i) < 0) {
                return false;
            }
            if (shape.get(i) == 0) {
                return true;
            }
            last += (shape.get(i) - 1L) * stride.get(i);
        }
        return last < storage.elements();
    }

    /// What it takes by itself.
    long bytes() {
        return Tensor.size(shape) * storage.type().bytes();
    }

    /// The numbers in C order.
    Tensor read(ByteBuffer numbers) {
        int bytes = storage.type().bytes();
        int size = Math.toIntExact(Tensor.size(shape));
        ByteBuffer copy = ByteBuffer.allocate(size * bytes).order(ByteOrder.LITTLE_ENDIAN);
        int[] index = new int[shape.size()];
        for (int i = 0; i < size; i++) {
            long at = offset;
            for (int axis = 0; axis < index.length; axis++) {
                at += (long) index[axis] * stride.get(axis);
            }
            copy.put(i * bytes, numbers, (int) at * bytes, bytes);
            advance(index);
        }
        return new Tensor(storage.type(), shape, copy);
    }

    private void advance(int[] index) {
        for (int axis = index.length - 1; axis >= 0; axis--) {
            if (++index[axis] < shape.get(axis)) {
                return;
            }
            index[axis] = 0;
        }
    }
}
