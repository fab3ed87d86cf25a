package llmq.render;

import java.util.ArrayList;
import java.util.List;
import llmq.result.Layout;
import llmq.result.Result;

/**
 * Rows as JSON objects; of a table of terms an object for each fit, its terms within. Written by hand: loading a
 * library's generator takes more than twenty milliseconds, for three kinds of value.
 */
final class JsonObjects {
    private static final String TERMS = "terms";

    private final CellSource source;
    private final List<String> keys = new ArrayList<>();
    private final Sink sink = new Sink();
    /** How many of the keys are of the fit, and the first row of each fit; {@code null} where there are no fits. */
    private int ofFit;
    private int[] fits;

    JsonObjects(Result result) {
        source = CellSource.of(result);
        if (result.layout() == Layout.FIT) {
            fits = TermRows.starts(result);
            ofFit = TermRows.columns(CellSource.shown(result));
            addFitKeys(source.given());
        } else {
            addKeys(source.titles());
        }
    }

    private void addKeys(List<String> titles) {
        for (String title : titles) {
            StringBuilder key = new StringBuilder();
            quote(key, title);
            keys.add(key.append(": ").toString());
        }
    }

    /** What is of the fit and what is of a term stand in objects of their own: each has its own keys. */
    private void addFitKeys(List<String> titles) {
        List<String> fit = new ArrayList<>(List.of(TERMS));
        fit.addAll(titles.subList(0, ofFit));
        addKeys(CellSource.unique(fit).subList(1, fit.size()));
        addKeys(CellSource.unique(titles.subList(ofFit, titles.size())));
    }

    int size() {
        return fits == null ? source.rows() : fits.length;
    }

    /** @param indent what stands before an object within this one, on a line of its own; {@code null} for no lines */
    void append(StringBuilder line, int i, String indent) {
        sink.line = line;
        line.append('{');
        if (fits == null) {
            appendCells(line, i, 0, keys.size());
        } else {
            appendCells(line, fits[i], 0, ofFit);
            line.append(ofFit == 0 ? "\"" : ", \"").append(TERMS).append("\": [");
            int end = i + 1 < fits.length ? fits[i + 1] : source.rows();
            for (int row = fits[i]; row < end; row++) {
                line.append(row == fits[i] ? "" : indent == null ? ", " : ",");
                line.append(indent == null ? "" : "\n" + indent).append('{');
                appendCells(line, row, ofFit, keys.size());
                line.append('}');
            }
            line.append(']');
        }
        line.append('}');
    }

    private void appendCells(StringBuilder line, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            line.append(i == from ? "" : ", ").append(keys.get(i));
            source.write(row, i, sink);
        }
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
