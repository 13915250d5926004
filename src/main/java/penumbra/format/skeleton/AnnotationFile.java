package penumbra.format.skeleton;

import java.util.List;

/// What one annotation file holds.
record AnnotationFile(List<Category> categories, List<StatedPicture> pictures) {

    AnnotationFile {
        categories = List.copyOf(categories);
        pictures = List.copyOf(pictures);
    }
}
