package llmq.present;

import java.util.ArrayList;
import java.util.List;
import llmq.text.CellWidth;

/** Breaks painted lines, so that each piece has its colours and none is wider than the window. */
final class Fold {
    private static final char ESCAPE = '\u001b';
    private static final String END = "\u001b[0m";

    private final List<String> characters = new ArrayList<>();
    /** The escape sequences that hold at each character. */
    private final List<String> colours = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    private Fold(String line) {
        String colour = "";
        int i = 0;
        while (i < line.length()) {
            int end = line.charAt(i) == ESCAPE ? line.indexOf('m', i) + 1 : 0;
            if (end > 0) {
                String sequence = line.substring(i, end);
                colour = sequence.equals(END) ? "" : colour + sequence;
                i = end;
            } else {
                int character = line.codePointAt(i);
                characters.add(new String(Character.toChars(character)));
                colours.add(colour);
                widths.add(CellWidth.of(character));
                i += Character.charCount(character);
            }
        }
    }

    /** All lines of a text, broken at spaces where there are any. @param indent columns before a piece that goes on */
    static List<String> lines(String text, int width, int indent) {
        List<String> lines = new ArrayList<>();
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (String line : body.split("\n", -1)) {
            if (line.length() <= width) {
                lines.add(line);
            } else {
                new Fold(line).into(lines, width, Math.min(indent, width / 2));
            }
        }
        return lines;
    }

    /** The start of a line, no wider than that. */
    static String cut(String line, int width) {
        List<String> lines = lines(line, width, 0);
        return lines.get(0);
    }

    private void into(List<String> lines, int width, int indent) {
        int start = 0;
        while (start < characters.size()) {
            int before = start == 0 ? 0 : indent;
            int end = start;
            int used = before;
            while (end < characters.size() && used + widths.get(end) <= width) {
                used += widths.get(end);
                end++;
            }
            end = Math.max(end, start + 1);
            int next = end;
            if (end < characters.size()) {
                int space = end;
                while (space > start && !characters.get(space).equals(" ")) {
                    space--;
                }
                if (!isBlank(start, space)) {
                    end = space;
                    next = space + 1;
                }
            }
            lines.add(" ".repeat(before) + painted(start, end));
            start = next;
        }
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!characters.get(i).equals(" ")) {
                return false;
            }
        }
        return true;
    }

    private String painted(int start, int end) {
        StringBuilder out = new StringBuilder();
        String colour = "";
        for (int i = start; i < end; i++) {
            if (!colours.get(i).equals(colour)) {
                out.append(colour.isEmpty() ? "" : END).append(colours.get(i));
                colour = colours.get(i);
            }
            out.append(characters.get(i));
        }
        return out.append(colour.isEmpty() ? "" : END).toString();
    }
}
