/// What a training run left of its uncertainties, read from its files; docs/records.md says what
/// they hold. Nothing here writes.
package penumbra.uncertainty.record;
