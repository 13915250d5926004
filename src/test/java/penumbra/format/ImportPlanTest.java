package penumbra.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.edit.Edit;
import penumbra.format.Finding.Severity;
import penumbra.format.plate.PlateSeeds;
import penumbra.geometry.Box;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.model.Target;

class ImportPlanTest {

    private static final Path FOLDER = Path.of("/team/match").toAbsolutePath();
    private static final Size SIZE = new Size(64, 32);
    private static final Schema SJTU = PlateSeeds.SJTU_SCHEMA;

    private static Target target(int classIndex, double x) {
        return Target.of(
                classIndex,
                List.of(
                        Keypoint.visible(x, 1),
                        Keypoint.visible(x, 2),
                        Keypoint.visible(x + 8, 2),
                        Keypoint.visible(x + 8, 1)),
                Optional.of(new Box(x, 1, 8, 1)),
                "Ann");
    }

    private static LabelledImage image(long id, Path path, LabelState state, Target... targets) {
        return new LabelledImage(id, path.toString(), SIZE, Arrays.asList(targets), state, "");
    }

    private static LabelledImage source(String name, Target... targets) {
        LabelState state = targets.length == 0 ? LabelState.UNLABELLED : LabelState.LABELLED;
        return image(0, FOLDER.resolve(name), state, targets);
    }

    private static LabelSet set(Schema schema, LabelledImage... images) {
        return new LabelSet(schema, false, Arrays.asList(images), List.of());
    }

    private static ImportPlan plan(Project project, LabelSet labels, ExistingRule rule)
            throws FormatException {
        ImportPlan plan =
                ImportPlan.of(Optional.ofNullable(project), FOLDER, labels, Map.of(), rule);
        assertEditsLeadThere(plan);
        return plan;
    }

    private static void assertEditsLeadThere(ImportPlan plan) {
        Project stepped = plan.before().withSchema(plan.schemaAfter());
        for (Edit edit : plan.edits()) {
            stepped = edit.applyTo(stepped);
        }
        assertThat(stepped).isEqualTo(plan.after());
    }

    @Test
    void aNewProjectStartsWithThePlateSchemaAndGrowsByTheClassesThatOccur() throws Exception {
        Target purple = target(SJTU.classIndex("P3").orElseThrow(), 1);
        Target red = target(SJTU.classIndex("R3").orElseThrow(), 20);
        Target bigBase = target(SJTU.classIndex("BBb").orElseThrow(), 40);

        ImportPlan plan =
                plan(
                        null,
                        set(
                                SJTU,
                                source("images/a.png", purple, red),
                                source("../other/b.png", bigBase),
                                source("images/c.png")),
                        ExistingRule.KEEP);

        assertThat(plan.schemaBefore()).isEqualTo(Schema.ARMOR_PLATE);
        assertThat(plan.schemaAfter().classNames())
                .startsWith(Schema.ARMOR_PLATE.classNames().toArray(String[]::new))
                .endsWith("BBb", "P3")
                .hasSize(18);
        List<LabelledImage> images = plan.after().images();
        assertThat(images).extracting(LabelledImage::id).containsExactly(1L, 2L, 3L);
        assertThat(images)
                .extracting(LabelledImage::path)
                .containsExactly("images/a.png", "/team/other/b.png", "images/c.png");
        assertThat(images)
                .extracting(LabelledImage::state)
                .containsExactly(LabelState.LABELLED, LabelState.LABELLED, LabelState.UNLABELLED);
        assertThat(images.getFirst().targets())
                .containsExactly(
                        purple.withClassIndex(plan.schemaAfter().classIndex("P3").orElseThrow()),
                        red.withClassIndex(Schema.ARMOR_PLATE.classIndex("R3").orElseThrow()));
        assertThat(plan.counts()).isEqualTo(new ImportPlan.Counts(3, 0, 0, 3, 0));
        assertThat(plan.findings()).isEmpty();
    }

