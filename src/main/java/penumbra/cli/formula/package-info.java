/// The formulas by name, as files of test cases call them: `penumbra loss --eval`.
///
/// A file is one JSON object with `cases`, each `{"id", "fn", "inputs", "expected"}` and perhaps
/// `"tol": {"abs", "rel"}`; `default_tol` of the file stands in for what a case leaves out. A
/// number passes when it differs from what is expected by at most `abs + rel |expected|`;
/// infinities are the strings `Infinity` and `-Infinity`, what is undefined is null.
package penumbra.cli.formula;
