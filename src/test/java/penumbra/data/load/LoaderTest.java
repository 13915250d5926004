package penumbra.data.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.data.augment.Augmentation;
import penumbra.data.input.InputLabel;
import penumbra.data.input.LoadedSize;
import penumbra.data.input.RgbImage;
import penumbra.geometry.Box;
import penumbra.model.Keypoint;

class LoaderTest {

    private static final Augmentation ALL =
            new Augmentation(
                    0.01, 0.5, 0.3, 20, 0.1, 0.4, 5, 0.0005, 0.5, 0.5, 0.7, 1, 0.2, 0.5, true);

    @TempDir Path folder;

    private static void refuse(String sentence) {
        throw new AssertionError(sentence);
    }

    /// Everything that a trainer sees of a batch.
    private record Seen(
            int index, List<Float> pixels, List<List<InputLabel>> targets, List<Path> pictures) {

        static Seen of(Batch batch) {
            List<Float> pixels = new ArrayList<>();
            for (float pixel : batch.pixels()) {
                pixels.add(pixel);
            }
            return new Seen(batch.index(), pixels, batch.targets(), batch.pictures());
        }
    }

    private static List<Seen> epoch(Loader loader, int n, boolean mosaic) {
        List<Seen> seen = new ArrayList<>();
        try (Epoch epoch = loader.epoch(n, mosaic)) {
            while (epoch.hasNext()) {
                Batch batch = epoch.next();
                seen.add(Seen.of(batch));
                loader.recycle(batch);
            }
        }
        return seen;
    }

    @Test
    void oneWorkerOrEightGiveTheSameBatchesToTheLastBit() throws Exception {
        TrainingSet set = TestSet.write(folder, 13);
        List<List<Seen>> runs = new ArrayList<>();
        for (int workers : List.of(1, 2, 8)) {
            try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
                Loader loader =
                        new Loader(
                                set,
                                TestSet.options(ALL, 4, workers),
                                TestSet.store(),
                                pool,
                                LoaderTest::refuse);
                runs.add(epoch(loader, 3, true));
            }
        }

