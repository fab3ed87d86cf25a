package llmq.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text as ANTLR reads it, by UTF-16 offset as all spans are: ANTLR's own streams count code points, copy the text
 * and refuse half a surrogate pair.
 */
final class Characters implements CharStream {
    private final String text;
    private int position;

    Characters(String text) {
        this.text = text;
    }

    @Override
    public void consume() {
        if (position >= text.length()) {
            throw new IllegalStateException("consumed past the end");
        }
        position++;
    }

    @Override
    public int LA(int distance) {
        int at = position + (distance > 0 ? distance - 1 : distance);
        return distance == 0 ? 0 : at >= 0 && at < text.length() ? text.charAt(at) : IntStream.EOF;
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
    }

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = Math.min(index, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return UNKNOWN_SOURCE_NAME;
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(Math.min(interval.a, text.length()), Math.min(interval.b + 1, text.length()));
    }

    @Override
    public String toString() {
        return text;
    }
}
