/// The training loss of the pose head in plain Java: its value and its derivative by every raw
/// output of the network, on the numbers copied out of libtorch. The assigner needs them there
/// anyway, and only few anchors take part in all but the class term.
package penumbra.engine.loss;
