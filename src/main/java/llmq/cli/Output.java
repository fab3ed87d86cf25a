package llmq.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;

/**
 * Text to a stream as UTF-8. Where its reader has gone ({@code llmq … | head -1}) the rest is dropped without a word:
 * the statements still run, and their exit status is what it would have been.
 *
 * <p>Any other failure, such as a full disk, is a {@link llmq.diagnostic.LlmqException} with E302.
 */
public final class Output extends Writer {
    private static final int CHUNK = 8192;

    private final OutputStream stream;
    private final String name;
    private final StringBuilder pending = new StringBuilder();
    private boolean gone;

    /** @param name what an error calls it; {@code null} where nobody is left to hear of one */
    public Output(OutputStream stream, String name) {
        this.stream = stream;
        this.name = name;
    }

    @Override
    public void write(char[] text, int start, int length) {
        pending.append(text, start, length);
        spill();
    }

    @Override
    public void write(String text) {
        pending.append(text);
        spill();
    }

    @Override
    public void write(String text, int start, int length) {
        pending.append(text, start, start + length);
        spill();
    }

    @Override
    public void write(int character) {
        pending.append((char) character);
        spill();
    }

    @Override
    public Output append(CharSequence text) {
        pending.append(text);
        spill();
        return this;
    }

    /** A line, and everything before it, shown at once. */
    public void line(String text) {
        write(text);
        write("\n");
        flush();
    }

    @Override
    public void flush() {
        send(pending.length());
        if (gone) {
            return;
        }
        try {
            stream.flush();
        } catch (IOException e) {
            fail(e);
        }
    }

    @Override
    public void close() {
        flush();
    }

    private void spill() {
        int length = pending.length();
        if (length >= CHUNK) {
            send(Character.isHighSurrogate(pending.charAt(length - 1)) ? length - 1 : length);
        }
    }

    private void send(int length) {
        if (length == 0) {
            return;
        }
        String text = pending.substring(0, length);
        pending.delete(0, length);
        if (gone) {
            return;
        }
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        gone = true;
        String why = e.getMessage() == null ? "it failed" : e.getMessage();
        if (name != null && !why.toLowerCase(Locale.ROOT).contains("pipe")) {
            throw Diagnostic.of(ErrorCode.E302, "cannot write to " + name + ": " + why).toException();
        }
    }
}
