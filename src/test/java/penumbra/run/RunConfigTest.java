package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.engine.assign.Assigner;
import penumbra.engine.assign.Assigners;
import penumbra.engine.train.Fitness;

class RunConfigTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(RunOption.class)
    void everyOptionHasWordsInBothLanguagesAndTakesItsOwnDefaults(RunOption option) {
        Locale before = Locale.getDefault();
        try {
            for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                Locale.setDefault(language);
                assertThat(option.label()).isNotBlank();
                assertThat(option.explanation()).endsWith(language == Locale.ENGLISH ? "." : "。");
                assertThat(option.unit()).doesNotContain("unit.");
                assertThat(option.group().label()).isNotBlank();
            }
        } finally {
            Locale.setDefault(before);
        }
        for (String recipe : List.of("penumbra", "stock", "guide")) {
            String usual = option.usual(recipe);
            if (!usual.isEmpty()) {
                assertThat(option.kind().problem(usual)).isEmpty();
            }
        }
        assertThat(RunOption.byId(option.id())).contains(option);
    }

    @Test
    void idsOfOtherListsAreTheirs() {
        assertThat(ids(RunOption.ASSIGNER))
                .containsExactlyElementsOf(Assigners.ALL.stream().map(Assigner::id).toList());
        assertThat(ids(RunOption.FITNESS))
                .containsExactlyElementsOf(
                        Arrays.stream(Fitness.values()).map(Fitness::id).toList());
    }

    private static List<String> ids(RunOption option) {
        return ((OptionKind.Choice) option.kind()).ids();
    }

    @ParameterizedTest
    @CsvSource({
        "epochs, 0, 'a whole number from 1 to 100000'",
        "epochs, many, 'a whole number from 1 to 100000'",
        "imgsz, 100, 'a multiple of 32 from 32 to 4096'",
        "lr0, NaN, 'a number from 0.000000001 to 1000000000'",
        "val, 1, 'a number from 0 to 0.9'",
        "cos-lr, yes, 'one of: true false'",
        "precision, fp64, 'one of: auto fp32 bf16'",
        "device, gpu, 'a value such as cuda:0'",
        "name, a/b, 'a value such as train'",
        "loss-param, alpha, 'NAME=VALUE, several divided by blanks'",
        "patience, '', 'a whole number from 0 to 100000'",
    })
    void aWrongValueIsNamedInOneSentenceThatSaysWhatToWrite(
            String id, String value, String instead) {
        RunOption option = RunOption.byId(id).orElseThrow();
        Map<RunOption, String> said = Map.of(option, value);

        assertThat(RunConfig.problems(said))
                .containsExactly(
                        Map.entry(
                                option,
                                "--" + id + " cannot be '" + value + "': write " + instead + "."));
        assertThatThrownBy(() -> RunConfig.of(said)).isInstanceOf(RunException.class);
    }

    @Test
    void whatIsNotSaidIsWhatIsUsualInTheRecipe() throws RunException {
        RunConfig own = RunConfig.of(Map.of());
        RunConfig stock = RunConfig.of(Map.of(RunOption.RECIPE, "stock", RunOption.LOSS, "helium"));

        assertThat(own.text(RunOption.ASSIGNER)).isEqualTo("tal-small");
        assertThat(own.real(RunOption.FLIPLR)).isZero();
        assertThat(stock.text(RunOption.ASSIGNER)).isEqualTo("tal");
        assertThat(stock.real(RunOption.FLIPLR)).isEqualTo(0.5);
        assertThat(stock.text(RunOption.LOSS)).isEqualTo("helium");
        assertThat(own.realIfSaid(RunOption.LR0)).isPresent();
        assertThat(stock.realIfSaid(RunOption.LR0)).isEmpty();
        assertThat(own.place(RunOption.WEIGHTS)).isEmpty();
    }

    @Test
    void theGuidesRecipeIsItsTrainingTable() throws RunException {
        RunConfig guide = RunConfig.of(Map.of(RunOption.RECIPE, "guide"));

        assertThat(guide.text(RunOption.HEATMAP)).isEqualTo("centernet");
        assertThat(guide.text(RunOption.HEAD)).isEqualTo("heatmap");
        assertThat(guide.whole(RunOption.IMGSZ)).isEqualTo(512);
        assertThat(guide.text(RunOption.OPTIMIZER)).isEqualTo("adamw");
        assertThat(guide.real(RunOption.WEIGHT_DECAY)).isZero();
        assertThat(guide.real(RunOption.FLIPLR)).isEqualTo(0.5);
        assertThat(guide.real(RunOption.SCALE)).isEqualTo(0.35);
        assertThat(
                        Stream.of(
                                        RunOption.MOSAIC,
                                        RunOption.DEGREES,
                                        RunOption.SHEAR,
                                        RunOption.EXPOSURE,
                                        RunOption.BLOOM,
                                        RunOption.PASTE,
                                        RunOption.HSV_V)
                                .mapToDouble(guide::real))
                .containsOnly(0.0);
        assertThat(guide.words()).containsExactly("--recipe=guide");
    }

    @Test
    void argumentsAreReadBackAsTheyWereWritten() throws Exception {
        Map<RunOption, String> said = new EnumMap<>(RunOption.class);
        said.put(RunOption.DATA, "/data sets/it's #1: new/data.yaml");
        said.put(RunOption.NAME, "- [odd] \"name\" 纸");
        said.put(RunOption.LR0, "1e-3");
        said.put(RunOption.LOSS_PARAM, "alpha=0.2 eps=1e-6");
        said.put(RunOption.COS_LR, "true");
        RunConfig config = RunConfig.of(said);
        Path file = folder.resolve("args.yaml");

        config.write(file);

        assertThat(RunConfig.read(file)).isEqualTo(config);
        assertThat(config.pairs(RunOption.LOSS_PARAM))
                .containsExactly(Map.entry("alpha", "0.2"), Map.entry("eps", "1e-6"));
        List<String> keys = new ArrayList<>();
        Files.readAllLines(file).forEach(line -> keys.add(line.substring(0, line.indexOf(':'))));
        assertThat(keys)
                .containsExactlyElementsOf(
                        Arrays.stream(RunOption.values()).map(RunOption::key).toList());
    }

    @Test
    void argumentsThatCannotBeReadAreNamedWithTheFile() throws Exception {
        Path file = folder.resolve("args.yaml");
        assertThatThrownBy(() -> RunConfig.read(file))
                .isInstanceOf(RunException.class)
                .hasMessageContaining(file.toString());
        Files.writeString(file, "epochs: none\n");
        assertThatThrownBy(() -> RunConfig.read(file))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--epochs");
        Files.writeString(file, "epochs: [\n");
        assertThatThrownBy(() -> RunConfig.read(file)).hasMessageContaining(file.toString());
    }

    @Test
    void theWordsOfARunMakeItAgain() throws RunException {
        RunConfig config =
                RunConfig.of(
                        Map.of(
                                RunOption.RECIPE, "stock",
                                RunOption.EPOCHS, "7",
                                RunOption.NAME, "seven days"));

        assertThat(config.words())
                .containsExactly("--recipe=stock", "--epochs=7", "--name=seven days");
        assertThat(config.with(RunOption.EPOCHS, "8").words()).contains("--epochs=8");
    }
}
