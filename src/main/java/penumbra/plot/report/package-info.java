/// A comparison of runs as files: a web page that needs nothing beside it, the charts in it, and
/// their numbers.
package penumbra.plot.report;
