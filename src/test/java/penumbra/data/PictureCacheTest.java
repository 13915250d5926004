package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Size;

class PictureCacheTest {

    private static final Path A = Path.of("a.png");
    private static final Path B = Path.of("b.png");
    private static final Path C = Path.of("c.png");

    /// Bytes of one picture of 10 x 10.
    private static final long ONE = 400;

    private final List<Path> decoded = Collections.synchronizedList(new ArrayList<>());
    private final ManualExecutor executor = new ManualExecutor();

    private DecodedImage decode(Path file) {
        decoded.add(file);
        return new DecodedImage(new Size(10, 10), new int[100], true);
    }

    private PictureCache cache(long mostBytes) {
        return new PictureCache(executor, mostBytes, this::decode);
    }

    @Test
    void aPictureIsDecodedOnceHoweverOftenItIsAskedFor() {
        PictureCache cache = cache(10 * ONE);
        CompletableFuture<DecodedImage> first = cache.get(A);
        CompletableFuture<DecodedImage> second = cache.get(A);
        assertThat(first).isNotDone();
        assertThat(cache.ready(A)).isEmpty();
        executor.runAll();
        assertThat(first.join()).isSameAs(second.join()).isSameAs(cache.get(A).join());
        assertThat(cache.ready(A)).containsSame(first.join());
        assertThat(decoded).containsExactly(A);
        assertThat(cache.bytes()).isEqualTo(ONE);
    }

    @Test
    void whatWasNotAskedForLongestGivesWay() {
        PictureCache cache = cache(2 * ONE);
        cache.get(A);
        cache.get(B);
        executor.runAll();
        cache.get(A);
        cache.get(C);
        executor.runAll();
        assertThat(cache.bytes()).isEqualTo(2 * ONE);
        assertThat(cache.ready(B)).isEmpty();
        assertThat(cache.ready(A)).isPresent();
        assertThat(cache.ready(C)).isPresent();
        cache.get(B);
        executor.runAll();
        assertThat(decoded).containsExactly(A, B, C, B);
    }

    @Test
    void thePictureAskedForLastIsKeptHoweverLarge() {
        PictureCache cache = cache(1);
        cache.get(A);
        executor.runAll();
        assertThat(cache.ready(A)).isPresent();
        cache.get(B);
        executor.runAll();
        assertThat(cache.ready(A)).isEmpty();
        assertThat(cache.ready(B)).isPresent();
        assertThat(cache.bytes()).isEqualTo(ONE);
    }

    @Test
    void theOneInViewComesFirstAndStaysWhenItsNeighboursDoNotFit() {
        PictureCache cache = cache(2 * ONE);
        CompletableFuture<DecodedImage> shown = cache.show(B, List.of(C, A));
        executor.runNext();
        assertThat(shown).isDone();
        executor.runAll();
        assertThat(decoded).containsExactly(B, C, A);
        assertThat(cache.ready(B)).isPresent();
        assertThat(cache.ready(A)).isPresent();
        assertThat(cache.ready(C)).isEmpty();
    }

    @Test
    void whatMayBeNextIsDecodedOneByOneAndNoLongerOnceAnotherPictureIsShown() {
        PictureCache cache = cache(10 * ONE);
        cache.show(A, List.of(B, C));
        executor.runNext();
        executor.runNext();
        assertThat(decoded).containsExactly(A, B);
        cache.show(B, List.of());
        executor.runAll();
        assertThat(decoded).containsExactly(A, B);
        assertThat(cache.ready(C)).isEmpty();
    }

    @Test
    void whatWaitsForPicturesNoLongerNearIsCancelled() {
        PictureCache cache = cache(10 * ONE);
        CompletableFuture<DecodedImage> old = cache.get(C);
        CompletableFuture<DecodedImage> shown = cache.show(A, List.of(B));
        executor.runAll();
        assertThat(decoded).containsExactly(A, B);
        assertThat(shown).isCompleted();
        assertThatThrownBy(old::join).hasRootCauseInstanceOf(CancellationException.class);
    }

    @Test
    void aCancelledPictureCanBeAskedForAgain() {
        PictureCache cache = cache(10 * ONE);
        cache.get(A);
        cache.keepWaiting(List.of());
        CompletableFuture<DecodedImage> again = cache.get(A);
        executor.runAll();
        assertThat(again).isCompleted();
        assertThat(decoded).containsExactly(A);
    }

    @Test
    void aFailureIsToldAndNotKept() throws Exception {
        PictureException broken = new PictureException("a.png is broken");
        List<Path> tried = new ArrayList<>();
        PictureCache cache =
                new PictureCache(
                        executor,
                        ONE,
                        file -> {
                            tried.add(file);
                            throw broken;
                        });
        CompletableFuture<DecodedImage> first = cache.get(A);
        executor.runAll();
        assertThatThrownBy(first::join).hasRootCause(broken);
        assertThat(cache.ready(A)).isEmpty();
        assertThat(cache.bytes()).isZero();
        cache.get(A);
        executor.runAll();
        assertThat(tried).containsExactly(A, A);
    }

    @Test
    void anExecutorThatTakesNoMoreFailsThePictureOnly() {
        PictureCache cache =
                new PictureCache(
                        _ -> {
                            throw new RejectedExecutionException("closed");
                        },
                        ONE,
                        this::decode);
        CompletableFuture<DecodedImage> result = cache.get(A);
        assertThatThrownBy(result::join).hasRootCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aForgottenPictureIsDecodedAgainAndWhoWaitsStillGetsIt() {
        PictureCache cache = cache(10 * ONE);
        CompletableFuture<DecodedImage> waiting = cache.get(A);
        cache.forget(A);
        executor.runAll();
        assertThat(waiting).isCompleted();
        assertThat(cache.bytes()).isZero();
        cache.get(A);
        executor.runAll();
        assertThat(decoded).containsExactly(A, A);
        cache.forget(A);
        assertThat(cache.bytes()).isZero();
        assertThat(cache.ready(A)).isEmpty();
    }

    @Test
    void nobodyCanSpoilThePictureOfAnother() {
        PictureCache cache = cache(10 * ONE);
        cache.get(A).cancel(true);
        CompletableFuture<DecodedImage> other = cache.get(A);
        executor.runAll();
        assertThat(other).isCompleted();
    }

    @Test
    void manyThreadsAskingForManyPicturesDecodeEachOnce() throws Exception {
        int threads = 8;
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService workers = Executors.newFixedThreadPool(4);
                ExecutorService askers = Executors.newFixedThreadPool(threads)) {
            PictureCache cache = new PictureCache(workers, 1000 * ONE, this::decode);
            List<CompletableFuture<Void>> asked = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                asked.add(
                        CompletableFuture.runAsync(
                                () -> {
                                    await(start);
                                    for (int i = 0; i < 100; i++) {
                                        cache.get(Path.of(i + ".png")).join();
                                    }
                                },
                                askers));
            }
            start.countDown();
            asked.forEach(CompletableFuture::join);
            assertThat(decoded).hasSize(100).doesNotHaveDuplicates();
            assertThat(cache.bytes()).isEqualTo(100 * ONE);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
