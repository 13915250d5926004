package penumbra.format.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import penumbra.format.NaturalOrder;

/// Splits pictures by sequence, because neighbouring frames are nearly the same picture and would
/// make validation measure memory.
///
/// A sequence is a folder and the part of the name before its trailing digits. Whole sequences go
/// to `val` so that the number of its pictures is as near as possible to the wanted one, the
/// smaller number where two are as near; among equal choices later sequences are preferred. Neither
/// side is left empty. A single sequence is cut in two contiguous blocks in natural order, the last
/// one being `val`; frames beside the cut are alike. No random numbers: equal paths give equal
/// splits.
public final class SequenceSplit {

    private SequenceSplit() {}

    /// The sequence that a picture belongs to.
    public static String sequence(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return path.substring(0, path.length() - name.length())
                + (dot < 0 ? name : name.substring(0, dot)).replaceFirst("[0-9]+$", "");
    }

    /// The split of each path, in the given order.
    ///
    /// @param paths with forward slashes
    /// @param fraction of pictures wanted in `val`; 0 puts all into `train`
    public static List<Split> of(List<String> paths, double fraction) {
        Split[] splits = new Split[paths.size()];
        Arrays.fill(splits, Split.TRAIN);
        if (fraction > 0 && paths.size() > 1) {
            long wanted = Math.clamp(Math.round(paths.size() * fraction), 1, paths.size() - 1);
            val(paths, (int) wanted).forEach(i -> splits[i] = Split.VAL);
        }
        return List.of(splits);
    }

    private static List<Integer> val(List<String> paths, int wanted) {
        Map<String, List<Integer>> sequences = new TreeMap<>(NaturalOrder.INSTANCE);
        for (int i = 0; i < paths.size(); i++) {
            sequences.computeIfAbsent(sequence(paths.get(i)), _ -> new ArrayList<>()).add(i);
        }
        if (sequences.size() == 1) {
            List<Integer> all = sequences.values().iterator().next();
            all.sort((a, b) -> NaturalOrder.INSTANCE.compare(paths.get(a), paths.get(b)));
            return all.subList(all.size() - wanted, all.size());
        }
        List<List<Integer>> lastFirst = new ArrayList<>(sequences.values()).reversed();
        int[] sizes = lastFirst.stream().mapToInt(List::size).toArray();
        List<Integer> chosen = new ArrayList<>();
        nearest(sizes, wanted).forEach(s -> chosen.addAll(lastFirst.get(s)));
        return chosen;
    }

    /// Which of the sizes sum up to the reachable number nearest to the wanted one, neither none
    /// nor all of them: subset sum over the numbers of pictures.
    private static List<Integer> nearest(int[] sizes, int wanted) {
        int total = Arrays.stream(sizes).sum();
        int[] last = new int[total];
        Arrays.fill(last, -1);
        for (int s = 0; s < sizes.length && last[wanted] < 0; s++) {
            for (int sum = total - 1; sum >= sizes[s]; sum--) {
                int before = sum - sizes[s];
                boolean reached = before == 0 || last[before] >= 0 && last[before] < s;
                if (last[sum] < 0 && reached) {
                    last[sum] = s;
                }
            }
        }
        int best = wanted;
        for (int d = 0; last[best] < 0; d++) {
            best = wanted - d > 0 && last[wanted - d] >= 0 ? wanted - d : wanted + d;
            best = Math.min(best, total - 1);
        }
        List<Integer> chosen = new ArrayList<>();
        for (int sum = best; sum > 0; sum -= sizes[chosen.getLast()]) {
            chosen.add(last[sum]);
        }
        return chosen;
    }
}
