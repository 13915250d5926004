/// Training runs as charts: what they told while they went on, and how far their keypoints lie from
/// where they should be. Pure functions of [penumbra.run.RunHistory] and of errors, shared by the
/// window, the plots of a run and the report of several.
package penumbra.plot.run;
