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
    /** What stands for a mark that is not printed while lines are filled: characters that take no room. */
    private static final String NO_STAR = "\u2060\u2060";
    private static final String NO_QUOTE = "\u2061";

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
        List<String> lines = Wrap.lines(hidden(text), width - CellWidth.of(first));
        Inline.Pieces pieces = new Inline.Pieces();
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? first : rest).append(line(marked(lines.get(i)), pieces)).append('\n');
        }
        return out.toString();
    }

    private String hidden(String text) {
        String starless = text.replace("**", NO_STAR);
        return style.theme().isNone() ? starless : starless.replace("`", NO_QUOTE);
    }

    private static String marked(String line) {
        return line.replace(NO_STAR, "**").replace(NO_QUOTE, "`");
    }

    private String line(String line, Inline.Pieces pieces) {
        if (style.theme().isNone()) {
            // The quotes are all that tells code from words then.
            return style.line(line.replace("**", ""));
        }
        StringBuilder out = new StringBuilder();
        for (Inline piece : pieces.of(line)) {
            String text = style.line(piece.text());
            out.append(switch (piece.kind()) {
                case PLAIN -> text;
                case CODE -> style.theme().paint(Role.KEYWORD, text);
                case STRONG -> style.theme().paint(Role.HEADER, text);
            });
        }
        return out.toString();
    }
}
