package penumbra.edit.filter;

/// A part of a search line that means nothing; the rest of the line still counts.
///
/// @param from first character of the part
/// @param to behind its last character
/// @param text one sentence: what is wrong and what was expected
public record FilterError(int from, int to, String text) {}
