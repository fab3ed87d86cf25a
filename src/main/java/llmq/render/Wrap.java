package llmq.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Texts fitted into a width. */
final class Wrap {
    private Wrap() {
    }

    /** The text in lines no wider than {@code width}, broken at spaces where there are any; no limit if 0. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            add(lines, text.substring(start, end), width);
            start = end + 1;
        }
        add(lines, text.substring(start), width);
        return lines;
    }

    private static void add(List<String> lines, String paragraph, int width) {
        String rest = paragraph;
        while (width > 0 && CellWidth.of(rest) > width) {
            int fits = Math.max(prefix(rest, width), rest.offsetByCodePoints(0, 1));
            int space = rest.lastIndexOf(' ', fits);
            boolean indented = space > 0 && rest.substring(0, space).isBlank();
            int cut = space > 0 && !indented ? space : fits;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
    }

    /** How many chars of the text fit into the width, never half a character or a mark without its base. */
    static int prefix(String text, int width) {
        int used = 0;
        int i = 0;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            used += CellWidth.of(character);
            if (used > width) {
                break;
            }
            i += Character.charCount(character);
        }
        return i;
    }

    /** The text, cut to the width with an ellipsis at its end if it is wider. */
    static String cut(String text, int width, String ellipsis) {
        return CellWidth.of(text) <= width ? text : ended(text, width, ellipsis);
    }

    /** The text with an ellipsis at its end, no wider than the width. */
    static String ended(String text, int width, String ellipsis) {
        return text.substring(0, prefix(text, Math.max(0, width - CellWidth.of(ellipsis)))) + ellipsis;
    }

    /** Writes a text in lines, those after the first indented. */
    static void print(String text, int width, int indent, Role role, Theme theme, Appendable out)
            throws IOException {
        List<String> lines = lines(text, width == 0 ? 0 : Math.max(20, width - indent));
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? "" : " ".repeat(indent)).append(theme.paint(role, lines.get(i))).append("\n");
        }
    }
}
