package penumbra.engine.net;

import java.util.concurrent.Executor;

/// How a batch is divided for training: into parts that are computed at the same time.
///
/// @param executor starts as many tasks at once as it gets
/// @param parts that a batch is divided into at most
/// @param threads inside an operation of one of several parts
public record Division(Executor executor, int parts, int threads) {

    /// Every batch as a whole.
    public static final Division NONE = new Division(Runnable::run, 1, 1);

    /// Pictures that a part has at least: its statistics are those of few pictures otherwise.
    private static final int LEAST = 4;

    /// As many parts as have enough pictures and a thread of their own.
    ///
    /// @param batch pictures
    /// @param threads that there are
    public static Division of(Executor executor, int batch, int threads) {
        int parts = Math.clamp(batch / LEAST, 1, threads);
        return new Division(executor, parts, threads / parts);
    }

    /// Where part `index` of `parts` begins among so many pictures.
    static int begin(int index, int parts, int pictures) {
        return index * pictures / parts;
    }
}
