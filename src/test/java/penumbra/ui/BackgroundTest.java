package penumbra.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import javafx.concurrent.Task;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class BackgroundTest {

    /// Work that waits until the test runs it.
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    private final List<Object> told = new ArrayList<>();
    private Background background;

    @Start
    void start(Stage stage) {
        background = new Background(waiting::add);
    }

    private <T> void begin(Background.Work<T> work) {
        onWindowThread(() -> background.start("work", work, told::add, told::add));
    }

    private void runWaiting() {
        waiting.poll().run();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void onWindowThread(Runnable task) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(20), task);
    }

    @Test
    void workIsRunningUntilItsResultIsTold() {
        begin(progress -> {
            progress.at(1, 2);
            return "done";
        });
        assertThat(background.running()).hasSize(1);
        assertThat(told).isEmpty();
        runWaiting();
        assertThat(told).containsExactly("done");
        assertThat(background.running()).isEmpty();
    }

    @Test
    void aFailureIsToldAsItIs() {
        IOException failure = new IOException("disk");
        begin(_ -> {
            throw failure;
        });
        runWaiting();
        assertThat(told).containsExactly(failure);
        assertThat(background.running()).isEmpty();
    }

    @Test
    void nothingIsToldOfWorkThatWasCancelled() {
        begin(_ -> "never");
        Task<?> task = background.running().getFirst();
        onWindowThread(task::cancel);
        runWaiting();
        assertThat(told).isEmpty();
        assertThat(background.running()).isEmpty();
    }

    @Test
    void cancelledWorkStopsWhereItNextTellsHowFarItIs() {
        List<Long> reached = new ArrayList<>();
        begin(progress -> {
            for (long i = 0; i < 5; i++) {
                progress.at(i, 5);
                reached.add(i);
                if (i == 2) {
                    Task<?> task = background.running().getFirst();
                    onWindowThread(task::cancel);
                }
            }
            return "never";
        });
        runWaiting();
        assertThat(reached).containsExactly(0L, 1L, 2L);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void whatCancelledWorkBroughtAboutAllTheSameIsHandedBack() {
        List<Object> unwanted = new ArrayList<>();
        onWindowThread(() ->
                background.start(
                        "work",
                        _ -> {
                            onWindowThread(background.running().getFirst()::cancel);
                            return "open file";
                        },
                        told::add,
                        told::add,
                        unwanted::add));
        runWaiting();
        assertThat(unwanted).containsExactly("open file");
        assertThat(told).isEmpty();
    }

    @Test
    void progressIsSaidInNumbers() {
        begin(progress -> {
            progress.at(12, 300);
            WaitForAsyncUtils.waitForFxEvents();
            onWindowThread(() -> told.add(background.running().getFirst().getMessage()));
            return "done";
        });
        runWaiting();
        assertThat(told).containsExactly("12 of 300", "done");
    }
}
