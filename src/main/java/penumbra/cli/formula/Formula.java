package penumbra.cli.formula;

import java.util.Map;

/// One function of a case file: named results from named inputs. Results are numbers, booleans,
/// null, lists and maps of them.
@FunctionalInterface
interface Formula {

    /// @throws CaseException naming an input that is missing or of the wrong kind
    Map<String, Object> apply(Inputs in) throws CaseException;
}
