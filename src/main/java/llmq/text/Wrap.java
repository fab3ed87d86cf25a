package llmq.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Texts fitted into a width. */
public final class Wrap {
    private Wrap() {
    }

    /** The text in lines no wider than {@code width}, broken at spaces where there are any; no limit if 0. */
    public static List<String> lines(String text, int width) {
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
        int length = paragraph.length();
        int start = 0;
        while (width > 0 && start < length) {
            int fits = Math.max(prefix(paragraph, start, width), paragraph.offsetByCodePoints(start, 1));
            if (fits == length) {
                break;
            }
            int space = fits;
            while (space > start && !isPlace(paragraph, space)) {
                space--;
            }
            // Spaces at the very beginning are an indent, no place to break.
            boolean breaks = space > start && !paragraph.substring(start, space).isBlank();
            int cut = breaks ? space : fits;
            lines.add(paragraph.substring(start, cut).stripTrailing());
            start = cut;
            while (start < length && paragraph.charAt(start) == ' ') {
                start++;
            }
        }
        if (start < length || length == 0) {
            lines.add(paragraph.substring(start));
        }
    }

    /** Whether a line may end here: a number keeps its percent sign. */
    private static boolean isPlace(String paragraph, int at) {
        return paragraph.charAt(at) == ' ' && (at + 1 == paragraph.length() || paragraph.charAt(at + 1) != '%');
    }

    /** How many chars of the text fit into the width, never half a character or a mark without its base. */
    public static int prefix(String text, int width) {
        return prefix(text, 0, width);
    }

    /** Where the part of the text ends that begins at {@code start} and fits into the width. */
    private static int prefix(String text, int start, int width) {
        int used = 0;
        int i = start;
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

    /** The text with an ellipsis at its end, no wider than the width. */
    public static String ended(String text, int width, String ellipsis) {
        return text.substring(0, prefix(text, Math.max(0, width - CellWidth.of(ellipsis)))) + ellipsis;
    }

    /** Writes a text in lines, those after the first indented. */
    public static void print(String text, int width, int indent, Role role, Theme theme, Appendable out)
            throws IOException {
        List<String> lines = lines(text, width == 0 ? 0 : Math.max(20, width - indent));
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? "" : " ".repeat(indent)).append(theme.paint(role, lines.get(i))).append("\n");
        }
    }
}
