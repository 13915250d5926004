/// Label noise measured from people: pairs of annotations of the same keypoint, three annotators,
/// or a plate against its own shape.
///
/// Frame: picture px, the frame in which people click. A difference D between two equally good
/// annotators has twice the variance of one label; every sigma here is that of one label. Ours
/// after \[S0\]; statistical sources: \[C1\] F. E. Grubbs, *On Estimating Precision of Measuring
/// Instruments and Product Variability*, 1948; \[C2\] J. W. Tukey, *A Survey of Sampling from
/// Contaminated Distributions*, 1960; \[C3\] A. P. Dempster et al., *Maximum Likelihood from
/// Incomplete Data via the EM Algorithm*, 1977; \[C4\] H. White, *Maximum Likelihood Estimation of
/// Misspecified Models*, 1982.
package penumbra.uncertainty.measure;
