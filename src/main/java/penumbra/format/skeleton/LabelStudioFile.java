package penumbra.format.skeleton;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import penumbra.format.Findings;
import penumbra.format.FormatException;
import penumbra.format.Refusal;
import penumbra.geometry.Size;

/// Reads one Label Studio export, task by task.
final class LabelStudioFile {

    private final Path file;
    private final String annotator;
    private final Findings findings;
    private final List<StatedPicture> pictures = new ArrayList<>();

    private LabelStudioFile(Path file, String annotator, Findings findings) {
        this.file = file;
        this.annotator = annotator;
        this.findings = findings;
    }

    static AnnotationFile parse(Path file, byte[] bytes, String annotator, Findings findings)
            throws FormatException {
        LabelStudioFile reader = new LabelStudioFile(file, annotator, findings);
        try (JsonReader json = new JsonReader(file, bytes, Set.of("rle", "predictions"))) {
            json.document(() -> json.array(() -> reader.task(json.value())));
        }
        return new AnnotationFile(List.of(), reader.pictures);
    }

    private void task(JsonValue task) throws FormatException {
        findings.attempt(file, () -> picture(task));
    }

    private void picture(JsonValue task) throws Refusal, FormatException {
        String name = PicturePlaces.checked(task.line(), pictureName(task.get("data")));
        Optional<JsonValue> chosen = chosen(task.get("annotations"));
        Optional<Size> size = Optional.empty();
        List<Skeleton> skeletons = List.of();
        if (chosen.isPresent()) {
            LabelStudioResult result = new LabelStudioResult(file, findings);
            skeletons = result.skeletons(chosen.get().get("result"), annotator(chosen.get()));
            size = result.size();
        }
        pictures.add(new StatedPicture(file, task.line(), List.of(name), "", size, skeletons));
    }

    /// The text that names a picture: `image`, else the first that looks like one. An address
    /// within Label Studio becomes one that is not taken for a path of this machine.
    private static String pictureName(JsonValue data) throws Refusal {
        String name = "";
        if (data.find("image").isPresent()) {
            name = data.get("image").text();
        } else if (data.content() instanceof Map<?, ?> members) {
            name =
                    members.values().stream()
                            .map(JsonValue.class::cast)
                            .filter(v -> v.content() instanceof String)
                            .map(v -> v.content().toString())
                            .filter(text -> text.matches("(?is).*\\.(jpe?g|png|bmp|tiff?|webp)"))
                            .findFirst()
                            .orElse("");
        }
        return name.startsWith("/data/") ? "label-studio:/" + name : name;
    }

    private Optional<JsonValue> chosen(JsonValue annotations) throws Refusal, FormatException {
        List<JsonValue> done = new ArrayList<>();
        for (JsonValue annotation : annotations.elements()) {
            if (annotation.find("was_cancelled").map(JsonValue::isTrue).orElse(false)) {
                findings.refuse(file, annotation.line(), "annotation-cancelled");
            } else {
                done.add(annotation);
            }
        }
        Optional<JsonValue> chosen =
                done.stream()
                        .filter(a -> a.find("ground_truth").map(JsonValue::isTrue).orElse(false))
                        .findFirst()
                        .or(() -> done.stream().findFirst());
        for (JsonValue annotation : done) {
            if (annotation != chosen.get()) {
                findings.refuse(file, annotation.line(), "annotation-second", chosen.get().line());
            }
        }
        return chosen;
    }

    private String annotator(JsonValue annotation) throws Refusal {
        Optional<JsonValue> who = annotation.find("completed_by");
        if (who.isEmpty()) {
            return annotator;
        }
        if (who.get().find("email").isPresent()) {
            return who.get().get("email").text();
        }
        return who.get().find("id").isPresent() ? who.get().get("id").id() : who.get().id();
    }
}
