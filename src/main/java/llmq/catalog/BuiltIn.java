package llmq.catalog;

import java.nio.charset.StandardCharsets;

/** Reads the binary catalog that comes with the classes. */
final class BuiltIn implements CatalogImage.Source {

    @Override
    public byte[] core() {
        return join(CoreBytes.pieces());
    }

    @Override
    public byte[] rest() {
        return join(RestBytes.pieces());
    }

    private static byte[] join(String[] pieces) {
        int length = 0;
        for (String piece : pieces) {
            length += piece.length();
        }
        byte[] bytes = new byte[length];
        int at = 0;
        for (String piece : pieces) {
            System.arraycopy(piece.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, at, piece.length());
            at += piece.length();
        }
        return bytes;
    }
}
