package penumbra.run;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What a run learns with, by its arguments: the keypoint loss of the pose head, or the maps of the
/// heat-map head.
///
/// @param id of the loss (`helium`) or of the maps (`adaloss`); empty where the arguments say none
/// @param silent keys of `args.yaml` that say nothing about such a run, whatever stands there
public record Method(String id, Set<String> silent) {

    private static final Set<String> OF_MAPS =
            Set.of("heatmap", "sigma", "anchors", "map_stride", "radius");
    private static final Set<String> OF_ADALOSS =
            Set.of(
                    "loss",
                    "loss_param",
                    "gains",
                    "pose",
                    "box",
                    "cls",
                    "dfl",
                    "kobj",
                    "assigner",
                    "sigma_schedule",
                    "anchors");

    public Method {
        silent = Set.copyOf(silent);
    }

    /// How many epochs fit into its minutes says something about the machine, not about the method.
    ///
    /// @param arguments by the keys of `args.yaml`
    public static Method of(Map<String, String> arguments) {
        Method method = ofHead(arguments);
        if (arguments.getOrDefault("minutes", "0").matches("0([.]0*)?")) {
            return method;
        }
        Set<String> silent = new HashSet<>(method.silent());
        silent.add("epochs");
        return new Method(method.id(), silent);
    }

    private static Method ofHead(Map<String, String> arguments) {
        if (!arguments.getOrDefault("head", "pose").equals("heatmap")) {
            return new Method(arguments.getOrDefault("loss", ""), OF_MAPS);
        }
        String maps = arguments.getOrDefault("heatmap", "");
        Set<String> silent = new HashSet<>(OF_ADALOSS);
        if (!maps.equals("adaloss")) {
            silent.add("sigma");
        }
        if (maps.equals("adaanchor")) {
            silent.remove("anchors");
        }
        return new Method(maps, silent);
    }
}
