package penumbra.format.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.format.Findings;
import penumbra.format.FormatException;

/// Files made to exhaust the reader's stack or memory end in one sentence.
class HostileFilesTest {

    private static final Path FILE = Path.of("/labels/a").toAbsolutePath();

    private static void assertRefused(AnnotationSource.Parser parser, String content, String rule) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() ->
                        new SkeletonSource(
                                        List.of(parser.parse(FILE, bytes, "", new Findings())),
                                        OptionalInt.empty(),
                                        new Findings())
                                .labelSet())
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.finding().rule()).isEqualTo(rule));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"annotations\":[",
                "{\"info\":",
                "{\"images\":[{\"a\":",
                "{\"categories\":["
            })
    void deepJsonIsRefused(String start) {
        assertRefused(CocoFile::parse, start + "[".repeat(1_000_000), "json-syntax");
        assertRefused(CocoFile::parse, start + "{\"a\":".repeat(1_000_000), "json-syntax");
    }

    @Test
    void deepXmlIsRefused() {
        assertRefused(CvatFile::parse, "<annotations>" + "<meta>".repeat(1_000_000), "xml-depth");
    }

    @Test
    void aFewPointsOfManyNamesAreNotBlownUpBeyondTheLimit() {
        String labels =
                IntStream.range(0, Category.MAX_KEYPOINTS)
                        .mapToObj(i ->
                                "<label><name>p%d</name><parent>R</parent></label>".formatted(i))
                        .collect(Collectors.joining());
        String skeleton = "<skeleton label=\"R\"><points label=\"p1\" points=\"1,2\"/></skeleton>";
        assertRefused(
                CvatFile::parse,
                "<annotations><labels><label><name>R</name></label>"
                        + labels
                        + "</labels><image name=\"a.png\" width=\"9\" height=\"9\">"
                        + skeleton.repeat(SkeletonSource.MAX_KEYPOINTS / Category.MAX_KEYPOINTS + 1)
                        + "</image></annotations>",
                "too-many-keypoints");
    }

    @Test
    void moreClassesThanAnySchemaHasAreRefused() {
        String shapes =
                IntStream.rangeClosed(0, 10_000)
                        .mapToObj(i ->
                                "{\"label\":\"c%d\",\"points\":[[1,2],[1,2],[1,2],[1,2]]}"
                                        .formatted(i))
                        .collect(Collectors.joining(","));
        assertRefused(
                LabelMeFile::parse,
                "{\"imagePath\":\"a.png\",\"imageWidth\":9,\"imageHeight\":9,\"shapes\":["
                        + shapes
                        + "]}",
                "too-many-classes");
    }

    @Test
    void moreElementsThanAnyLabelFileHasAreRefused() {
        assertRefused(
                CvatFile::parse,
                "<annotations>" + "<a/>".repeat(3_000_000) + "</annotations>",
                "too-many-entries");
    }

    @Test
    void anEntryWithTooManyValuesIsRefused() {
        assertRefused(
                CocoFile::parse,
                "{\"images\":[{\"a\":[" + "1,".repeat(1_000_001) + "1]}]}",
                "json-too-much");
    }

    @Test
    void aListWithTooManyEntriesIsRefused() {
        assertRefused(
                LabelStudioFile::parse,
                "[" + "{},".repeat(Findings.LIMIT) + "{}]",
                "too-many-findings");
    }

    @Test
    void moreKeypointNamesThanATargetMayHaveAreRefused() {
        String shapes =
                IntStream.rangeClosed(0, Category.MAX_KEYPOINTS)
                        .mapToObj(i ->
                                "{\"label\":\"p%d\",\"points\":[[1,2]],\"group_id\":%d,\"shape_type\":\"point\"}"
                                        .formatted(i, i))
                        .collect(Collectors.joining(","));
        assertRefused(
                LabelMeFile::parse,
                "{\"imagePath\":\"a.png\",\"imageWidth\":9,\"imageHeight\":9,\"shapes\":["
                        + shapes
                        + "]}",
                "too-many-names");
    }

    @Test
    void aNameThatComesTwiceInAnObjectIsAnErrorBecauseOneWouldBeLost() {
        assertRefused(
                LabelMeFile::parse, "{\"shapes\":[],\n\"shapes\":[{\"a\":1}]}", "json-syntax");
    }

    @Test
    void whatFollowsTheEndIsAnError() {
        assertRefused(CocoFile::parse, "{\"images\":[]}\n{\"images\":[]}", "json-syntax");
        assertRefused(CvatFile::parse, "<annotations/><annotations/>", "xml-syntax");
    }
}
