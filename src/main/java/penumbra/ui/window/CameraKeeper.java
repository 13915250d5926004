package penumbra.ui.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import penumbra.geometry.CameraMatrix;
import penumbra.geometry.Covariance;
import penumbra.model.PlateSize;
import penumbra.pose.PlatePose;
import penumbra.store.CameraFile;
import penumbra.ui.Fx;
import penumbra.ui.Studio;

/// Reads and writes the camera matrix of the open project on a worker.
///
/// @param fail is told on the window's thread what cannot be read or written
record CameraKeeper(Studio studio, Executor pool, Consumer<Throwable> fail) {

    void read() {
        Path file = CameraFile.of(studio.file());
        pool.execute(() -> {
            try {
                Optional<CameraMatrix> camera = CameraFile.read(file);
                prepared(camera);
            } catch (IOException e) {
                Fx.later(() -> fail.accept(e));
            }
        });
    }

    /// From now on poses are those of this camera; without one there are none.
    void use(Optional<CameraMatrix> camera) {
        Path file = CameraFile.of(studio.file());
        pool.execute(() -> {
            prepared(camera);
            try {
                CameraFile.write(file, camera);
            } catch (IOException e) {
                Fx.later(() -> fail.accept(e));
            }
        });
    }

    /// Solves one pose beforehand, so that the first one shown need not wait for the classes that
    /// solve it.
    private void prepared(Optional<CameraMatrix> camera) {
        List<Covariance> sure = Collections.nCopies(4, Covariance.isotropic(1));
        PlateSize size = PlateSize.SMALL;
        camera.ifPresent(c -> PlatePose.of(size.ends(), sure, size, c));
        Fx.later(() -> studio.cameraProperty().set(camera));
    }
}
