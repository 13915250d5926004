package penumbra.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import penumbra.run.TrainingEvent;
import penumbra.text.Texts;

/// How the demo's training goes on, a sentence an epoch for somebody who has never trained one.
final class DemoProgress implements Consumer<TrainingEvent> {

    private static final double MINUTE = 60;

    private final Console console;
    private int epochs;

    DemoProgress(Console console) {
        this.console = console;
    }

    @Override
    public void accept(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Started started -> {
                epochs = started.epochs();
                console.say(
                        "demo.started",
                        started.training().pictures(),
                        started.training().targets(),
                        started.validation().pictures(),
                        started.validation().targets());
            }
            case TrainingEvent.Epoch epoch -> epoch(epoch);
            case TrainingEvent.Notice notice -> console.say("demo.notice", notice.message());
            default -> {}
        }
    }

    private void epoch(TrainingEvent.Epoch epoch) {
        double loss = epoch.training().values().stream().mapToDouble(v -> v).sum();
        String place = String.format(Locale.ROOT, "%2d", epoch.epoch());
        String left = left(epoch);
        Optional<TrainingEvent.Errors> errors =
                epoch.validation().map(TrainingEvent.Validation::labels);
        if (errors.isEmpty()) {
            console.say("demo.epoch", place, epochs, loss, left);
            return;
        }
        int found = errors.get().targets() - errors.get().missed();
        String map = share(epoch.validation().get().keypoints().map());
        if (found == 0) {
            console.say("demo.epoch.none", place, epochs, loss, map, errors.get().targets(), left);
        } else {
            console.say(
                    "demo.epoch.found",
                    place,
                    epochs,
                    loss,
                    map,
                    found,
                    errors.get().targets(),
                    errors.get().median(),
                    left);
        }
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    /// By the mean of the epochs so far.
    private String left(TrainingEvent.Epoch epoch) {
        if (epoch.epoch() == epochs) {
            return Texts.of(DemoProgress.class, "demo.last");
        }
        double seconds = epoch.seconds() / epoch.epoch() * (epochs - epoch.epoch());
        return seconds < MINUTE
                ? Texts.of(DemoProgress.class, "demo.seconds", Math.round(seconds))
                : Texts.of(DemoProgress.class, "demo.minutes", Math.round(seconds / MINUTE));
    }
}