    @Test
    void aMappingJoinsClassesAndOneThatMeetsNothingIsNoted() throws Exception {
        Target small = target(SJTU.classIndex("BBs").orElseThrow(), 1);
        Target big = target(SJTU.classIndex("BBb").orElseThrow(), 20);

        ImportPlan plan =
                ImportPlan.of(
                        Optional.empty(),
                        FOLDER,
                        set(SJTU, source("a.png", small, big)),
                        Map.of("BBs", "BB", "BBb", "BB", "X9", "B1"),
                        ExistingRule.KEEP);

        assertThat(plan.schemaAfter()).isEqualTo(Schema.ARMOR_PLATE);
        assertThat(plan.after().images().getFirst().targets())
                .extracting(Target::classIndex)
                .containsOnly(Schema.ARMOR_PLATE.classIndex("BB").orElseThrow());
        assertThat(plan.findings())
                .extracting(Finding::rule)
                .containsExactly("class-mapping-unused");
    }

    @Test
    void aDeclaredSchemaBecomesThatOfANewProjectWithItsClassesMapped() throws Exception {
        Schema declared = KeypointOrder.schema(List.of("a", "b"), List.of(), List.of("x", "y"));
        LabelSet labels = new LabelSet(declared, true, List.of(), List.of());

        ImportPlan plan =
                ImportPlan.of(
                        Optional.empty(), FOLDER, labels, Map.of("y", "z"), ExistingRule.KEEP);

        assertThat(plan.schemaAfter().classNames()).containsExactly("x", "z");
        assertThat(plan.schemaAfter().keypoints()).containsExactly("a", "b");
    }

    @Test
    void keypointsOfTheSameNamesAreSortedAndOthersTakenByPosition() throws Exception {
        Project project = Project.empty(Schema.ARMOR_PLATE);
        Schema turned =
                KeypointOrder.schema(List.of("TR", "TL", "BL", "BR"), List.of(), List.of("R3"));
        Schema named = Schema.plain(List.of("1", "2", "3", "4"), List.of("R3"));
        Target target = target(0, 5);

        Target sorted =
                plan(project, set(turned, source("a.png", target)), ExistingRule.KEEP)
                        .after()
                        .images()
                        .getFirst()
                        .targets()
                        .getFirst();
        ImportPlan byPosition =
                plan(project, set(named, source("a.png", target)), ExistingRule.KEEP);

        List<Keypoint> k = target.keypoints();
        assertThat(sorted.keypoints()).containsExactly(k.get(1), k.get(2), k.get(3), k.get(0));
        assertThat(sorted.id()).isEqualTo(target.id());
        assertThat(sorted.box()).isEqualTo(target.box());
        assertThat(byPosition.after().images().getFirst().targets().getFirst().keypoints())
                .isEqualTo(k);
        assertThat(Sources.rules(byPosition.findings(), Severity.NOTE))
                .containsExactly("0:keypoints-matched-by-position");
    }

    @Test
    void anotherNumberOfKeypointsIsRefusedAsAWhole() {
        Schema three = Schema.plain(List.of("a", "b", "c"), List.of("x"));
        assertThatThrownBy(() ->
                        plan(Project.empty(Schema.ARMOR_PLATE), set(three), ExistingRule.KEEP))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("3 keypoints")
                .hasMessageContaining("TL BL BR TR")
                .hasMessageEndingWith("[keypoint-count-differs]");
    }

    private static Project existing(LabelState state, Target... targets) {
        return Project.of(
                Schema.ARMOR_PLATE,
                List.of(
                        image(7, Path.of("images/a.png"), state, targets).withState(state, "look"),
                        image(9, Path.of("images/z.png"), LabelState.UNLABELLED)));
    }

    @Test
    void labelsThatAreThereAlreadyNeedNoLookWhenTheSameSourceIsOpenedAgain() throws Exception {
        Project project = existing(LabelState.LABELLED, target(1, 1), target(2, 30));
        ImportPlan plan = kept(project);
        assertThat(plan.findings()).isEmpty();
    }

    /// A plan for a source with one target that leaves the project as it is.
    private static ImportPlan kept(Project project) throws Exception {
        ImportPlan plan =
                plan(
                        project,
                        set(Schema.ARMOR_PLATE, source("images/a.png", target(2, 30))),
                        ExistingRule.KEEP);
        assertThat(plan.after()).isEqualTo(project);
        return plan;
    }

