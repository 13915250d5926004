package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

    @TempDir Path folder;

    private static final List<TrainingEvent> EVENTS = events();

    private static List<TrainingEvent> events() {
        SequencedMap<String, Double> losses = new LinkedHashMap<>();
        losses.put("box", 1.25);
        losses.put("pose", Double.NaN);
        TrainingEvent.Errors errors =
                new TrainingEvent.Errors(9, 2, 1.5, 0.75, 1.25, 0.02, 1.4, 0.4, 0.8, 0.25);
        TrainingEvent.Scores scores = new TrainingEvent.Scores(0.9, 0.8, 0.7, 0.6, 0.5);
        return List.of(
                new TrainingEvent.Started(
                        0,
                        Instant.parse("2026-01-02T03:04:05Z"),
                        "0.1.0",
                        1,
                        3,
                        2,
                        new TrainingEvent.Part(16, 40),
                        new TrainingEvent.Part(4, 9),
                        "cpu",
                        "fp32",
                        2,
                        3_085_504,
                        List.of("TL", "BL", "BR", "TR"),
                        List.of("B1", "R1")),
                new TrainingEvent.Step(
                        1.5,
                        1,
                        1,
                        1,
                        8,
                        losses,
                        List.of(0.1, 0.01, 0.01),
                        Optional.of(Double.POSITIVE_INFINITY),
                        1.25,
                        0.01,
                        800,
                        Optional.of(1.5)),
                new TrainingEvent.Step(
                        2.5,
                        2,
                        1,
                        2,
                        8,
                        losses,
                        List.of(),
                        Optional.empty(),
                        1,
                        0,
                        801,
                        Optional.empty()),
                new TrainingEvent.Epoch(
                        3,
                        1,
                        losses,
                        Optional.of(
                                new TrainingEvent.Validation(
                                        losses,
                                        scores,
                                        scores,
                                        errors,
                                        Optional.of(errors),
                                        0.5,
                                        true)),
                        List.of(0.01),
                        7.5),
                new TrainingEvent.Epoch(4, 2, losses, Optional.empty(), List.of(), 8),
                new TrainingEvent.Sigmas(
                        4, 2, "adaloss", "cells", List.of(new TrainingEvent.KeypointSigma(3, 0.1))),
                new TrainingEvent.Checkpoint(4, 2, "weights/last.safetensors", false),
                new TrainingEvent.Notice(4, 2, "picture", "x.png is cut short."),
                new TrainingEvent.Paused(5),
                new TrainingEvent.Continued(5),
                new TrainingEvent.Failed(6, "disk", "The disk is full: make room."),
                new TrainingEvent.Finished(7, TrainingEvent.End.PATIENCE, 1, 0.5));
    }

    private Path log() {
        return folder.resolve("events.jsonl");
    }

    private void tell(List<TrainingEvent> events) throws IOException {
        try (EventLog log = EventLog.open(log())) {
            for (TrainingEvent event : events) {
                log.tell(event);
            }
        }
    }

    @Test
    void everyKindOfEventComesBackAsItWasTold() throws IOException {
        tell(EVENTS);
        assertThat(EventTail.all(log()).events()).isEqualTo(EVENTS);
        assertThat(EVENTS.stream().map(Object::getClass).distinct())
                .as("all kinds are in the list")
                .hasSize(TrainingEvent.class.getPermittedSubclasses().length);
        assertThat(Files.readAllLines(log())).hasSize(EVENTS.size());
    }

    @Test
    void aTailGivesEachEventOnceAndOnlyWhenItsLineIsWhole() throws IOException {
        EventTail tail = new EventTail(log());
        assertThat(tail.next().events()).as("no file yet").isEmpty();
        tell(EVENTS.subList(0, 2));
        assertThat(tail.next().events()).isEqualTo(EVENTS.subList(0, 2));
        assertThat(tail.next().events()).isEmpty();
        Files.writeString(log(), "{\"event\":\"paus", StandardOpenOption.APPEND);
        assertThat(tail.next().events()).isEmpty();
        Files.writeString(log(), "ed\",\"seconds\":9}\n", StandardOpenOption.APPEND);
        assertThat(tail.next().events()).containsExactly(new TrainingEvent.Paused(9));
    }

    @Test
    void aLineThatACrashLeftUnfinishedIsCutOffWhenTheRunGoesOn() throws IOException {
        EventTail tail = new EventTail(log());
        tell(EVENTS.subList(0, 2));
        Files.writeString(log(), "{\"event\":\"paus", StandardOpenOption.APPEND);
        tail.next();
        tell(EVENTS.subList(2, 4));
        assertThat(tail.next().events()).isEqualTo(EVENTS.subList(2, 4));
        assertThat(EventTail.all(log()))
                .isEqualTo(new EventTail.News(EVENTS.subList(0, 4), List.of()));
    }

    @Test
    void aLineThatIsNoEventIsNamedAndTheOthersAreRead() throws IOException {
        tell(EVENTS.subList(0, 1));
        Files.writeString(log(), "{\"event\":\"party\"}\nnonsense\n", StandardOpenOption.APPEND);
        tell(EVENTS.subList(1, 2));
        EventTail.News news = EventTail.all(log());
        assertThat(news.events()).isEqualTo(EVENTS.subList(0, 2));
        assertThat(news.damage()).hasSize(2);
        assertThat(news.damage().getFirst()).contains("events.jsonl", "line 2");
    }
}
