package penumbra.data;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import penumbra.geometry.Size;

/// JPEG through libturbojpeg, two to seven times as fast as the JDK's own code. Both ways it uses
/// the accurate integer DCT, and smooth upsampling of chroma, as libjpeg does by default: decoded
/// pixels are the same as the JDK's to the last bit. Bound is the interface of version 2.0, which
/// version 3 still has.
///
/// Safe for use by any number of threads: every call has a native handle and native memory to
/// itself.
final class TurboJpeg {

    private static final List<String> NAMES =
            List.of(
                    "libturbojpeg.so.0",
                    "libturbojpeg.0.dylib",
                    "/opt/homebrew/lib/libturbojpeg.0.dylib",
                    "/usr/local/lib/libturbojpeg.0.dylib",
                    "/opt/libjpeg-turbo/lib/libturbojpeg.0.dylib",
                    "turbojpeg.dll",
                    "C:\\libjpeg-turbo64\\bin\\turbojpeg.dll");

    /// B, G, R, A in memory: `0xAARRGGBB` as a little-endian int; A becomes 255 when decoding.
    private static final int PIXEL_BGRA = 8;

    private static final int CHROMA_420 = 2;
    private static final int NO_REALLOCATION = 1024;
    private static final int ACCURATE_DCT = 4096;

    /// More than 500 scans are refused, as in [ImageIoDecoder].
    private static final int LIMIT_SCANS = 32768;

    private final PixelMemory memories = new PixelMemory();
    private final MethodHandle initDecompress;
    private final MethodHandle decompress;
    private final MethodHandle initCompress;
    private final MethodHandle compress;
    private final MethodHandle bufferSize;
    private final MethodHandle errorText;
    private final MethodHandle destroy;

    private TurboJpeg(CLibrary library) {
        initDecompress = library.function("tjInitDecompress", ADDRESS);
        decompress =
                library.function(
                        "tjDecompress2",
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        CLibrary.LONG,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT);
        initCompress = library.function("tjInitCompress", ADDRESS);
        compress =
                library.function(
                        "tjCompress2",
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT);
        bufferSize = library.function("tjBufSize", CLibrary.LONG, JAVA_INT, JAVA_INT, JAVA_INT);
        errorText = library.function("tjGetErrorStr2", ADDRESS, ADDRESS);
        destroy = library.function("tjDestroy", JAVA_INT, ADDRESS);
    }

    /// The library of this machine; empty where there is none (or one older than 2.0), or where the
    /// system property `penumbra.turbojpeg` is `off`.
    static Optional<TurboJpeg> installed() {
        return "off".equals(System.getProperty("penumbra.turbojpeg"))
                ? Optional.empty()
                : Installed.LIBRARY;
    }

    /// Loads the library when it is first wanted.
    private static final class Installed {
        private static final Optional<TurboJpeg> LIBRARY = load();

        private static Optional<TurboJpeg> load() {
            try {
                return CLibrary.find(NAMES).map(TurboJpeg::new);
            } catch (NoSuchElementException e) {
                return Optional.empty();
            }
        }
    }

    /// The pixels of that file as stored; empty when the library refuses it, which it does with
    /// what it does not know (CMYK, lossless) as well as with what is broken.
    ///
    /// @param size what the header says
    /// @throws IOException if the file cannot be read
    Optional<DecodedImage> decode(Path file, Size size) throws IOException {
        long count = (long) size.width() * size.height();
        MemorySegment memory = memories.take(count);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = handle(initDecompress, arena);
            MemorySegment jpeg = load(file, arena);
            MemorySegment pixels = memory.asSlice(0, count * Integer.BYTES);
            if (decode(handle, jpeg, pixels, size)) {
                return Optional.of(new DecodedImage(size, pixels.toArray(JAVA_INT), true));
            }
            // Once more, so that what another picture left there does not pass for decoded.
            pixels.fill((byte) 0);
            decode(handle, jpeg, pixels, size);
            return salvaged(size, pixels.toArray(JAVA_INT), error(handle));
        } finally {
            memories.giveBack(memory);
        }
    }

    /// @return whether there was neither an error nor a warning
    private boolean decode(
            MemorySegment handle, MemorySegment jpeg, MemorySegment pixels, Size size) {
        int result =
                (int)
                        CLibrary.call(
                                decompress,
                                handle,
                                jpeg,
                                jpeg.byteSize(),
                                pixels,
                                size.width(),
                                size.width() * Integer.BYTES,
                                size.height(),
                                PIXEL_BGRA,
                                ACCURATE_DCT | LIMIT_SCANS);
        return result == 0;
    }

    /// What is there after a warning or an error. The error code does not tell the two apart when
    /// one follows the other, but the pixels do: decoded ones are opaque, the memory was not.
    private static Optional<DecodedImage> salvaged(Size size, int[] argb, String message) {
        if (Pixels.isBlank(argb)) {
            return Optional.empty();
        }
        boolean whole = Arrays.stream(argb).allMatch(pixel -> pixel >>> 24 == 0xff);
        Arrays.setAll(argb, i -> argb[i] | 0xff000000);
        return Optional.of(new DecodedImage(size, argb, whole && !JpegDamage.isDamage(message)));
    }

    private static MemorySegment load(Path file, Arena arena) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = arena.allocate(channel.size()).asByteBuffer();
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // A channel may give less than was asked for.
            }
            return MemorySegment.ofBuffer(buffer.flip());
        }
    }

    /// A baseline JPEG file with chroma at half resolution both ways; the same bytes for the same
    /// pixels, quality and library.
    ///
    /// @param rgb rows from the top, `0x..RRGGBB` each
    /// @param quality 1 to 100, libjpeg's scale
    byte[] encode(Size size, int[] rgb, int quality) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = handle(initCompress, arena);
            MemorySegment pixels = arena.allocateFrom(JAVA_INT, rgb);
            long most = (long) CLibrary.call(bufferSize, size.width(), size.height(), CHROMA_420);
            MemorySegment jpeg = arena.allocate(most);
            MemorySegment address = arena.allocateFrom(ADDRESS, jpeg);
            // A C long has four bytes or eight: on a little-endian machine this is right for both.
            MemorySegment length = arena.allocateFrom(JAVA_LONG, most);
            int result =
                    (int)
                            CLibrary.call(
                                    compress,
                                    handle,
                                    pixels,
                                    size.width(),
                                    size.width() * Integer.BYTES,
                                    size.height(),
                                    PIXEL_BGRA,
                                    address,
                                    length,
                                    CHROMA_420,
                                    quality,
                                    ACCURATE_DCT | NO_REALLOCATION);
            if (result != 0) {
                throw new IllegalStateException("libturbojpeg: " + error(handle));
            }
            return jpeg.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
        }
    }

    /// A native handle that is freed with the arena.
    @SuppressWarnings("restricted")
    private MemorySegment handle(MethodHandle init, Arena arena) {
        MemorySegment handle = (MemorySegment) CLibrary.call(init);
        if (handle.equals(MemorySegment.NULL)) {
            throw new OutOfMemoryError("libturbojpeg has no memory for a handle");
        }
        return handle.reinterpret(arena, h -> CLibrary.call(destroy, h));
    }

    @SuppressWarnings("restricted")
    private String error(MemorySegment handle) {
        MemorySegment text = (MemorySegment) CLibrary.call(errorText, handle);
        return text.reinterpret(Integer.MAX_VALUE).getString(0);
    }
}
