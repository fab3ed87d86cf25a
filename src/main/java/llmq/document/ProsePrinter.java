package llmq.document;

import java.util.List;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.Style;
import llmq.text.Wrap;

/** Prints prose for people, in lines no longer than the window, nor than can be read with ease. */
public final class ProsePrinter {
    /** Longer lines are hard to find the next one of. */
    private static final int WIDEST = 80;

    private final Style style;
    private final int width;

    public ProsePrinter(Style style) {
        this.style = style;
        this.width = style.width() == 0 ? WIDEST : Math.min(style.width(), WIDEST);
    }

    /** With an empty line between one block and the next. */
    public String print(List<Block> blocks) {
        StringBuilder out = new StringBuilder();
        for (Block block : blocks) {
            out.append(out.length() == 0 ? "" : "\n");
            print(block, out);
        }
        return out.toString();
    }

    private void print(Block block, StringBuilder out) {
        if (block instanceof Block.Heading heading) {
            for (String line : Wrap.lines(heading.text(), width)) {
                out.append(style.theme().paint(Role.HEADER, style.line(line))).append('\n');
            }
        } else if (block instanceof Block.Paragraph paragraph) {
            out.append(text(paragraph.text(), "", ""));
        } else if (block instanceof Block.Points points) {
            for (String point : points.points()) {
                out.append(text(point, "- ", "  "));
            }
        } else if (block instanceof Block.Verbatim verbatim) {
            for (String line : verbatim.lines()) {
                out.append(line.isEmpty() ? "" : "    " + style.line(line)).append('\n');
            }
        }
    }

    /** @param first what stands before the first line; @param rest before the others */
    public String text(String text, String first, String rest) {
        StringBuilder out = new StringBuilder();
        List<String> lines = Wrap.lines(text, width - CellWidth.of(first));
        Inline inline = new Inline(style);
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? first : rest).append(inline.line(lines.get(i))).append('\n');
        }
        return out.toString();
    }

    /** What is in backquotes and in stars, which may go on from one line to the next. */
    private static final class Inline {
        private final Style style;
        private boolean code;
        private boolean strong;

        Inline(Style style) {
            this.style = style;
        }

        String line(String line) {
            StringBuilder out = new StringBuilder();
            StringBuilder run = new StringBuilder();
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                boolean stars = !code && line.startsWith("**", i);
                if (c == '`' || stars) {
                    flush(run, out);
                    if (stars) {
                        strong = !strong;
                        i++;
                    } else {
                        code = !code;
                        // Without colour the quotes are all that tells code from words.
                        out.append(style.theme().isNone() ? "`" : "");
                    }
                } else {
                    run.append(c);
                }
            }
            flush(run, out);
            return out.toString();
        }

        private void flush(StringBuilder run, StringBuilder out) {
            String text = style.line(run.toString());
            out.append(code ? style.theme().paint(Role.NAME, text)
                    : strong ? style.theme().paint(Role.HEADER, text) : text);
            run.setLength(0);
        }
    }
}
