package llmq.sketch;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.Theme;

/**
 * What lies between the axes of a picture, character by character. What is put with a higher rank hides what has a
 * lower one; of equal rank, dots and lines join, and of signs the last one counts.
 */
final class PlotSheet {
    static final int NOTHING = 0;
    static final int BAND = 1;
    static final int CELLS = 2;
    static final int EDGE = 3;
    static final int REFERENCE = 4;
    static final int CURVE = 5;
    static final int STEPS = 6;
    static final int SOLID = 7;
    static final int MARK = 8;
    static final int TEXT = 9;

    static final int UP = 1;
    static final int DOWN = 2;
    static final int LEFT = 4;
    static final int RIGHT = 8;

    /** Dots in a character, across and down. */
    static final int ACROSS = 2;
    static final int DEEP = 4;

    private static final int BRAILLE = 0x2800;
    /** The bits of Unicode's braille patterns: by line, left and right. */
    private static final int[] DOTS = {0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80};
    private static final String LINES = " ╵╷│╴┘┐┤╶└┌├─┴┬┼";
    private static final String ASCII_LINES = " |||-++|-++|-+++";
    private static final String ASCII_STEPS = " |||-'.|-'.|-'.+";
    private static final int HIDDEN = -1;

    private final int columns;
    private final int lines;
    private final boolean unicode;
    private final int[] signs;
    private final byte[] ranks;
    private final byte[] sides;
    private final Role[] roles;
    /** Cells whose ground has the colour, not what stands on it. */
    private final BitSet grounds = new BitSet();
    /** Marks that combine with the character before them. */
    private final Map<Integer, String> tails = new HashMap<>();

    PlotSheet(int columns, int lines, boolean unicode) {
        this.columns = columns;
        this.lines = lines;
        this.unicode = unicode;
        this.signs = new int[columns * lines];
        this.ranks = new byte[signs.length];
        this.sides = new byte[signs.length];
        this.roles = new Role[signs.length];
        Arrays.fill(signs, ' ');
    }

    int columns() {
        return columns;
    }

    int lines() {
        return lines;
    }

    boolean isUnicode() {
        return unicode;
    }

    /** The rank of what stands in a cell; outside, of what nothing hides. */
    int rank(int column, int line) {
        return isOutside(column, line) ? Byte.MAX_VALUE : ranks[line * columns + column];
    }

    /** Whether anything of that rank is to be seen. */
    boolean shows(int rank) {
        for (byte each : ranks) {
            if (each == rank) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mark stands in a cell, or the number of one. */
    boolean isMark(int column, int line) {
        return rank(column, line) == MARK || !isOutside(column, line) && grounds.get(line * columns + column);
    }

    private boolean isOutside(int column, int line) {
        return column < 0 || column >= columns || line < 0 || line >= lines;
    }

    void put(int column, int line, int sign, Role role, int rank) {
        if (rank(column, line) <= rank) {
            int cell = line * columns + column;
            signs[cell] = sign;
            roles[cell] = role;
            ranks[cell] = (byte) rank;
            sides[cell] = 0;
        }
    }

    /** A text from a cell to the right; what does not fit is lost. */
    void text(int column, int line, String text, Role role) {
        int at = column;
        for (int i = 0; i < text.length();) {
            int sign = text.codePointAt(i);
            int width = CellWidth.of(sign);
            if (width == 0 && at > column) {
                tails.merge(line * columns + at - 1, Character.toString(sign), String::concat);
            } else if (width > 0 && at + width <= columns) {
                put(at, line, sign, role, TEXT);
                for (int k = 1; k < width; k++) {
                    put(at + k, line, HIDDEN, role, TEXT);
                }
                at += width;
            }
            i += Character.charCount(sign);
        }
    }

    /** A text whose ground is coloured where there are colours, so that it stands out among marks. */
    void badge(int column, int line, String text, Role role) {
        text(column, line, text, role);
        grounds.set(line * columns + column, line * columns + Math.min(columns, column + CellWidth.of(text)));
    }

    /** A dot of braille, two across and four down in each cell. */
    void dot(int x, int y, Role role, int rank) {
        int column = Math.floorDiv(x, ACROSS);
        int line = Math.floorDiv(y, DEEP);
        int before = rank(column, line);
        if (before <= rank) {
            int cell = line * columns + column;
            int bit = DOTS[Math.floorMod(y, DEEP) * ACROSS + Math.floorMod(x, ACROSS)];
            boolean joins = before == rank && signs[cell] >= BRAILLE && signs[cell] < BRAILLE + 256;
            put(column, line, (joins ? signs[cell] : BRAILLE) | bit, role, rank);
        }
    }

    /** A piece of a line that leaves a cell on some sides. */
    void link(int column, int line, int newSides, Role role, int rank) {
        int before = rank(column, line);
        if (before <= rank) {
            int cell = line * columns + column;
            int all = before == rank ? sides[cell] | newSides : newSides;
            String signs = unicode ? LINES : rank == STEPS ? ASCII_STEPS : ASCII_LINES;
            put(column, line, signs.charAt(all), role, rank);
            sides[cell] = (byte) all;
        }
    }

    /** A level line, both ends included. */
    void across(int line, int from, int to, Role role, int rank) {
        for (int column = Math.min(from, to); column <= Math.max(from, to); column++) {
            link(column, line, (column > Math.min(from, to) ? LEFT : 0) | (column < Math.max(from, to) ? RIGHT : 0),
                    role, rank);
        }
    }

    /** An upright line, both ends included. */
    void upright(int column, int from, int to, Role role, int rank) {
        for (int line = Math.min(from, to); line <= Math.max(from, to); line++) {
            link(column, line, (line > Math.min(from, to) ? UP : 0) | (line < Math.max(from, to) ? DOWN : 0),
                    role, rank);
        }
    }

    /** One line, without spaces at its end. */
    String line(int line, Theme theme) {
        StringBuilder out = new StringBuilder();
        StringBuilder run = new StringBuilder();
        int end = (line + 1) * columns;
        while (end > line * columns && signs[end - 1] == ' ') {
            end--;
        }
        Role role = null;
        boolean ground = false;
        for (int cell = line * columns; cell < end; cell++) {
            if (signs[cell] != ' ' && roles[cell] != role || grounds.get(cell) != ground) {
                paint(role, ground, run, theme, out);
                role = roles[cell];
                ground = grounds.get(cell);
            }
            if (signs[cell] != HIDDEN) {
                run.appendCodePoint(signs[cell]).append(tails.getOrDefault(cell, ""));
            }
        }
        paint(role, ground, run, theme, out);
        return out.toString();
    }

    private static void paint(Role role, boolean ground, StringBuilder run, Theme theme, StringBuilder out) {
        out.append(role == null ? run : ground ? theme.paintGround(role, run.toString())
                : theme.paint(role, run.toString()));
        run.setLength(0);
    }
}
