package llmq.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Style;
import llmq.text.Theme;
import llmq.text.Wrap;

/** Errors for people: what is wrong, its line with the place underlined, and what would be right. */
public final class DiagnosticPrinter {
    /** Where there is no window lines stay whole, unless they are longer than anybody writes one. */
    private static final int LONGEST = 1000;
    private static final int LEAST_WIDTH = 30;
    private static final int TAB = 4;
    private static final int INDENT = 2;
    private static final String HELP = "help:";
    /** More errors at once than these help nobody in a window. */
    private static final int MOST = 20;
    /** A sentence that quotes a text or a name of any length keeps so much of its start and of its end. */
    private static final int SENTENCE_START = 700;
    private static final int SENTENCE_END = 200;

    private final Style style;

    public DiagnosticPrinter(Style style) {
        this.style = style;
    }

    /** What it writes of them. */
    public String text(List<Diagnostic> diagnostics) {
        StringBuilder text = new StringBuilder();
        try {
            print(diagnostics, text);
        } catch (IOException e) {
            // Only memory is written to.
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** In a window the first ones, and how many more there are; else all of them. */
    public void print(List<Diagnostic> diagnostics, Appendable out) throws IOException {
        int shown = style.width() == 0 ? diagnostics.size() : Math.min(diagnostics.size(), MOST);
        for (int i = 0; i < shown; i++) {
            print(diagnostics.get(i), out);
        }
        if (shown < diagnostics.size()) {
            int more = diagnostics.size() - shown;
            out.append("and ").append(Integer.toString(more)).append(more == 1 ? " more error\n" : " more errors\n");
        }
    }

    public void print(Diagnostic diagnostic, Appendable out) throws IOException {
        Theme theme = style.theme();
        SourceText source = diagnostic.source();
        String code = diagnostic.code().name();
        String head = style.plain() ? "error " + code : "error[" + code + "]";
        out.append(theme.paint(Role.ERROR, head));
        boolean placed = source != null && source.name() != null;
        if (placed) {
            int at = diagnostic.span().start();
            String place = SafeText.of(source.name()) + ":" + source.line(at) + ":" + source.column(at);
            String in = style.plain() ? " in " : " ";
            out.append(in).append(theme.paint(Role.PLACE, place));
            head += in + place;
        }
        out.append(": ");
        sentence(SafeText.of(brief(diagnostic.message())), CellWidth.of(head) + 2, INDENT, out);
        if (source != null) {
            excerpt(source, diagnostic.span(), out);
        }
        for (String help : diagnostic.help()) {
            out.append(style.plain() ? "" : "  ").append(theme.paint(Role.HELP, HELP)).append(' ');
            sentence(SafeText.of(brief(help)), INDENT + HELP.length() + 1, 2 * INDENT, out);
        }
    }

    /** The rest of a line of which so much is used, those after it indented. No word is broken: it may be a path. */
    private void sentence(String text, int used, int indent, Appendable out) throws IOException {
        int width = style.width() == 0 ? Integer.MAX_VALUE : Math.max(LEAST_WIDTH, style.width());
        int at = used;
        int start = 0;
        while (start < text.length()) {
            int word = start;
            while (word < text.length() && text.charAt(word) == ' ') {
                word++;
            }
            int end = text.indexOf(' ', word);
            end = end < 0 ? text.length() : end;
            int takes = CellWidth.of(text.substring(start, end));
            if (start > 0 && at + takes > width) {
                out.append("\n").append(" ".repeat(indent));
                at = indent;
                start = word;
                takes = CellWidth.of(text.substring(start, end));
            }
            out.append(text, start, end);
            at += takes;
            start = end;
        }
        out.append("\n");
    }

    /** The text, without its middle where it is very long. */
    private String brief(String text) {
        if (text.length() <= SENTENCE_START + SENTENCE_END) {
            return text;
        }
        int start = Line.whole(text, SENTENCE_START);
        int end = Line.whole(text, text.length() - SENTENCE_END);
        return text.substring(0, start) + " " + style.ellipsis() + " " + text.substring(end);
    }

    private void excerpt(SourceText source, Span span, Appendable out) throws IOException {
        int start = Math.min(span.start(), source.text().length());
        int lineStart = source.lineStart(start);
        int lineEnd = Math.max(source.lineEnd(start), Math.min(start, source.text().length()));
        boolean numbered = source.name() != null || source.text().strip().indexOf('\n') >= 0;
        String number = numbered ? Integer.toString(source.line(start)) : "";
        String margin = "  " + number + (numbered ? " " : "") + (style.unicode() ? "│ " : "| ");
        int room = Math.max(LEAST_WIDTH, (style.width() == 0 ? LONGEST : style.width()) - CellWidth.of(margin) - 1);
        int end = Math.max(start, Math.min(span.end(), lineEnd));
        Line line = Line.of(source.text(), lineStart, lineEnd, start, end, room, style.ellipsis());
        if (style.plain()) {
            out.append("line").append(number.isEmpty() ? "" : " ").append(number).append(": ").append(line.text())
                    .append("\n");
            out.append(end > start ? "at: " + line.spot() + "\n" : "");
            return;
        }
        Theme theme = style.theme();
        out.append(theme.paint(Role.PLACE, line.text().isEmpty() ? margin.stripTrailing() : margin))
                .append(line.text()).append("\n");
        String gutter = "  " + " ".repeat(number.length() + (numbered ? 1 : 0)) + (style.unicode() ? "│ " : "| ");
        out.append(theme.paint(Role.PLACE, gutter)).append(" ".repeat(line.before()))
                .append(theme.paint(Role.ERROR_SPOT, "^".repeat(Math.max(1, line.under())))).append("\n");
    }

    /**
     * A line as it is shown.
     *
     * @param before columns of the window before the underlined place
     * @param under  columns that it takes
     */
    private record Line(String text, int before, int under, String spot) {

        static Line of(String text, int lineStart, int lineEnd, int start, int end, int room, String ellipsis) {
            // Only a piece around the place is looked at: the line may be of any length.
            int from = whole(text, Math.max(lineStart, start - room));
            int to = whole(text, Math.min(lineEnd, start + 2 * room));
            int spotEnd = Math.min(end, to);
            String before = visible(text, from, start, 0);
            String spot = visible(text, start, spotEnd, CellWidth.of(before));
            String after = visible(text, spotEnd, to, CellWidth.of(before) + CellWidth.of(spot));
            boolean cutLeft = from > lineStart;
            boolean cutRight = to < lineEnd;
            int spotRoom = room * 2 / 3;
            if (CellWidth.of(spot) > spotRoom) {
                spot = spot.substring(0, Wrap.prefix(spot, spotRoom));
                after = "";
                cutRight = true;
            }
            int rest = room - CellWidth.of(spot);
            int mark = CellWidth.of(ellipsis);
            int wantsLeft = CellWidth.of(before) + (cutLeft ? mark : 0);
            int wantsRight = CellWidth.of(after) + (cutRight ? mark : 0);
            int left = Math.min(wantsLeft, Math.max(rest / 2, rest - wantsRight));
            if (cutLeft || wantsLeft > left) {
                before = ellipsis + ending(before, left - mark);
            }
            int right = rest - CellWidth.of(before);
            if (cutRight || wantsRight > right) {
                after = after.substring(0, Wrap.prefix(after, right - mark)) + ellipsis;
            }
            return new Line(before + spot + after, CellWidth.of(before), CellWidth.of(spot), spot);
        }

        /** The offset, or the next one where it would split a character. */
        private static int whole(String text, int offset) {
            boolean within = offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset))
                    && Character.isHighSurrogate(text.charAt(offset - 1));
            return within ? offset + 1 : offset;
        }

        /** The end of a text that fits into the width. */
        private static String ending(String text, int width) {
            int i = text.length();
            int used = 0;
            while (i > 0) {
                int character = text.codePointBefore(i);
                used += CellWidth.of(character);
                if (used > width) {
                    break;
                }
                i -= Character.charCount(character);
            }
            return text.substring(i);
        }

        /** Part of a line with tabs as spaces and control characters as escapes. */
        private static String visible(String text, int from, int to, int column) {
            StringBuilder out = new StringBuilder();
            int at = column;
            int i = from;
            while (i < to) {
                int character = text.codePointAt(i);
                int before = out.length();
                if (character == '\t') {
                    out.append(" ".repeat(TAB - at % TAB));
                } else if (SafeText.isUnsafe(character)) {
                    SafeText.appendEscape(out, character);
                } else {
                    out.appendCodePoint(character);
                }
                at += CellWidth.of(out.substring(before));
                i += Character.charCount(character);
            }
            return out.toString();
        }
    }
}
