package penumbra.engine.net;

import java.util.List;

/// One operation of a [Graph]. Inputs are numbers of values: 0 is the picture, then come those that
/// the operations give, in their order. Shapes are `[B, channels, rows, columns]`.
public sealed interface Op {

    /// The values it reads.
    List<Integer> inputs();

    /// Those that its derivative reads.
    default List<Integer> derivativeInputs() {
        return List.of();
    }

    /// How many values it gives.
    default int outputs() {
        return 1;
    }

    /// Convolution without bias (padding k/2), batch normalisation, SiLU.
    ///
    /// @param name what its parameters' names begin with: `NAME.conv.weight`, `NAME.bn.bias`, ...
    record Conv(String name, int input, int in, int out, int kernel, int stride) implements Op {
        @Override
        public List<Integer> inputs() {
            return List.of(input);
        }

        @Override
        public List<Integer> derivativeInputs() {
            return inputs();
        }
    }

    /// Convolution 1x1 with bias and nothing behind it: `NAME.weight`, `NAME.bias`.
    record Project(String name, int input, int in, int out) implements Op {
        @Override
        public List<Integer> inputs() {
            return List.of(input);
        }

        @Override
        public List<Integer> derivativeInputs() {
            return inputs();
        }
    }

    /// The first `half` channels, and as many behind them.
    record Halves(int input, int half) implements Op {
        @Override
        public List<Integer> inputs() {
            return List.of(input);
        }

        @Override
        public int outputs() {
            return 2;
        }
    }

    /// Channels one behind the other.
    record Concat(List<Integer> inputs) implements Op {
        public Concat {
            inputs = List.copyOf(inputs);
        }
    }

    /// The sum of two values.
    record Add(int left, int right) implements Op {
        @Override
        public List<Integer> inputs() {
            return List.of(left, right);
        }
    }

    /// Maximum over 5x5, stride 1, the border not counting.
    record Pool(int input) implements Op {
        @Override
        public List<Integer> inputs() {
            return List.of(input);
        }

        @Override
        public List<Integer> derivativeInputs() {
            return inputs();
        }
    }

    /// Nearest neighbour, twice as many rows and columns.
    record Upsample(int input) implements Op {
        @Override
        public List<Integer> inputs() {
            return List.of(input);
        }
    }
}
