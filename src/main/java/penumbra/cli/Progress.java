package penumbra.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// The progress of one long task: a bar on a terminal, a plain line at every tenth elsewhere. May
/// be stepped from any thread.
final class Progress implements AutoCloseable {

    private static final int LINE_MEGABYTES = 100;

    private final Console console;
    private final String task;
    private final long total;
    private final ProgressBar bar;
    private final boolean each;
    private long done;
    private long said;

    Progress(Console console, String task, long total) {
        this(console, task, total, false);
    }

    /// @param each whether a plain line comes at every step, for a program that watches
    Progress(Console console, String task, long total, boolean each) {
        this.each = each;
        this.console = console;
        this.task = task;
        this.total = total;
        this.bar =
                console.interactive()
                        ? new ProgressBarBuilder()
                                .setTaskName(task)
                                .setInitialMax(total)
                                .setStyle(ProgressBarStyle.ASCII)
                                .clearDisplayOnFinish()
                                .setConsumer(new ConsoleProgressBarConsumer(console.err()))
                                .build()
                        : null;
    }

    synchronized void step() {
        done++;
        if (bar != null) {
            bar.step();
        } else if (each || done * 10 / total != (done - 1) * 10 / total) {
            console.err().println(task + ": " + done + "/" + total);
        }
    }

    /// How far a download is, as often as somebody looks: a plain line every hundred megabytes.
    ///
    /// @param megabytes that are there
    synchronized void at(long files, long all, long megabytes) {
        if (bar != null) {
            bar.maxHint(all);
            bar.stepTo(files);
            bar.setExtraMessage(megabytes + " MB");
        } else if (files != done || megabytes / LINE_MEGABYTES != said) {
            done = files;
            said = megabytes / LINE_MEGABYTES;
            console.err().println(task + ": " + megabytes + " MB, " + files + "/" + all);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
