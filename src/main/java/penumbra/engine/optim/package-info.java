/// Training steps: gradients clipped, parameters moved by SGD or AdamW, their average kept. One
/// call into libtorch for each list of tensors.
package penumbra.engine.optim;
