package penumbra.data.scene;

/// One colour of a picture: rows from the top. The values are shared, not copied.
record Plane(int width, int height, float[] values) {

    static Plane blank(int width, int height) {
        return new Plane(width, height, new float[width * height]);
    }

    /// The means of 4x4 blocks; the last blocks of a row or column may be smaller. A block's centre
    /// lies at 4 times its own, so positions keep.
    Plane quarter() {
        Plane out = blank((width + 3) / 4, (height + 3) / 4);
        for (int y = 0; y < height; y++) {
            int target = y / 4 * out.width;
            for (int x = 0; x < width; x++) {
                out.values[target + x / 4] += values[y * width + x];
            }
        }
        for (int y = 0; y < out.height; y++) {
            int rows = Math.min(4, height - 4 * y);
            for (int x = 0; x < out.width; x++) {
                out.values[y * out.width + x] /= rows * Math.min(4, width - 4 * x);
            }
        }
        return out;
    }

    /// The means of 2x2 blocks, as [#quarter] makes them of 4x4.
    Plane half() {
        Plane out = blank((width + 1) / 2, (height + 1) / 2);
        for (int y = 0; y < out.height; y++) {
            int above = 2 * y * width;
            int below = Math.min(2 * y + 1, height - 1) * width;
            int target = y * out.width;
            for (int x = 0; x < width / 2; x++) {
                int i = 2 * x;
                out.values[target + x] =
                        0.25f
                                * (values[above + i]
                                        + values[above + i + 1]
                                        + values[below + i]
                                        + values[below + i + 1]);
            }
            if (width % 2 == 1) {
                out.values[target + out.width - 1] =
                        0.5f * (values[above + width - 1] + values[below + width - 1]);
            }
        }
        return out;
    }

    /// Nearly a Gaussian: three box means of `2 radius + 1` pixels each way, standard deviation
    /// `sqrt(radius (radius + 1))` px. Light that leaves over the border is lost.
    Plane blurred(int radius) {
        float[] a = values.clone();
        float[] b = new float[a.length];
        for (int pass = 0; pass < 3; pass++) {
            for (int y = 0; y < height; y++) {
                boxMean(a, b, y * width, 1, width, radius);
            }
            for (int x = 0; x < width; x++) {
                boxMean(b, a, x, width, height, radius);
            }
        }
        return new Plane(width, height, a);
    }

    private static void boxMean(float[] in, float[] out, int at, int step, int n, int radius) {
        float share = 1f / (2 * radius + 1);
        double sum = 0;
        for (int i = 0; i < Math.min(radius, n); i++) {
            sum += in[at + i * step];
        }
        for (int i = 0; i < n; i++) {
            if (i + radius < n) {
                sum += in[at + (i + radius) * step];
            }
            out[at + i * step] = (float) sum * share;
            if (i >= radius) {
                sum -= in[at + (i - radius) * step];
            }
        }
    }

    /// `this = keep * this + gain * small`, where `small` has this plane's sides divided by
    /// `factor` and is interpolated linearly between the centres of its pixels.
    void mix(Plane small, int factor, float keep, float gain) {
        int[] index = new int[width];
        float[] share = new float[width];
        for (int x = 0; x < width; x++) {
            float at = Math.clamp((x + 0.5f) / factor - 0.5f, 0, small.width - 1);
            index[x] = Math.min((int) at, Math.max(0, small.width - 2));
            share[x] = at - index[x];
        }
        float[] row = new float[small.width + 1];
        for (int y = 0; y < height; y++) {
            float at = Math.clamp((y + 0.5f) / factor - 0.5f, 0, small.height - 1);
            int above = Math.min((int) at, Math.max(0, small.height - 2));
            int below = Math.min(above + 1, small.height - 1);
            float down = (at - above) * gain;
            float up = gain - down;
            for (int x = 0; x < small.width; x++) {
                row[x] =
                        up * small.values[above * small.width + x]
                                + down * small.values[below * small.width + x];
            }
            int line = y * width;
            for (int x = 0; x < width; x++) {
                float l = row[index[x]];
                values[line + x] = keep * values[line + x] + l + share[x] * (row[index[x] + 1] - l);
            }
        }
    }

    /// Convolved with a Gaussian of up to about 1.2 px, cut off after two pixels and rescaled; the
    /// border is continued outwards.
    void smooth(double sigma) {
        double near = Math.exp(-0.5 / (sigma * sigma));
        double far = Math.exp(-2 / (sigma * sigma));
        double sum = 1 + 2 * near + 2 * far;
        float a = (float) (1 / sum);
        float b = (float) (near / sum);
        float c = (float) (far / sum);
        float[] line = new float[Math.max(width, height) + 4];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            System.arraycopy(values, row, line, 2, width);
            line[0] = line[1] = line[2];
            line[width + 2] = line[width + 3] = line[width + 1];
            for (int x = 0; x < width; x++) {
                values[row + x] =
                        a * line[x + 2]
                                + b * (line[x + 1] + line[x + 3])
                                + c * (line[x] + line[x + 4]);
            }
        }
        down(a, b, c);
    }

    /// The vertical pass: the rows above that were overwritten are kept aside.
    private void down(float a, float b, float c) {
        float[] before = new float[width];
        float[] last = new float[width];
        float[] current = new float[width];
        System.arraycopy(values, 0, before, 0, width);
        System.arraycopy(values, 0, last, 0, width);
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int next = Math.min(y + 1, height - 1) * width;
            int after = Math.min(y + 2, height - 1) * width;
            System.arraycopy(values, row, current, 0, width);
            for (int x = 0; x < width; x++) {
                values[row + x] =
                        a * current[x]
                                + b * (last[x] + values[next + x])
                                + c * (before[x] + values[after + x]);
            }
            float[] spare = before;
            before = last;
            last = current;
            current = spare;
        }
    }

    /// The weighted sum of shifted copies, the border continued outwards.
    Plane convolved(int[] dx, int[] dy, float[] weight) {
        Plane out = blank(width, height);
        for (int y = 0; y < height; y++) {
            int line = y * width;
            for (int k = 0; k < weight.length; k++) {
                int source = Math.clamp(y + dy[k], 0, height - 1) * width;
                int from = Math.clamp(-dx[k], 0, width);
                int to = Math.clamp(width - dx[k], from, width);
                float w = weight[k];
                for (int x = from; x < to; x++) {
                    out.values[line + x] += w * values[source + x + dx[k]];
                }
                for (int x = 0; x < from; x++) {
                    out.values[line + x] += w * values[source];
                }
                for (int x = to; x < width; x++) {
                    out.values[line + x] += w * values[source + width - 1];
                }
            }
        }
        return out;
    }

    void set(Plane other) {
        System.arraycopy(other.values, 0, values, 0, values.length);
    }
}
