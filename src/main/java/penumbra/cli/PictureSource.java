package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.data.DecodedImage;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.data.VideoReader;
import penumbra.format.yolo.DatasetPaths;
import penumbra.text.Texts;

/// Pictures to look at: one, those of a folder and below it, those that a list names, or those of a
/// video.
///
/// @param source what was named
/// @param pictures sorted by path, or in the order of the list; empty for a video
record PictureSource(Path source, List<Path> pictures) {

    /// What is done with a picture.
    ///
    /// @see FoundPicture
    @FunctionalInterface
    interface Each {
        void look(Path file, Integer frame, DecodedImage pixels) throws Exception;
    }

    private static final String LIST = ".txt";

    static PictureSource of(Path source) throws IOException, CommandException {
        if (source.toString().endsWith(LIST)) {
            return listed(source);
        }
        if (!Files.isDirectory(source)) {
            return new PictureSource(
                    source, VideoReader.isVideo(source) ? List.of() : List.of(source));
        }
        List<Path> pictures = DatasetPaths.files(source, DatasetPaths::isPicture);
        if (pictures.isEmpty()) {
            throw new CommandException(Texts.of(PictureSource.class, "source.empty", source));
        }
        return new PictureSource(source, pictures);
    }

    /// The pictures that a text file names, a line each; relative ones from the folder of the file.
    private static PictureSource listed(Path list) throws IOException, CommandException {
        Path folder = list.toAbsolutePath().getParent();
        List<Path> pictures =
                Files.readAllLines(list).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(folder::resolve)
                        .toList();
        if (pictures.isEmpty()) {
            throw new CommandException(Texts.of(PictureSource.class, "source.empty", list));
        }
        return new PictureSource(list, pictures);
    }

    boolean isVideo() {
        return pictures.isEmpty();
    }

    /// The folder that all pictures lie in or below, as deep as it can be; that which was named, if
    /// it was one.
    Path root() {
        Path named = source.toAbsolutePath().normalize();
        if (Files.isDirectory(named) || isVideo()) {
            return named;
        }
        Path root = pictures.getFirst().toAbsolutePath().normalize().getParent();
        for (Path picture : pictures) {
            Path file = picture.toAbsolutePath().normalize();
            while (!file.startsWith(root) && root.getParent() != null) {
                root = root.getParent();
            }
        }
        return root;
    }

    /// Looks at all pictures in order. Of several pictures one that cannot be read is left out.
    ///
    /// @return why pictures were left out, a sentence each
    List<String> forEach(Each each, Runnable onPicture) throws Exception {
        List<String> failures = new ArrayList<>();
        if (isVideo()) {
            video(each);
        }
        for (Path file : pictures) {
            try {
                each.look(file, null, ImageReader.read(file));
            } catch (PictureException e) {
                if (file.equals(source)) {
                    throw e;
                }
                failures.add(e.getMessage());
            }
            onPicture.run();
        }
        return failures;
    }

    private void video(Each each) throws Exception {
        try (VideoReader video = VideoReader.open(source)) {
            int frame = 0;
            for (Optional<DecodedImage> next = video.next();
                    next.isPresent();
                    next = video.next(), frame++) {
                each.look(source, frame, next.get());
            }
        }
    }
}