        assertThat(runs.get(0)).hasSize(4);
        assertThat(runs.get(0).getLast().targets()).hasSize(1);
        assertThat(runs.get(1)).isEqualTo(runs.get(0));
        assertThat(runs.get(2)).isEqualTo(runs.get(0));
    }

    @Test
    void aResumedRunSeesWhatTheOneThatWentOnSees() throws Exception {
        TrainingSet set = TestSet.write(folder, 6);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            LoaderOptions options = TestSet.options(ALL, 4, 2);
            Loader whole = new Loader(set, options, TestSet.store(), pool, LoaderTest::refuse);
            epoch(whole, 0, true);
            List<Seen> second = epoch(whole, 1, true);
            List<Seen> third = epoch(whole, 2, false);

            Loader resumed = new Loader(set, options, TestSet.store(), pool, LoaderTest::refuse);

            assertThat(epoch(resumed, 2, false)).isEqualTo(third);
            assertThat(epoch(resumed, 1, true)).isEqualTo(second).isNotEqualTo(third);
        }
    }

    @Test
    void eachPictureIsSeenOnceInAnEpochAndInAnotherOrderInTheNext() throws Exception {
        TrainingSet set = TestSet.write(folder, 11);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Loader loader =
                    new Loader(
                            set,
                            TestSet.options(Augmentation.NONE, 4, 2),
                            TestSet.store(),
                            pool,
                            LoaderTest::refuse);

            List<Path> first = paths(epoch(loader, 0, true));
            List<Path> second = paths(epoch(loader, 1, true));

            assertThat(loader.epoch(0, true).batches()).isEqualTo(3);
            assertThat(first)
                    .containsExactlyInAnyOrderElementsOf(
                            set.pictures().stream().map(TrainingPicture::path).toList());
            assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
        }
    }

    private static List<Path> paths(List<Seen> epoch) {
        return epoch.stream().flatMap(batch -> batch.pictures().stream()).toList();
    }

    @Test
    void withoutAugmentationAPictureIsLetterboxedAndItsLabelsWithIt() throws Exception {
        TrainingSet set = TestSet.write(folder, 1);
        TrainingPicture picture = set.pictures().getFirst();
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            Loader loader =
                    new Loader(
                            set,
                            TestSet.options(Augmentation.NONE, 2, 1),
                            TestSet.store(),
                            pool,
                            LoaderTest::refuse);

            Batch batch = loader.epoch(0, true).next();

            // 96 x 72 becomes 64 x 48, with eight rows of grey above and below.
            RgbImage loaded =
                    LoadedSize.of(picture.size(), 64)
                            .apply(RgbImage.of(ImageReader.read(picture.path())));
            float[] planes = loaded.planes();
            assertThat(batch.pixels()).hasSize(3 * 64 * 64);
            for (int plane = 0; plane < 3; plane++) {
                for (int i = 0; i < 64 * 64; i++) {
                    int row = i / 64 - 8;
                    float expected =
                            row < 0 || row >= 48
                                    ? 114 / 255f
                                    : planes[plane * 64 * 48 + row * 64 + i % 64];
                    assertThat(batch.pixels()[plane * 64 * 64 + i]).isEqualTo(expected);
                }
            }
            InputLabel label = batch.targets().getFirst().getFirst();
            double third = 2 / 3.0;
            assertThat(label.box())
                    .isEqualTo(new Box(30 * third, 25 * third + 8, 28 * third, 12 * third));
            assertThat(label.keypoints().getFirst())
                    .isEqualTo(Keypoint.visible(30 * third, 25 * third + 8));
            assertThat(label.zoom()).isEqualTo(third);
        }
    }

    @Test
    void aPictureThatFailsToDecodeIsNamedOnceAndTheEpochGoesOn() throws Exception {
        TrainingSet set = TestSet.write(folder, 5);
        Path broken = set.pictures().get(2).path();
        Files.write(broken, new byte[] {1, 2, 3});
        ConcurrentLinkedQueue<String> sentences = new ConcurrentLinkedQueue<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Loader loader =
                    new Loader(
                            set, TestSet.options(ALL, 2, 2), TestSet.store(), pool, sentences::add);

            List<Path> first = paths(epoch(loader, 0, true));
            List<Path> second = paths(epoch(loader, 1, false));

            assertThat(first).hasSize(4).doesNotContain(broken);
            assertThat(second).containsExactlyInAnyOrderElementsOf(first);
            assertThat(sentences)
                    .singleElement()
                    .asString()
                    .contains(broken.toString())
                    .endsWith("or leave it out.");
        }
    }

    @Test
    void aBatchWithoutAnyPictureIsNotGiven() throws Exception {
        TrainingSet set = TestSet.write(folder, 3);
        for (TrainingPicture picture : set.pictures().subList(0, 2)) {
            Files.delete(picture.path());
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            Loader loader =
                    new Loader(
                            set,
                            TestSet.options(Augmentation.NONE, 1, 1),
                            TestSet.store(),
                            pool,
                            _ -> {});

            List<Seen> seen = epoch(loader, 0, true);

            assertThat(seen).hasSize(1);
            assertThat(seen.getFirst().index()).isZero();
            assertThat(paths(seen)).containsExactly(set.pictures().get(2).path());
        }
    }

    @Test
    void pixelsThatWereGivenBackAreFilledAnew() throws Exception {
        TrainingSet set = TestSet.write(folder, 8);
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            Loader loader =
                    new Loader(
                            set,
                            TestSet.options(ALL, 2, 1),
                            TestSet.store(),
                            pool,
                            LoaderTest::refuse);
            Epoch epoch = loader.epoch(0, true);
            Batch first = epoch.next();
            loader.recycle(first);
            epoch.next();

            assertThat(epoch.next().pixels()).isSameAs(first.pixels());
        }
    }

    @Test
    void noMoreIsPreparedThanAskedAndNothingAfterClosing() throws Exception {
        TrainingSet set = TestSet.write(folder, 12);
        CountDownLatch gate = new CountDownLatch(1);
        try (ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(1)) {
            pool.submit(() -> {
                gate.await();
                return null;
            });
            Loader loader =
                    new Loader(
                            set,
                            TestSet.options(ALL, 2, 2),
                            TestSet.store(),
                            pool,
                            LoaderTest::refuse);

            Epoch epoch = loader.epoch(0, true);

            assertThat(pool.getQueue()).hasSize(4);
            epoch.close();
            gate.countDown();
            assertThat(epoch.hasNext()).isFalse();
            assertThatThrownBy(epoch::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void whatAWorkerFailsAtReachesTheTrainer() throws IOException, PictureException {
        TrainingSet set = TestSet.write(folder, 2);
        PictureStore store =
                new PictureStore(
                        TestSet.SIDE,
                        0,
                        Optional.empty(),
                        _ -> {
                            throw new OutOfMemoryError("heap");
                        },
                        LoaderTest::refuse);
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            Loader loader =
                    new Loader(set, TestSet.options(ALL, 2, 2), store, pool, LoaderTest::refuse);

            assertThatThrownBy(() -> loader.epoch(0, true).next())
                    .isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void anInterruptedTrainerStopsWaitingAndStaysInterrupted() throws Exception {
        TrainingSet set = TestSet.write(folder, 2);
        CountDownLatch gate = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            pool.submit(() -> {
                gate.await();
                return null;
            });
            Loader loader =
                    new Loader(
                            set,
                            TestSet.options(ALL, 2, 1),
                            TestSet.store(),
                            pool,
                            LoaderTest::refuse);
            Epoch epoch = loader.epoch(0, true);
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(epoch::next).isInstanceOf(CancellationException.class);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
                gate.countDown();
            }
        }
    }

    @Test
    void theLastEpochsSeeNothingPutTogether() throws Exception {
        TrainingSet set = TestSet.write(folder, 6);
        Augmentation putTogether = new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, true);
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            List<List<Seen>> runs = new ArrayList<>();
            for (Augmentation augmentation : List.of(putTogether, Augmentation.NONE)) {
                Loader loader =
                        new Loader(
                                set,
                                TestSet.options(augmentation, 3, 1),
                                TestSet.store(),
                                pool,
                                LoaderTest::refuse);
                runs.add(epoch(loader, 0, false));
                runs.add(epoch(loader, 0, true));
            }

            assertThat(runs.get(0)).isEqualTo(runs.get(2)).isEqualTo(runs.get(3));
            assertThat(runs.get(1)).isNotEqualTo(runs.get(0));
        }
    }

    @Test
    void withoutPlacesToChangeNothingIsMirrored() throws Exception {
        TrainingSet set = TestSet.write(folder, 4);
        TrainingSet without = new TrainingSet(set.pictures(), Optional.empty());
        Augmentation mirrored = new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, true);
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            List<Seen> plain =
                    epoch(
                            new Loader(
                                    set,
                                    TestSet.options(Augmentation.NONE, 4, 1),
                                    TestSet.store(),
                                    pool,
                                    LoaderTest::refuse),
                            0,
                            true);
            List<Seen> asked =
                    epoch(
                            new Loader(
                                    without,
                                    TestSet.options(mirrored, 4, 1),
                                    TestSet.store(),
                                    pool,
                                    LoaderTest::refuse),
                            0,
                            true);

            assertThat(asked).isEqualTo(plain);
        }
    }
}