    @ParameterizedTest
    @EnumSource(
            value = LabelState.class,
            names = {"LABELLED", "REVIEWED", "FLAGGED"})
    void keepLeavesWhatAPersonHasDone(LabelState state) throws Exception {
        Target ours = target(1, 1);
        for (Project project : List.of(existing(state, ours), existing(state))) {
            ImportPlan plan = kept(project);
            assertThat(plan.edits()).isEmpty();
            assertThat(plan.counts()).isEqualTo(new ImportPlan.Counts(0, 0, 1, 0, 0));
            assertThat(Sources.rules(plan.findings(), Severity.NOTE))
                    .containsExactly("0:existing-kept");
        }
    }

    @ParameterizedTest
    @EnumSource(ExistingRule.class)
    void anUnlabelledPictureTakesTheLabelsUnderEveryRuleAndNewOnesFollowTheLargestId(
            ExistingRule rule) throws Exception {
        Target theirs = target(2, 30);
        ImportPlan plan =
                plan(
                        existing(LabelState.LABELLED, target(1, 1)),
                        set(
                                Schema.ARMOR_PLATE,
                                source("images/z.png", theirs),
                                source("images/new.png")),
                        rule);
        LabelledImage z = plan.after().image(9).orElseThrow();
        assertThat(z.targets()).containsExactly(theirs);
        assertThat(z.state()).isEqualTo(LabelState.LABELLED);
        assertThat(plan.after().image(10).orElseThrow().path()).isEqualTo("images/new.png");
        assertThat(plan.counts()).isEqualTo(new ImportPlan.Counts(1, 1, 0, 1, 0));
    }

    @Test
    void replaceTakesTheSourcesLabelsAndKeepsAFlagWithItsNote() throws Exception {
        Target theirs = target(2, 30);
        LabelSet labels = set(Schema.ARMOR_PLATE, source("images/a.png", theirs));

        LabelledImage reviewed =
                plan(existing(LabelState.REVIEWED, target(1, 1)), labels, ExistingRule.REPLACE)
                        .after()
                        .image(7)
                        .orElseThrow();
        LabelledImage flagged =
                plan(existing(LabelState.FLAGGED, target(1, 1)), labels, ExistingRule.REPLACE)
                        .after()
                        .image(7)
                        .orElseThrow();

        assertThat(reviewed.targets()).containsExactly(theirs);
        assertThat(reviewed.state()).isEqualTo(LabelState.LABELLED);
        assertThat(flagged.state()).isEqualTo(LabelState.FLAGGED);
        assertThat(flagged.note()).isEqualTo("look");
    }

    @Test
    void aPictureWithoutLabelsInTheSourceNeverEmptiesOneOfTheProject() throws Exception {
        Project project = existing(LabelState.LABELLED, target(1, 1));
        ImportPlan plan =
                plan(
                        project,
                        set(Schema.ARMOR_PLATE, source("images/a.png")),
                        ExistingRule.REPLACE);
        assertThat(plan.after()).isEqualTo(project);
        assertThat(plan.counts().picturesKept()).isEqualTo(1);
    }

    @Test
    void addJoinsWhatIsNewAndDoesNotDoubleWhatIsThere() throws Exception {
        Target ours = target(1, 1);
        Target same = new Target(UUID.randomUUID(), 1, ours.keypoints(), Optional.empty(), "Bob");
        Target fresh = target(1, 2);

        ImportPlan plan =
                plan(
                        existing(LabelState.REVIEWED, ours),
                        set(Schema.ARMOR_PLATE, source("images/a.png", same, fresh)),
                        ExistingRule.ADD);

        LabelledImage image = plan.after().image(7).orElseThrow();
        assertThat(image.targets()).containsExactly(ours, fresh);
        assertThat(image.state()).isEqualTo(LabelState.LABELLED);
        assertThat(plan.counts()).isEqualTo(new ImportPlan.Counts(0, 1, 0, 1, 0));
        assertThat(Sources.rules(plan.findings(), Severity.NOTE))
                .containsExactly("0:existing-same");
    }

    @Test
    void severalEntriesOfAPictureAreCombined() throws Exception {
        Target one = target(1, 1);
        Target two = target(2, 20);
        ImportPlan plan =
                plan(
                        null,
                        set(
                                Schema.ARMOR_PLATE,
                                source("images/a.png", one),
                                source("images/x/../a.png", two)),
                        ExistingRule.KEEP);
        assertThat(plan.after().images()).hasSize(1);
        assertThat(plan.after().images().getFirst().targets()).containsExactly(one, two);
        assertThat(Sources.rules(plan.findings(), Severity.NOTE))
                .containsExactly("0:entries-combined");
    }

