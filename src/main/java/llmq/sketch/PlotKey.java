package llmq.sketch;

import java.util.ArrayList;
import java.util.List;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Style;
import llmq.text.Wrap;

/** What stands beneath a picture to say whose the numbers in it are, in as many columns as fit. */
final class PlotKey {
    private static final int GAP = 2;

    private final Style style;
    private final boolean signs;
    private final int width;

    /** @param signs whether marks differ, so that a number hides which one it stands for */
    PlotKey(Style style, boolean signs, int width) {
        this.style = style;
        this.signs = signs;
        this.width = width;
    }

    /** As many as there is room for in so many lines, and how many more there are. */
    List<String> folded(List<PlotLabels.Entry> numbered, int most) {
        int shown = numbered.size();
        List<String> lines;
        do {
            shown--;
            lines = running(numbered.subList(0, shown), widths(numbered), (style.unicode() ? "… " : "... ")
                    + (numbered.size() - shown) + " more: /show N");
        } while (shown > 0 && lines.size() > most);
        return lines;
    }

    private int[] widths(List<PlotLabels.Entry> numbered) {
        int[] widths = new int[numbered.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.min(width, number(numbered.get(i)).length() + 1 + CellWidth.of(sign(numbered.get(i)))
                    + CellWidth.of(text(numbered.get(i))));
        }
        return widths;
    }

    /** @param bare how many of all labels are neither in the picture nor here */
    List<String> lines(List<PlotLabels.Entry> numbered, int bare, int all) {
        int[] widths = widths(numbered);
        int digits = 0;
        for (int i = 0; i < widths.length; i++) {
            digits = Math.max(digits, number(numbered.get(i)).length());
        }
        List<String> running = running(numbered, widths, "");
        int[] even = new int[widths.length];
        for (int i = 0; i < even.length; i++) {
            even[i] = Math.min(width, widths[i] + digits - number(numbered.get(i)).length());
        }
        int down = 1;
        while (down < even.length && length(even, down) > width) {
            down++;
        }
        // Columns are read more easily, but a single long name makes them too few.
        List<String> lines = down > running.size() + 1 || numbered.isEmpty() ? running
                : columns(numbered, even, down, digits);
        if (bare > 0) {
            String text = bare + " more " + (bare == 1 ? "has" : "have") + " no label: label top " + all
                    + (bare == 1 ? " numbers it" : " numbers them");
            for (String part : Wrap.lines(text, width)) {
                lines.add(style.theme().paint(Role.REMARK, part));
            }
        }
        return lines;
    }

    /** One after the other. @param rest what stands after the last one */
    private List<String> running(List<PlotLabels.Entry> numbered, int[] widths, String rest) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (int i = 0; i < numbered.size() + (rest.isEmpty() ? 0 : 1); i++) {
            int wide = i < numbered.size() ? widths[i] : rest.length();
            if (used > 0 && used + GAP + wide > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(used > 0 ? " ".repeat(GAP) : "");
            used += (used > 0 ? GAP : 0) + wide;
            if (i < numbered.size()) {
                write(numbered.get(i), 0, line);
            } else {
                line.append(style.theme().paint(Role.REMARK, rest));
            }
        }
        if (used > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    private List<String> columns(List<PlotLabels.Entry> numbered, int[] widths, int down, int digits) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < down; row++) {
            StringBuilder line = new StringBuilder();
            int at = 0;
            int start = 0;
            for (int first = 0; first + row < widths.length; first += down) {
                PlotLabels.Entry entry = numbered.get(first + row);
                int pad = digits - number(entry).length();
                line.append(" ".repeat(start - at + pad));
                write(entry, pad, line);
                at = start + widths[first + row];
                start += widest(widths, first, down) + GAP;
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** @param pad columns before it that count as its own */
    private void write(PlotLabels.Entry entry, int pad, StringBuilder line) {
        String text = text(entry);
        int room = width - pad - number(entry).length() - 1 - CellWidth.of(sign(entry));
        String fitting = CellWidth.of(text) <= room ? text : Wrap.ended(text, room, style.ellipsis());
        line.append(style.theme().paintGround(entry.mark().role(), number(entry))).append(' ');
        if (!sign(entry).isEmpty()) {
            line.append(style.theme().paint(entry.mark().role(), sign(entry).strip())).append(' ');
        }
        line.append(style.theme().paint(Role.LABEL, fitting));
    }

    /** How long the longest line is, in columns of so many lines. */
    private static int length(int[] widths, int down) {
        int length = -GAP;
        for (int first = 0; first < widths.length; first += down) {
            length += GAP + widest(widths, first, down);
        }
        return length;
    }

    private static int widest(int[] widths, int first, int down) {
        int widest = 0;
        for (int i = first; i < Math.min(widths.length, first + down); i++) {
            widest = Math.max(widest, widths[i]);
        }
        return widest;
    }

    private static String number(PlotLabels.Entry entry) {
        return Integer.toString(entry.label().number());
    }

    /** Letters, which marks are where there is nothing better, would be read as a part of the name. */
    private String sign(PlotLabels.Entry entry) {
        String sign = entry.mark().sign();
        return !signs || sign.isEmpty() ? "" : style.unicode() ? sign + " " : "(" + sign + ") ";
    }

    private String text(PlotLabels.Entry entry) {
        String text = style.words(SafeText.of(entry.label().text()));
        return entry.where() == null ? text : text + " (" + entry.where() + ")";
    }
}
