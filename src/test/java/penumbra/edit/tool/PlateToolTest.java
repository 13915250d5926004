package penumbra.edit.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.model.Samples.picture;

import org.junit.jupiter.api.Test;
import penumbra.edit.LabelEdits;
import penumbra.model.Schema;

class PlateToolTest {

    @Test
    void everyToolHasAnIdAndAName() {
        assertThat(PlateTool.ALL).extracting(PlateTool::id).doesNotHaveDuplicates();
        assertThat(PlateTool.ALL)
                .extracting(PlateTool::label)
                .containsExactly("Four clicks", "Two drags");
    }

    @Test
    void everyToolBeginsIdleAndEndsWhenItIsCancelled() {
        for (PlateTool kind : PlateTool.ALL) {
            Tool tool = kind.start().start(LabelEdits.by("Ada"), Schema.ARMOR_PLATE, 0);
            assertThat(tool.preview()).as(kind.id()).isEmpty();
            assertThat(tool.hint()).as(kind.id()).endsWith(".");
            assertThat(new Pointer(tool, picture(1)).cancel().isOver()).as(kind.id()).isTrue();
        }
    }
}
