package penumbra.engine.weights;

import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;

/// Reads the pickle of a checkpoint with a closed list of opcodes and of classes.
///
/// The library never runs what a pickle names, but knows classes of its own and believes lengths;
/// so names, dictionaries, states and texts are read here, and of the other opcodes only those that
/// `torch.save` writes reach the library.
final class CheckpointUnpickler extends Unpickler {

    private static final Set<Short> HARMLESS =
            codes(
                    Opcodes.PROTO,
                    Opcodes.MARK,
                    Opcodes.STOP,
                    Opcodes.NONE,
                    Opcodes.NEWTRUE,
                    Opcodes.NEWFALSE,
                    Opcodes.BININT,
                    Opcodes.BININT1,
                    Opcodes.BININT2,
                    Opcodes.LONG1,
                    Opcodes.BINFLOAT,
                    Opcodes.EMPTY_TUPLE,
                    Opcodes.TUPLE,
                    Opcodes.TUPLE1,
                    Opcodes.TUPLE2,
                    Opcodes.TUPLE3,
                    Opcodes.EMPTY_LIST,
                    Opcodes.APPEND,
                    Opcodes.APPENDS,
                    Opcodes.BINGET,
                    Opcodes.LONG_BINGET,
                    Opcodes.BINPUT,
                    Opcodes.LONG_BINPUT,
                    Opcodes.BINPERSID,
                    Opcodes.REDUCE,
                    Opcodes.NEWOBJ);

    /// A name that is not on the list; its message is the name.
    static final class UnknownClass extends PickleException {
        @Serial private static final long serialVersionUID = 1L;

        private UnknownClass(String name) {
            super(name);
        }
    }

    private static Set<Short> codes(short... codes) {
        return IntStream.range(0, codes.length)
                .mapToObj(i -> codes[i])
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected Object dispatch(short key) throws IOException {
        switch (key) {
            case Opcodes.GLOBAL -> global();
            case Opcodes.EMPTY_DICT -> stack.add(new LinkedHashMap<>());
            case Opcodes.SETITEM -> {
                Object value = stack.pop();
                Object name = stack.pop();
                put(Arrays.asList(name, value));
            }
            case Opcodes.SETITEMS -> put(stack.pop_all_since_marker());
            case Opcodes.BUILD -> build();
            case Opcodes.BINUNICODE -> text();
            default -> {
                if (!HARMLESS.contains(key)) {
                    throw new PickleException("opcode 0x" + Integer.toHexString(key));
                }
                return super.dispatch(key);
            }
        }
        return NO_RETURN_VALUE;
    }

    private void global() throws IOException {
        String name = PickleUtils.readline(input) + "." + PickleUtils.readline(input);
        stack.add(KnownClasses.constructor(name).orElseThrow(() -> new UnknownClass(name)));
    }

    /// Keys and values in turn, into the dictionary on top of the stack.
    @SuppressWarnings("unchecked")
    private void put(List<Object> items) {
        Map<Object, Object> dictionary =
                stack.peek() instanceof PickledObject object
                        ? object.fields()
                        : (Map<Object, Object>) stack.peek();
        for (int i = 0; i < items.size(); i += 2) {
            dictionary.put(KnownClasses.key(items.get(i)), items.get(i + 1));
        }
    }

    private void build() {
        Object state = stack.pop();
        if (stack.peek() instanceof PickledObject object && state instanceof Map<?, ?> fields) {
            object.fields().putAll(fields);
        }
    }

    private void text() throws IOException {
        int length = PickleUtils.bytes_to_integer(PickleUtils.readbytes(input, Integer.BYTES));
        if (length < 0 || length > input.available()) {
            throw new PickleException("a text of " + Integer.toUnsignedLong(length) + " bytes");
        }
        stack.add(new String(input.readNBytes(length), StandardCharsets.UTF_8));
    }

    /// A storage: the tuple `('storage', type, key, device, elements)`.
    @Override
    protected Object persistentLoad(Object id) {
        if (id instanceof Object[] said
                && said.length >= 5
                && "storage".equals(said[0])
                && said[1] instanceof KnownClasses.StorageType(ElementType type)
                && said[2] instanceof String key
                && said[4] instanceof Number elements) {
            return new StoredTensor.Storage(type, key, elements.longValue());
        }
        throw new PickleException("a storage that is not described as PyTorch does");
    }
}
