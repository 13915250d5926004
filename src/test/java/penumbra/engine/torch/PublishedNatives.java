package penumbra.engine.torch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Fetches natives as the program does, from a folder in the place of the server.
final class PublishedNatives {

    private PublishedNatives() {}

    /// @param arguments the folder
    public static void main(String[] arguments) {
        Path published = Path.of(arguments[0]);
        URL.setURLStreamHandlerFactory(
                protocol -> protocol.equals("https") ? new FromFolder(published) : null);
        try {
            CudaNatives.HERE.fetch(Map.of());
            System.out.println("fetched");
        } catch (TorchException e) {
            System.out.println(e);
        }
    }

    private static final class FromFolder extends URLStreamHandler {

        private final Path published;

        FromFolder(Path published) {
            this.published = published;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new HttpURLConnection(url) {

                @Override
                public InputStream getInputStream() throws IOException {
                    return Files.newInputStream(published.resolve(url.getPath().substring(1)));
                }

                @Override
                public void connect() {}

                @Override
                public void disconnect() {}

                @Override
                public boolean usingProxy() {
                    return false;
                }
            };
        }
    }
}