    @Test
    void aPictureThatTheSourceSaysShowsNoPlateCountsAsLabelled() throws Exception {
        LabelledImage empty = image(0, FOLDER.resolve("images/a.png"), LabelState.LABELLED);
        assertThat(plan(null, set(Schema.ARMOR_PLATE, empty), ExistingRule.KEEP).after().images())
                .extracting(LabelledImage::state)
                .containsExactly(LabelState.LABELLED);
        assertThat(
                        plan(
                                        existing(LabelState.UNLABELLED),
                                        set(Schema.ARMOR_PLATE, empty),
                                        ExistingRule.KEEP)
                                .after()
                                .images()
                                .getFirst()
                                .state())
                .isEqualTo(LabelState.LABELLED);
        Project labelled = existing(LabelState.LABELLED, target(1, 1));
        assertThat(plan(labelled, set(Schema.ARMOR_PLATE, empty), ExistingRule.REPLACE).after())
                .as("an empty file takes no label away")
                .isEqualTo(labelled);
    }

    @Test
    void labelsForAPictureOfAnotherSizeAreRefused() throws Exception {
        Project project = existing(LabelState.UNLABELLED);
        LabelledImage other =
                new LabelledImage(
                        0,
                        FOLDER.resolve("images/a.png").toString(),
                        new Size(32, 64),
                        List.of(target(1, 1)),
                        LabelState.LABELLED,
                        "");
        ImportPlan plan = plan(project, set(Schema.ARMOR_PLATE, other), ExistingRule.REPLACE);
        assertThat(plan.after()).isEqualTo(project);
        assertThat(Sources.rules(plan.findings(), Severity.REFUSED))
                .containsExactly("0:size-differs");
        assertThat(plan.counts().refused()).isEqualTo(1);
    }

    @Test
    void whateverComesTogetherNoLabelIsLostOrMoved() throws Exception {
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            Project project =
                    random.nextInt(4) == 0
                            ? null
                            : Project.of(Schema.ARMOR_PLATE, pictures(random, 16, true));
            LabelSet labels = set(SJTU, pictures(random, 36, false).toArray(LabelledImage[]::new));
            ExistingRule rule = ExistingRule.values()[random.nextInt(3)];

            ImportPlan plan = plan(project, labels, rule);

            Map<UUID, List<Keypoint>> before = keypoints(plan.before().images());
            Map<UUID, List<Keypoint>> theirs = keypoints(labels.images());
            Map<UUID, List<Keypoint>> after = keypoints(plan.after().images());
            after.forEach((id, points) ->
                    assertThat(points).isEqualTo(before.getOrDefault(id, theirs.get(id))));
            if (rule != ExistingRule.REPLACE) {
                assertThat(after.keySet()).containsAll(before.keySet());
            }
            if (project == null || rule == ExistingRule.ADD) {
                assertThat(after.keySet()).containsAll(theirs.keySet());
            }
            assertThat(plan.counts().targetsIn())
                    .isEqualTo(after.keySet().stream().filter(theirs::containsKey).count());
            assertThat(plan.schemaAfter().classNames())
                    .startsWith(plan.schemaBefore().classNames().toArray(String[]::new));
        }
    }

    private static List<LabelledImage> pictures(Random random, int classes, boolean inProject) {
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            if (random.nextInt(3) > 0) {
                Target[] targets = new Target[random.nextInt(3)];
                for (int t = 0; t < targets.length; t++) {
                    targets[t] = target(random.nextInt(classes), random.nextDouble(-50, 100));
                }
                Path path = Path.of("images", i + ".png");
                LabelState state = LabelState.values()[random.nextInt(4)];
                images.add(
                        inProject
                                ? image(i + 1, path, state, targets)
                                : source(path.toString(), targets));
            }
        }
        return images;
    }

    private static Map<UUID, List<Keypoint>> keypoints(List<LabelledImage> images) {
        return images.stream()
                .flatMap(i -> i.targets().stream())
                .collect(Collectors.toMap(Target::id, Target::keypoints));
    }
}
