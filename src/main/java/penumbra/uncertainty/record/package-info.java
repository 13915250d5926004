/// What runs and predictions leave of their uncertainties in files; docs/records.md says what they
/// hold.
package penumbra.uncertainty.record;
