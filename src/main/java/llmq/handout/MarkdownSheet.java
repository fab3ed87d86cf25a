package llmq.handout;

import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.document.Block;
import llmq.document.Inline;
import llmq.document.Recording;
import llmq.render.MarkdownPrinter;
import llmq.render.Printers;
import llmq.result.Format;
import llmq.result.Result;
import llmq.session.Session;
import llmq.text.SafeText;
import llmq.text.Style;

/** Writes Markdown, which shows pictures in characters. */
final class MarkdownSheet implements Sheet {
    private static final String FENCE = "```";
    /** To write on; a sign by itself would be markup. */
    private static final String BLANK = "\\_".repeat(16);

    private final StringBuilder out = new StringBuilder();

    @Override
    public void title(String title, String about) {
        out.append("# ").append(inline(title)).append("\n\n");
        if (!about.isEmpty()) {
            out.append("*").append(inline(about)).append("*\n\n");
        }
    }

    @Override
    public void names() {
        out.append("Name ").append(BLANK).append(" Date ").append(BLANK).append("\n\n");
    }

    @Override
    public void teacher() {
        out.append("**The teacher's copy: with notes, hints and answers**\n\n");
    }

    @Override
    public void prose(Block block) {
        if (block instanceof Block.Heading heading) {
            out.append("## ").append(inline(heading.text())).append("\n\n");
        } else if (block instanceof Block.Paragraph paragraph) {
            out.append(inline(paragraph.text())).append("\n\n");
        } else if (block instanceof Block.Points points) {
            for (String point : points.points()) {
                out.append("- ").append(inline(point)).append('\n');
            }
            out.append('\n');
        } else if (block instanceof Block.Verbatim verbatim) {
            fenced("text", String.join("\n", verbatim.lines()));
        }
    }

    /** With the signs that prose has in a document, and no others. */
    private static String inline(String text) {
        StringBuilder out = new StringBuilder();
        for (Inline piece : Inline.of(SafeText.of(text))) {
            out.append(switch (piece.kind()) {
                case PLAIN -> MarkdownPrinter.escape(piece.text());
                case CODE -> "`" + piece.text() + "`";
                case STRONG -> "**" + MarkdownPrinter.escape(piece.text()) + "**";
            });
        }
        return out.toString();
    }

    private void fenced(String info, String text) {
        out.append(FENCE).append(info).append('\n').append(text).append('\n').append(FENCE).append("\n\n");
    }

    @Override
    public void query(String text) {
        fenced("llmq", text);
    }

    @Override
    public void result(Result result, Session session) {
        out.append(Printers.of(Format.MARKDOWN, Style.WHOLE).text(result)).append('\n');
    }

    @Override
    public void message(String message) {
        out.append(MarkdownPrinter.escape(message)).append("\n\n");
    }

    @Override
    public void failure(List<Diagnostic> diagnostics) {
        fenced("text", Recording.errors(diagnostics));
    }

    @Override
    public void exercise(int number, String title, boolean extra) {
        out.append("### Exercise ").append(number).append(": ").append(inline(title))
                .append(extra ? " (if there is time)" : "").append("\n\n");
    }

    @Override
    public void guess(String question, boolean room) {
        out.append("**First guess:** ").append(inline(question)).append("\n\n");
        if (room) {
            out.append("My guess: ").append(BLANK).append("\n\n");
        }
    }

    @Override
    public void room() {
        fenced("llmq", "\n");
    }

    @Override
    public void hints(List<String> hints) {
        if (hints.isEmpty()) {
            return;
        }
        out.append("**Hints**\n\n");
        for (int i = 0; i < hints.size(); i++) {
            out.append(i + 1).append(". ").append(inline(hints.get(i))).append('\n');
        }
        out.append('\n');
    }

    @Override
    public void note(String text) {
        out.append("> **Speaker:** ").append(inline(text)).append("\n\n");
    }

    @Override
    public void answer() {
        out.append("**Answer**\n\n");
    }

    @Override
    public void truth(String value) {
        out.append("To the guess: **").append(MarkdownPrinter.escape(value)).append("**\n\n");
    }

    @Override
    public void because(String text) {
        out.append(inline(text)).append("\n\n");
    }

    @Override
    public void exerciseEnds() {
        // The next heading ends it.
    }

    @Override
    public void words(WordList words) {
        out.append("## Words of this lesson\n\n");
        for (WordList.Kind kind : WordList.Kind.values()) {
            List<WordList.Word> all = words.of(kind);
            if (!all.isEmpty()) {
                out.append("**").append(kind.title()).append("**\n\n");
                for (WordList.Word word : all) {
                    out.append("- `").append(word.name()).append("`: ").append(MarkdownPrinter.escape(word.says()))
                            .append('\n');
                }
                out.append('\n');
            }
        }
    }

    @Override
    public String text(String imprint) {
        return out + "---\n\n" + imprint + "\n";
    }
}
