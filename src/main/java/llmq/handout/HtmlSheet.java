package llmq.handout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import llmq.diagnostic.Diagnostic;
import llmq.document.Block;
import llmq.document.Inline;
import llmq.document.Recording;
import llmq.figure.Figures;
import llmq.render.HtmlPrinter;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.session.FigureSources;
import llmq.session.Session;
import llmq.syntax.Lexeme;
import llmq.syntax.Lexemes;
import llmq.text.Style;

/** Writes one page of HTML for paper and screens: fonts, styles, pictures and all that moves them are within it. */
final class HtmlSheet implements Sheet {
    private static final int ROOM = 4;

    private final StringBuilder out = new StringBuilder();
    private String title = "";
    private int figures;

    @Override
    public void title(String newTitle, String about) {
        title = newTitle;
        element("h1", "", escape(newTitle));
        if (!about.isEmpty()) {
            element("p", "about", inline(about));
        }
    }

    @Override
    public void names() {
        out.append("<p class=\"names\"><span>Name</span><span>Date</span></p>\n");
    }

    @Override
    public void teacher() {
        element("p", "teacher", "The teacher's copy: with notes, hints and answers");
    }

    private void element(String tag, String kind, String content) {
        out.append('<').append(tag).append(kind.isEmpty() ? "" : " class=\"" + kind + "\"").append('>')
                .append(content).append("</").append(tag).append(">\n");
    }

    @Override
    public void prose(Block block) {
        if (block instanceof Block.Heading heading) {
            element("h2", "", inline(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            element("p", "", inline(paragraph.text()));
        } else if (block instanceof Block.Points points) {
            out.append("<ul>\n");
            for (String point : points.points()) {
                element("li", "", inline(point));
            }
            out.append("</ul>\n");
        } else if (block instanceof Block.Verbatim verbatim) {
            element("pre", "", escape(String.join("\n", verbatim.lines())));
        }
    }

    @Override
    public void query(String text) {
        StringBuilder code = new StringBuilder();
        int at = 0;
        for (Lexeme lexeme : Lexemes.of(text)) {
            code.append(escape(text.substring(at, lexeme.start())));
            at = lexeme.end();
            String word = escape(text.substring(lexeme.start(), at));
            code.append(lexeme.kind().role() == null ? word
                    : "<span class=\"" + lexeme.kind().name().toLowerCase(Locale.ROOT) + "\">" + word + "</span>");
        }
        element("pre", "query", code + escape(text.substring(at)));
    }

    @Override
    public void result(Result result, Session session) {
        if (result.layout() == Layout.PLOT) {
            out.append(Figures.figure(result, FigureSources.of(session, result), "f" + ++figures + "-"));
            return;
        }
        out.append("<div class=\"result\">\n");
        try {
            HtmlPrinter.fragment(result, Style.WHOLE, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.append("</div>\n");
    }

    @Override
    public void message(String message) {
        element("p", "message", escape(message));
    }

    @Override
    public void failure(List<Diagnostic> diagnostics) {
        element("pre", "error", escape(Recording.errors(diagnostics)));
    }

    @Override
    public void exercise(int number, String name, boolean extra) {
        out.append("<section class=\"exercise\">\n");
        element("h3", "", "Exercise " + number + ": " + inline(name)
                + (extra ? " <span class=\"extra\">if there is time</span>" : ""));
    }

    @Override
    public void guess(String question, boolean room) {
        element("p", "guess", "<strong>First guess:</strong> " + inline(question));
        if (room) {
            element("p", "blank", "<span>My guess</span>");
        }
    }

    @Override
    public void room() {
        out.append("<div class=\"room\">").append("<div></div>".repeat(ROOM)).append("</div>\n");
    }

    @Override
    public void hints(List<String> hints) {
        if (hints.isEmpty()) {
            return;
        }
        element("p", "hints", "Hints");
        out.append("<ol class=\"hints\">\n");
        for (String hint : hints) {
            element("li", "", inline(hint));
        }
        out.append("</ol>\n");
    }

    @Override
    public void note(String text) {
        element("p", "speaker", "<strong>Speaker:</strong> " + inline(text));
    }

    @Override
    public void answer() {
        element("p", "answer", "Answer");
    }

    @Override
    public void truth(String value) {
        element("p", "truth", "To the guess: <strong>" + escape(value) + "</strong>");
    }

    @Override
    public void because(String text) {
        element("p", "because", inline(text));
    }

    @Override
    public void exerciseEnds() {
        out.append("</section>\n");
    }

    @Override
    public void words(WordList words) {
        out.append("<section class=\"words\">\n");
        element("h2", "", "Words of this lesson");
        for (WordList.Kind kind : WordList.Kind.values()) {
            List<WordList.Word> all = words.of(kind);
            if (!all.isEmpty()) {
                element("h3", "", kind.title());
                out.append("<dl>\n");
                for (WordList.Word word : all) {
                    out.append("<div><dt><code>").append(escape(word.name())).append("</code></dt> <dd>")
                            .append(escape(word.says())).append("</dd></div>\n");
                }
                out.append("</dl>\n");
            }
        }
        out.append("</section>\n");
    }

    @Override
    public String text(String imprint) {
        element("footer", "", escape(imprint));
        String page = resource("handout.html").replace("@title@", escape(title))
                .replace("@style@", (figures > 0 ? Figures.style() : "") + resource("handout.css"));
        int place = page.indexOf("@body@");
        String script = figures > 0 ? "<script>\n" + Figures.script() + "</script>\n" : "";
        return page.substring(0, place) + out + page.substring(place + "@body@".length()).replace("@script@", script);
    }

    private static String inline(String text) {
        StringBuilder html = new StringBuilder();
        for (Inline piece : Inline.of(text)) {
            String words = escape(piece.text());
            html.append(switch (piece.kind()) {
                case PLAIN -> words;
                case CODE -> "<code>" + words + "</code>";
                case STRONG -> "<strong>" + words + "</strong>";
            });
        }
        return html.toString();
    }

    private static String escape(String text) {
        return HtmlPrinter.escape(text);
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlSheet.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
