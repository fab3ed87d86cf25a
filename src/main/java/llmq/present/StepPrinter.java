package llmq.present;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.LlmqException;
import llmq.document.Block;
import llmq.document.CodePrinter;
import llmq.document.ProsePrinter;
import llmq.document.Scene;
import llmq.render.DiagnosticPrinter;
import llmq.render.Printers;
import llmq.result.Format;
import llmq.result.Note;
import llmq.result.Result;
import llmq.session.Outcome;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.Style;

/** Prints steps as lines. */
final class StepPrinter {
    /** Of prose: what is written large on a wall has no room for more. */
    private static final int PROSE_WIDTH = 64;
    private static final int NARROW = 20;

    private final Deck deck;
    private final Style style;
    private final Format format;
    private final String prompt;
    private final Hints hints;

    /**
     * @param style  as wide as a line may be; 0 for any width
     * @param format of results
     * @param prompt that statements are typed at
     * @param hints  that are shown
     */
    StepPrinter(Deck deck, Style style, Format format, String prompt, Hints hints) {
        this.deck = deck;
        this.style = style;
        this.format = format;
        this.prompt = style.words(prompt);
        this.hints = hints;
    }

    /**
     * A step by itself.
     *
     * @param height rows that it and its statement may take, which a picture fits into; 0 for as many as suit it
     */
    List<String> lines(int index, int height) {
        Step step = deck.step(index);
        StringBuilder out = new StringBuilder();
        if (step.heading() != null) {
            heading(step.heading(), out);
        }
        switch (step.kind()) {
            case PROSE -> {
                prose(deck.played(index).scenes(), out);
                hints(index, out);
            }
            case TYPED -> out.append(apart(out)).append(typed(step.code()));
            case RESULT -> result(deck.played(index).scenes(), height, out);
            case DONE -> {
                out.append(apart(out)).append(typed(step.code()));
                result(deck.played(index).scenes(), height, out);
            }
        }
        return fit(out.toString(), 2);
    }

    /** The statement of a step, as it is typed. */
    List<String> statement(int index) {
        return fit(typed(deck.step(index).code()), CellWidth.of(prompt) + 2);
    }

    /** Notes for the speaker; empty for none. */
    List<String> notes(int index) {
        List<Block> notes = deck.played(index).notes();
        return notes.isEmpty() ? List.of() : fit(new ProsePrinter(style).print(notes), 0);
    }

    private List<String> fit(String text, int indent) {
        return text.isEmpty() ? List.of() : Fold.lines(text, style.width() == 0 ? Integer.MAX_VALUE : style.width(),
                indent);
    }

    private String typed(Block.Code code) {
        int indent = CellWidth.of(prompt) + 2;
        return String.join("\n", fit(CodePrinter.typed(style.words(code.text()), prompt, style.theme()), indent))
                + "\n";
    }

    private static String apart(StringBuilder out) {
        return out.length() == 0 ? "" : "\n";
    }

    private Style narrow() {
        int width = style.width() == 0 ? PROSE_WIDTH : Math.min(PROSE_WIDTH, Math.max(NARROW, style.width()));
        return style.wide(width);
    }

    private void heading(String text, StringBuilder out) {
        String printed = new ProsePrinter(narrow()).print(List.of(new Block.Heading(text, 1, null)));
        out.append(printed);
        if (!style.plain()) {
            int width = Math.min(narrow().width(), CellWidth.of(style.line(text)));
            out.append(style.theme().paint(Role.RULE, (style.unicode() ? "─" : "-").repeat(width))).append('\n');
        }
    }

    private void prose(List<Scene> scenes, StringBuilder out) {
        for (Scene scene : scenes) {
            if (scene.failure() != null) {
                out.append(apart(out));
                failure(scene.failure(), out);
            } else if (!(scene.block() instanceof Block.Code)) {
                out.append(apart(out));
                out.append(new ProsePrinter(narrow()).print(List.of(scene.block())));
            }
        }
    }

    private void hints(int index, StringBuilder out) {
        for (Block hint : hints.shown(index)) {
            out.append(apart(out));
            out.append(new ProsePrinter(narrow()).print(List.of(hint)));
        }
    }

    /** What a statement gave, and what was asserted of that and is not so. */
    private void result(List<Scene> scenes, int height, StringBuilder out) {
        result(scenes.get(0), height, out);
        for (Scene assertion : scenes.subList(1, scenes.size())) {
            if (assertion.failure() != null) {
                out.append(apart(out));
                failure(assertion.failure(), out);
            }
        }
    }

    private void result(Scene scene, int height, StringBuilder out) {
        if (scene.failure() != null) {
            out.append(apart(out));
            failure(scene.failure(), out);
            return;
        }
        Outcome outcome = scene.outcome();
        if (outcome.result() != null) {
            out.append(apart(out));
            out.append(printed(outcome.result(), height));
        }
        List<String> said = new ArrayList<>();
        if (outcome.message() != null) {
            said.add(outcome.message());
        }
        for (Note note : outcome.notes()) {
            said.add("note: " + note.text());
        }
        if (!said.isEmpty()) {
            out.append(apart(out));
        }
        for (String line : said) {
            for (String part : style.message(line).split("\n")) {
                out.append(style.theme().paint(Role.REMARK, part)).append('\n');
            }
        }
    }

    private String printed(Result result, int height) {
        // At the prompt a picture leaves two rows for what is around it; here that is an empty line.
        Style high = style.high(height == 0 ? 0 : height + 1);
        return Printers.withoutLast(format, high).text(result);
    }

    private void failure(LlmqException failure, StringBuilder out) {
        out.append(new DiagnosticPrinter(style).text(failure.diagnostics()));
    }
}
