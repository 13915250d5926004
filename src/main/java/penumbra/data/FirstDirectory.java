package penumbra.data;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.tiff.DirectoryTiffHandler;
import java.io.IOException;
import java.util.Set;

/// The three tags that matter here of the first directory of a TIFF file or of an EXIF block, which
/// is laid out as one (TIFF 6.0, section 2): width, height and orientation. All others are passed
/// over unread, so nothing is allocated for what a file merely claims.
final class FirstDirectory extends DirectoryTiffHandler {

    private static final int CLASSIC_TIFF = 42;
    private static final Set<Integer> WANTED =
            Set.of(
                    ExifDirectoryBase.TAG_IMAGE_WIDTH,
                    ExifDirectoryBase.TAG_IMAGE_HEIGHT,
                    ExifDirectoryBase.TAG_ORIENTATION);

    private FirstDirectory(Metadata metadata) {
        super(metadata, null);
        pushDirectory(new ExifIFD0Directory());
    }

    /// Reads the directory whose TIFF header stands at that offset; width and height are empty of
    /// meaning in an EXIF block.
    ///
    /// @throws IOException if the bytes end before the directory
    /// @throws TiffProcessingException if they are no TIFF header
    static ExifIFD0Directory read(RandomAccessReader bytes, int offset)
            throws IOException, TiffProcessingException {
        Metadata metadata = new Metadata();
        new TiffReader().processTiff(bytes, new FirstDirectory(metadata), offset);
        return metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    }

    /// The orientation in that directory; upright when it states none.
    static Orientation orientation(ExifIFD0Directory directory) {
        Integer value = directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        return value == null ? Orientation.UPRIGHT : Orientation.ofExif(value);
    }

    @Override
    public void setTiffMarker(int marker) throws TiffProcessingException {
        if (marker != CLASSIC_TIFF) {
            throw new TiffProcessingException("TIFF marker " + marker + " instead of 42");
        }
    }

    @Override
    public boolean tryEnterSubIfd(int tag) {
        return false;
    }

    @Override
    public boolean hasFollowerIfd() {
        return false;
    }

    @Override
    public Long tryCustomProcessFormat(int tag, int format, long count) {
        return null;
    }

    @Override
    public boolean customProcessTag(
            int valueOffset,
            Set<Integer> visited,
            int headerOffset,
            RandomAccessReader reader,
            int tag,
            int byteCount) {
        return byteCount > Long.BYTES || !WANTED.contains(tag);
    }
}
