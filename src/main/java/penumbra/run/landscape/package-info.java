/// The loss of a run's network over planes through its weights: what its file tells, in which order
/// the nodes are computed, and with which share of the processor. No network is run here.
package penumbra.run.landscape;
