package penumbra.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import penumbra.run.landscape.Landscape;
import penumbra.run.landscape.LandscapeEvent;
import penumbra.run.landscape.Surface;
import penumbra.text.Texts;

/// Shows how a landscape fills: a line for each start, and for each grid that is whole.
final class LandscapeProgress implements Consumer<LandscapeEvent> {

    private final Console console;
    private List<Landscape> known = List.of();

    LandscapeProgress(Console console) {
        this.console = console;
    }

    @Override
    public void accept(LandscapeEvent event) {
        List<Landscape> before = known;
        known = Landscape.with(before, List.of(event));
        switch (event) {
            case LandscapeEvent.Started s ->
                    say("landscape.started", s.epoch(), s.pictures(), s.targets());
            case LandscapeEvent.Height h -> {
                Optional<Integer> side = side(known, h);
                if (side.isPresent() && !side.equals(side(before, h))) {
                    say("landscape.grid", h.plane().label(), side.get());
                }
            }
            case LandscapeEvent.Plane _ -> {}
        }
    }

    private static Optional<Integer> side(List<Landscape> all, LandscapeEvent.Height height) {
        return all.isEmpty()
                ? Optional.empty()
                : all.getLast().surface(height.plane()).flatMap(Surface::side);
    }

    private void say(String key, Object... arguments) {
        console.err().println(Texts.of(LandscapeProgress.class, key, arguments));
    }
}
