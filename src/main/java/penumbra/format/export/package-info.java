/// Data sets to train with: a project is planned, split by sequence, fitted to what loaders accept
/// and written as a whole, with a report and a manifest. Rendered data sets are written here too.
package penumbra.format.export;
