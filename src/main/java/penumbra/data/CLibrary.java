package penumbra.data;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;

/// A shared library of this machine, called through `java.lang.foreign`. It stays loaded.
@SuppressWarnings("restricted")
final class CLibrary {

    /// A C `long`: 64 bits, but 32 on Windows. Functions take and give it as a Java `long`.
    static final MemoryLayout LONG = Linker.nativeLinker().canonicalLayouts().get("long");

    private final SymbolLookup symbols;

    private CLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /// The first of these names or paths that the system's loader finds.
    static Optional<CLibrary> find(List<String> names) {
        for (String name : names) {
            try {
                return Optional.of(new CLibrary(SymbolLookup.libraryLookup(name, Arena.global())));
            } catch (IllegalArgumentException e) {
                // Not there under this name.
            }
        }
        return Optional.empty();
    }

    /// A function of the library.
    ///
    /// @throws java.util.NoSuchElementException if it has none of that name
    MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
        MethodHandle raw =
                Linker.nativeLinker()
                        .downcallHandle(
                                symbols.findOrThrow(name),
                                FunctionDescriptor.of(result, parameters));
        MethodType type = raw.type();
        if (result == LONG) {
            type = type.changeReturnType(long.class);
        }
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] == LONG) {
                type = type.changeParameterType(i, long.class);
            }
        }
        return MethodHandles.explicitCastArguments(raw, type);
    }

    /// Calls a function whose run time dwarfs that of boxing its arguments.
    static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
