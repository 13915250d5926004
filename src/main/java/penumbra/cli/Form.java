package penumbra.cli;

import picocli.CommandLine.Option;

/// In which form a command answers; the same options for every word.
final class Form {

    @Option(names = "--json")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    private boolean help;

    /// Whether to print one JSON document and nothing else.
    boolean json() {
        return json;
    }
}
