package llmq.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import llmq.text.AsciiText;

/**
 * Takes UTF-8 and passes it on as a terminal reads it that knows fewer characters. What that has not is written in
 * others, so that no sign turns into a question mark. Each write holds whole characters.
 */
final class EncodedStream extends FilterOutputStream {
    private final Charset charset;
    private final CharsetEncoder encoder;

    EncodedStream(OutputStream out, Charset charset) {
        super(out);
        this.charset = charset;
        this.encoder = charset.newEncoder();
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        String text = new String(bytes, start, length, StandardCharsets.UTF_8);
        out.write(AsciiText.in(text, encoder::canEncode).getBytes(charset));
    }
}
