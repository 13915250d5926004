package penumbra.app;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.app.Ran.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.cli.CommandLanguage;
import penumbra.data.ImageWriter;
import penumbra.data.scene.SyntheticScene;
import penumbra.geometry.Size;

/// In which language a command line answers, and what stays the same in every language.
class LanguageOfTheCommandLineTest {

    private static final List<String> WORDS =
            List.of("import", "export", "check", "synth", "demo", "bench", "generate-completion");

    private final Locale before = Locale.getDefault();

    @TempDir Path folder;

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    /// A picture with one good label line, one that is refused and one picture without labels.
    private Path labels() throws Exception {
        Path set = Files.createDirectories(folder.resolve("set"));
        Size size = new Size(320, 256);
        byte[] picture = ImageWriter.png(size, SyntheticScene.render(5, 0, size).argb());
        Files.write(set.resolve("a.png"), picture);
        Files.write(set.resolve("b.png"), picture);
        Files.writeString(set.resolve("a.txt"), "9 .1 .1 .1 .2 .3 .2 .3 .1\n12 .1 .1\n");
        return set;
    }

    private Ran dryRun(Object... more) throws Exception {
        Object[] words = {
            "import", "--from", "sjtu9", labels(), "--project", folder.resolve("p"), "--dry-run"
        };
        return run(Stream.of(words, more).flatMap(Stream::of).toArray());
    }

    private static Optional<Locale> language(String variable, String value, String... args) {
        return CommandLanguage.of(Map.of(variable, value), args);
    }

    @Test
    void theOptionCountsBeforeTheEnvironmentAndItsOwnVariableBeforeThatOfTheSystem() {
        assertThat(language("LANG", "zh_CN.UTF-8")).contains(Locale.SIMPLIFIED_CHINESE);
        assertThat(language("LC_ALL", "en_US.UTF-8")).contains(Locale.ENGLISH);
        assertThat(language("PENUMBRA_LANG", "zh")).contains(Locale.SIMPLIFIED_CHINESE);
        assertThat(language("LANG", "zh_CN.UTF-8", "check", "--lang", "en", "set"))
                .contains(Locale.ENGLISH);
        assertThat(CommandLanguage.of(Map.of("PENUMBRA_LANG", "en", "LANG", "zh_CN.UTF-8")))
                .contains(Locale.ENGLISH);
        assertThat(CommandLanguage.of(Map.of("LC_ALL", "C.UTF-8", "LANG", "zh_CN.UTF-8")))
                .as("said to be none")
                .isEmpty();
        assertThat(CommandLanguage.of(Map.of())).isEmpty();
        assertThat(language("LANG", "zha_XX")).isEmpty();
    }

    @Test
    void resultsAndFindingsAreInTheLanguageAskedForAndRuleIdsInNone() throws Exception {
        Ran english = dryRun("--lang", "en");
        Ran chinese = dryRun("--lang=zh");
        assertThat(english.out()).contains("plates taken in 1").contains("[columns]");
        assertThat(chinese.out())
                .contains("导入装甲板 1")
                .contains("这一行有 3 列")
                .contains("a.txt:2: ")
                .contains("[columns]")
                .doesNotContain("plates");
        assertThat(chinese.exit()).isEqualTo(english.exit());
    }

    @Test
    void jsonIsTheSameToTheLastByteInEveryLanguage() throws Exception {
        Ran english = dryRun("--json", "--lang", "en");
        assertThat(english.out()).startsWith("{").contains("\"rule\" : \"columns\"");
        assertThat(dryRun("--json", "--lang", "zh").out()).isEqualTo(english.out());
        Locale.setDefault(Locale.CHINESE);
        assertThat(dryRun("--json").out()).isEqualTo(english.out());
        Locale.setDefault(Locale.GERMANY);
        assertThat(dryRun("--json").out()).isEqualTo(english.out());
    }

    @Test
    void helpOfEveryWordIsChineseThroughout() {
        for (String word : WORDS) {
            Ran help = run(word, "--help", "--lang", "zh");
            assertThat(help.exit()).isZero();
            assertThat(help.out())
                    .contains("用法：penumbra " + word)
                    .contains("--lang")
                    .doesNotContainPattern("[a-z] (the|of|is|and|to) [a-z]");
        }
        Ran all = run("--help", "--lang", "zh");
        assertThat(all.out()).contains("命令：").contains("退出码").doesNotContain("Usage");
        assertThat(run("--help", "--lang", "en").out()).contains("Usage: ").contains("Commands:");
    }

    @Test
    void wrongUsageIsOneChineseLineThatNamesWhatIsWrong() {
        assertThat(misuse("import", "set", "--project", "p")).contains("缺少 --from");
        assertThat(misuse("import", "--from", "x", "set", "--project", "p"))
                .contains("--from：没有“x”；可用：yolo-pose");
        assertThat(misuse("synth", "--out", "o", "--images", "many"))
                .contains("--images 不接受“many”");
        assertThat(misuse("synth", "--out", "o", "--images", "1", "--images", "2"))
                .contains("--images 只能写一次");
        assertThat(misuse("check", "set", "--fats")).contains("不认识“--fats”");
        assertThat(misuse("paint")).contains("“paint”既不是命令");
        assertThat(misuse("synth", "--out", "o", "--images", "1", "--size", "9x9"))
                .contains("不是图片尺寸");
    }

    @Test
    void anUnknownLanguageIsNamedWithThoseThatThereAre() {
        Ran ran = run("check", "set", "--lang", "fr");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("--lang: there is no 'fr'; choose one of: en zh");
    }

    private static String misuse(String... words) {
        String[] chinese =
                Stream.concat(Stream.of(words), Stream.of("--lang=zh")).toArray(String[]::new);
        Ran ran = run((Object[]) chinese);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err())
                .startsWith("penumbra: ")
                .doesNotContainPattern("Missing|Invalid|Unknown|Unmatched|should|is not");
        return ran.err();
    }
}
