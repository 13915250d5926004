package penumbra.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Arrays;

/// Brings decoded rasters of any depth to `0xffRRGGBB`.
///
/// Samples are taken as the file stores them, as the loaders of trainers do: an embedded colour
/// profile is not applied, alpha is ignored, the high byte of 16-bit samples is kept, samples of
/// fewer than 8 bits are stretched to 0 to 255. Colour spaces other than grey, RGB and CMYK go
/// through the JDK's conversion.
final class Pixels {

    private static final int OPAQUE = 0xff000000;

    private Pixels() {}

    /// @throws IllegalArgumentException if the samples are signed or floating-point numbers
    static int[] argb(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        Raster raster = image.getRaster();
        return switch (colours) {
            case IndexColorModel palette -> fromPalette(raster, palette);
            case ColorModel any ->
                    switch (any.getColorSpace().getType()) {
                        case ColorSpace.TYPE_GRAY -> fromSamples(raster, 0);
                        case ColorSpace.TYPE_RGB -> fromSamples(raster, 1);
                        case ColorSpace.TYPE_CMYK -> fromInks(raster);
                        default -> converted(image);
                    };
        };
    }

    /// Whether all pixels are alike, as they are when a file broke off before its first one.
    static boolean isBlank(int[] argb) {
        return Arrays.stream(argb).allMatch(pixel -> pixel == argb[0]);
    }

    private static int[] fromPalette(Raster raster, IndexColorModel palette) {
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        // An index beyond the palette is black, as libpng has it.
        int[] all = Arrays.copyOf(colours, 1 << raster.getSampleModel().getSampleSize(0));
        Arrays.setAll(all, i -> all[i] | OPAQUE);
        int[] argb = new int[raster.getWidth() * raster.getHeight()];
        int[] row = new int[raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(0, y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                argb[y * row.length + x] = all[row[x]];
            }
        }
        return argb;
    }

    /// @param green the band that holds green; 0 in a grey picture, whose one band is all three
    private static int[] fromSamples(Raster raster, int green) {
        return raster.getSampleModel() instanceof PixelInterleavedSampleModel layout
                        && raster.getDataBuffer() instanceof DataBufferByte data
                        && raster.getParent() == null
                        && layout.getSampleSize(0) == 8
                ? fromBytes(raster, layout, data.getData(), green)
                : fromAnySamples(raster, green);
    }

    private static int[] fromBytes(
            Raster raster, PixelInterleavedSampleModel layout, byte[] data, int green) {
        int width = raster.getWidth();
        int[] argb = new int[width * raster.getHeight()];
        int[] offsets = layout.getBandOffsets();
        int toGreen = offsets[green] - offsets[0];
        int toBlue = offsets[2 * green] - offsets[0];
        for (int y = 0; y < raster.getHeight(); y++) {
            int red = offsets[0] + y * layout.getScanlineStride();
            for (int x = 0; x < width; x++, red += layout.getPixelStride()) {
                argb[y * width + x] =
                        OPAQUE
                                | (data[red] & 0xff) << 16
                                | (data[red + toGreen] & 0xff) << 8
                                | data[red + toBlue] & 0xff;
            }
        }
        return argb;
    }

    private static int[] fromAnySamples(Raster raster, int green) {
        int[] bits = raster.getSampleModel().getSampleSize();
        return byRow(
                raster,
                (row, at) ->
                        OPAQUE
                                | toByte(row[at], bits[0]) << 16
                                | toByte(row[at + green], bits[green]) << 8
                                | toByte(row[at + 2 * green], bits[2 * green]));
    }

    /// Cyan, magenta, yellow and black, each taking its share of white light away.
    private static int[] fromInks(Raster raster) {
        int[] bits = raster.getSampleModel().getSampleSize();
        return byRow(
                raster,
                (row, at) -> {
                    int light = 255 - toByte(row[at + 3], bits[3]);
                    int red = (255 - toByte(row[at], bits[0])) * light / 255;
                    int green = (255 - toByte(row[at + 1], bits[1])) * light / 255;
                    int blue = (255 - toByte(row[at + 2], bits[2])) * light / 255;
                    return OPAQUE | red << 16 | green << 8 | blue;
                });
    }

    /// One pixel from the samples of a row, its first sample at that index.
    private interface Mixture {
        int argb(int[] row, int at);
    }

    private static int[] byRow(Raster raster, Mixture mixture) {
        switch (raster.getTransferType()) {
            case DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT, DataBuffer.TYPE_INT -> {}
            default -> throw new IllegalArgumentException("its samples are signed or fractions");
        }
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int[] argb = new int[width * raster.getHeight()];
        int[] row = new int[width * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = mixture.argb(row, x * bands);
            }
        }
        return argb;
    }

    private static int toByte(int sample, int bits) {
        if (bits >= 8) {
            return sample >>> (bits - 8) & 0xff;
        }
        int most = (1 << bits) - 1;
        return (sample * 255 + most / 2) / most;
    }

    private static int[] converted(BufferedImage image) {
        int[] argb =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Arrays.setAll(argb, i -> argb[i] | OPAQUE);
        return argb;
    }
}
