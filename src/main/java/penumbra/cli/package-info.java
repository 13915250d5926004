/// The command line: one picocli command per file, each a thin layer over the same code the window
/// calls.
package penumbra.cli;
