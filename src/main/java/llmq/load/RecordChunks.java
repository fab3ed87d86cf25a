package llmq.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts the bytes of a CSV file into chunks that end where a record ends, so that several threads can parse them each
 * by itself. A line end within quotes is no such place; only a chunk that holds a quote is looked at byte by byte.
 */
final class RecordChunks {

    /** Bytes of whole records; used again for the next chunk. */
    static final class Chunk {
        byte[] bytes;
        int length;
        /** Position in the file's sequence of chunks, from 0. */
        int index;
        /** Where a quote opens that is never closed in as many bytes as a record may have; −1 where all is well. */
        int openQuote;
        /** The record is longer than any may be. */
        boolean tooLong;

        Chunk(int size) {
            bytes = new byte[size];
        }
    }

    static final char UNDECIDED = 0;
    static final int USUAL = 1 << 18;
    /** Most bytes that a record may have. */
    static final int LONGEST = 1 << 24;
    /** What some programs put in front of UTF-8. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private byte separator;
    private byte[] rest;
    private boolean ended;
    private int count;

    /** @param separator between two cells, or {@link #UNDECIDED} to take it from the first line */
    RecordChunks(InputStream in, char separator) throws IOException {
        this.in = in;
        this.separator = (byte) separator;
        byte[] start = in.readNBytes(MARK.length);
        rest = Arrays.equals(start, MARK) ? new byte[0] : start;
    }

    char separator() {
        return (char) separator;
    }

    /** Whether the chunk given last was the last. */
    boolean isEnded() {
        return ended && rest.length == 0;
    }

    /** Fills the chunk; {@code false} at the end. */
    boolean next(Chunk chunk) throws IOException {
        if (chunk.bytes.length < rest.length) {
            chunk.bytes = new byte[rest.length];
        }
        System.arraycopy(rest, 0, chunk.bytes, 0, rest.length);
        int filled = rest.length;
        int end;
        chunk.openQuote = -1;
        chunk.tooLong = false;
        while (true) {
            filled += fill(chunk.bytes, filled);
            if (count == 0 && separator == UNDECIDED) {
                separator = (byte) likelySeparator(chunk.bytes, filled);
            }
            end = filled == 0 ? 0 : lastEnd(chunk, filled);
            if (end > 0 || ended) {
                break;
            }
            if (chunk.bytes.length >= LONGEST) {
                chunk.tooLong = true;
                ended = true;
                end = filled;
                break;
            }
            chunk.bytes = Arrays.copyOf(chunk.bytes, chunk.bytes.length * 2);
        }
        if (ended && !chunk.tooLong) {
            end = filled;
        } else {
            chunk.openQuote = chunk.tooLong ? chunk.openQuote : -1;
        }
        rest = Arrays.copyOfRange(chunk.bytes, end, filled);
        chunk.length = end;
        chunk.index = count++;
        return end > 0;
    }

    private int fill(byte[] bytes, int from) throws IOException {
        if (ended) {
            return 0;
        }
        int read = in.readNBytes(bytes, from, bytes.length - from);
        ended = read < bytes.length - from;
        return read;
    }

    /** Where the last whole record of the chunk ends; 0 if none does. */
    private int lastEnd(Chunk chunk, int length) {
        byte[] bytes = chunk.bytes;
        chunk.openQuote = -1;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '"') {
                return lastEndOutsideQuotes(chunk, i, length);
            }
        }
        return lastLineEnd(bytes, length, length);
    }

    /** A comma, unless the first line has none and does have a semicolon or a tab. */
    private static char likelySeparator(byte[] bytes, int length) {
        boolean quoted = false;
        char other = ',';
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                if (b == ',' || (b == '\n' || b == '\r') && i > 0) {
                    return b == ',' ? ',' : other;
                }
                other = other == ',' && (b == ';' || b == '\t') ? (char) b : other;
            }
        }
        return other;
    }

    private static int lastLineEnd(byte[] bytes, int to, int length) {
        for (int i = to - 1; i >= 0; i--) {
            if (bytes[i] == '\n' || bytes[i] == '\r' && i + 1 < length && bytes[i + 1] != '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private int lastEndOutsideQuotes(Chunk chunk, int firstQuote, int length) {
        byte[] bytes = chunk.bytes;
        int last = lastLineEnd(bytes, firstQuote, length);
        boolean start = firstQuote == 0 || firstQuote == last || bytes[firstQuote - 1] == separator;
        boolean quoted = false;
        boolean closed = false;
        for (int i = firstQuote; i < length; i++) {
            byte b = bytes[i];
            if (quoted) {
                if (b == '"') {
                    quoted = false;
                    closed = true;
                }
            } else if (b == '"') {
                if (start || closed) {
                    // Either a cell begins, or a doubled quote goes on with it.
                    chunk.openQuote = start ? i : chunk.openQuote;
                    quoted = true;
                }
                start = false;
            } else if (b == separator) {
                start = true;
                closed = false;
            } else if (b == '\n' || b == '\r' && i + 1 < length && bytes[i + 1] != '\n') {
                last = i + 1;
                start = true;
                closed = false;
            } else if (b != '\r') {
                start = false;
            }
        }
        chunk.openQuote = quoted ? chunk.openQuote : -1;
        return last;
    }
}
