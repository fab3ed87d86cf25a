package llmq.render;

import java.util.ArrayList;
import java.util.List;
import llmq.result.Result;

/**
 * Rows as JSON objects. Written by hand: loading a library's generator takes more than twenty milliseconds, for
 * three kinds of value.
 */
final class JsonObjects {
    private final CellSource source;
    private final List<String> keys = new ArrayList<>();
    private final Sink sink = new Sink();

    JsonObjects(Result result) {
        source = CellSource.of(result);
        for (String title : source.titles()) {
            StringBuilder key = new StringBuilder();
            quote(key, title);
            keys.add(key.append(": ").toString());
        }
    }

    int rows() {
        return source.rows();
    }

    void appendRow(StringBuilder line, int row) {
        sink.line = line;
        line.append('{');
        for (int i = 0; i < keys.size(); i++) {
            line.append(i == 0 ? "" : ", ").append(keys.get(i));
            source.write(row, i, sink);
        }
        line.append('}');
    }

    /** The single value of a result that has but one. */
    void appendValue(StringBuilder line) {
        sink.line = line;
        if (source.rows() == 0) {
            sink.unknown();
        } else {
            source.write(0, 0, sink);
        }
    }

    /** The text as a JSON string. Control characters, line separators and half characters are escaped. */
    static void quote(StringBuilder line, String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> line.append("\\\"");
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (isLiteral(text, i)) {
                        line.append(c);
                    } else {
                        line.append("\\u");
                        for (int shift = 12; shift >= 0; shift -= 4) {
                            line.append(Character.forDigit(c >> shift & 15, 16));
                        }
                    }
                }
            }
        }
        line.append('"');
    }

    private static boolean isLiteral(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c >= ' ' && (c < 0x7F || c >= 0xA0) && c != 0x2028 && c != 0x2029;
    }

    private static final class Sink implements CellSink {
        private StringBuilder line;

        @Override
        public void plain(Kind kind, CharSequence text) {
            if (kind == Kind.DATE) {
                line.append('"').append(text).append('"');
            } else {
                line.append(text);
            }
        }

        @Override
        public void text(String text) {
            quote(line, text);
        }

        @Override
        public void unknown() {
            line.append("null");
        }
    }
}
