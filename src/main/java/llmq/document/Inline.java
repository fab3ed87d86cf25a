package llmq.document;

import java.util.ArrayList;
import java.util.List;

/** A piece of a line of prose. */
public record Inline(Kind kind, String text) {
    /** What is said of it by the signs around it. */
    public enum Kind {
        PLAIN,
        /** In backquotes. */
        CODE,
        /** In two stars. */
        STRONG
    }

    /** The pieces of a text, without the signs. A sign without its fellow goes on to the end. */
    public static List<Inline> of(String text) {
        return new Pieces().of(text);
    }

    /** Takes lines apart one after another, where a piece may go on from one to the next. */
    static final class Pieces {
        private Kind kind = Kind.PLAIN;

        List<Inline> of(String text) {
            List<Inline> pieces = new ArrayList<>();
            int from = 0;
            for (int i = 0; i < text.length(); i++) {
                boolean quote = text.charAt(i) == '`' && kind != Kind.STRONG;
                boolean stars = kind != Kind.CODE && text.startsWith("**", i);
                if (quote || stars) {
                    add(pieces, text.substring(from, i));
                    Kind meant = quote ? Kind.CODE : Kind.STRONG;
                    kind = kind == meant ? Kind.PLAIN : meant;
                    i += stars ? 1 : 0;
                    from = i + 1;
                }
            }
            add(pieces, text.substring(from));
            return pieces;
        }

        private void add(List<Inline> pieces, String text) {
            if (!text.isEmpty()) {
                pieces.add(new Inline(kind, text));
            }
        }
    }
}
