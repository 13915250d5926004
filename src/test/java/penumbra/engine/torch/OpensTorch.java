package penumbra.engine.torch;

/// A process that starts libtorch and says how that went.
final class OpensTorch {

    private OpensTorch() {}

    public static void main(String[] arguments) {
        try (Torch torch = Torch.open(1)) {
            System.out.println("opened " + torch.manager().getDevice());
        } catch (TorchException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}
