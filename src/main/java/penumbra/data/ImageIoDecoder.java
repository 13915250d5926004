package penumbra.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import penumbra.geometry.Size;
import penumbra.text.Texts;

/// Decodes every format in Java. Where there are several readers, the JDK's own goes first; the
/// others get what that one refuses or does not know.
final class ImageIoDecoder {

    /// A small progressive JPEG file of very many scans would take minutes; cameras write about
    /// ten.
    private static final int MOST_SCANS = 500;

    private ImageIoDecoder() {}

    /// The pixels of that file as stored. A file that breaks off gives what was decoded up to
    /// there, if that was anything.
    ///
    /// @throws IOException if the file cannot be read
    /// @throws PictureException if no reader decodes any of it
    static DecodedImage decode(Path file, PictureHeader header)
            throws IOException, PictureException {
        PictureFormat format = header.format();
        byte[] bytes = Files.readAllBytes(file);
        if (format == PictureFormat.JPEG && scans(bytes) > MOST_SCANS) {
            String reason = Texts.of(ImageIoDecoder.class, "scans", MOST_SCANS);
            throw PictureException.of(file, "undecodable", format, reason);
        }
        List<Exception> refusals = new ArrayList<>();
        for (ImageReader reader : readers(format)) {
            try {
                return decode(bytes, header.stored(), reader);
            } catch (IOException | RuntimeException e) {
                // Readers meet broken bytes with every kind of unchecked exception.
                refusals.add(e);
            } finally {
                reader.dispose();
            }
        }
        Exception first = refusals.getFirst();
        String reason = PictureException.reason(first);
        throw PictureException.of(file, "undecodable", format, reason).because(first);
    }

    /// Counts start-of-scan markers, which coded data never contains (T.81, B.1.1.5).
    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int i = 0; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xda) {
                scans++;
            }
        }
        return scans;
    }

    private static List<ImageReader> readers(PictureFormat format) {
        List<ImageReader> readers = new ArrayList<>();
        ImageIO.getImageReadersByFormatName(format.name()).forEachRemaining(readers::add);
        Module jdk = ImageIO.class.getModule();
        readers.sort(Comparator.comparing(reader -> reader.getClass().getModule() != jdk));
        return readers;
    }

    private static DecodedImage decode(byte[] bytes, Size size, ImageReader reader)
            throws IOException {
        List<String> damage = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (JpegDamage.isDamage(warning)) {
                damage.add(warning);
            }
        });
        reader.setInput(new PictureBytes(bytes), true, true);
        if (reader.getWidth(0) != size.width() || reader.getHeight(0) != size.height()) {
            throw new IOException("its header does not state one size");
        }
        BufferedImage image =
                reader.getImageTypes(0).next().createBufferedImage(size.width(), size.height());
        ImageReadParam param = reader.getDefaultReadParam();
        param.setDestination(image);
        try {
            reader.read(0, param);
        } catch (IOException | RuntimeException e) {
            int[] argb = Pixels.argb(image);
            if (Pixels.isBlank(argb)) {
                throw e;
            }
            return new DecodedImage(size, argb, false);
        }
        return new DecodedImage(size, Pixels.argb(image), damage.isEmpty());
    }
}
