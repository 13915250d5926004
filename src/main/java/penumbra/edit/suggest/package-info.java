/// What a person should look at next: pictures from which most is to be learned, and labels that a
/// network doubts. Pure functions of labels and predictions.
package penumbra.edit.suggest;
