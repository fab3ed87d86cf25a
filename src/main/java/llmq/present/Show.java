package llmq.present;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;
import llmq.lesson.Trial;
import llmq.result.Format;
import llmq.session.Session;
import llmq.text.Style;

/** A deck as it is presented: where it is, what is on the screen, and what keys do to that. */
public final class Show {
    private static final int MOST_DIGITS = 5;
    private static final String AGAIN = "Ctrl-C once more leaves, any other key goes on";

    private static final String PASSES = "s passes it by";

    /** What is to be done after a key. */
    public enum Then {
        STAY,
        /** Let the user type in {@link Show#session}. */
        TYPE,
        SUSPEND,
        REDRAW,
        LEAVE
    }

    /** What is on the screen. */
    private enum View {
        STEP,
        BLANK,
        KEYS,
        LIST,
        /** All of the notes, where there is no room for them beneath the step. */
        NOTES
    }

    private final Deck deck;
    private final Supplier<Style> style;
    private final Format format;
    private final String prompt;
    private final Hints hints;
    private CueFile cues;
    private View view = View.STEP;
    private int at;
    private int offset;
    private boolean notes;
    private String digits = "";
    /** In place of the foot, until the next key. */
    private String said = "";
    /** Of the list of steps the entry; of the keys the first line. */
    private int chosen;
    private int columns = Frame.USUAL_COLUMNS;
    private int rows = Frame.USUAL_ROWS;

    /**
     * @param style  as it is to be now; its size does not matter
     * @param prompt that statements are typed at
     */
    public Show(Deck deck, Supplier<Style> style, Format format, String prompt) {
        this.deck = deck;
        this.style = style;
        this.format = format;
        this.prompt = prompt;
        this.hints = new Hints(deck);
    }

    /** Tells the speaker by that file, from now on. */
    public void tells(CueFile file) {
        cues = file;
    }

    /** Tells the speaker what there is to tell at the step that is shown. */
    public void tell() {
        if (cues != null) {
            cues.tell(deck.cue(at, hints));
        }
    }

    /** Runs the first step. To be called once, before anything else. */
    public void open(Cancel cancel) {
        deck.reach(0, cancel);
    }

    /** Whether there is something to show: not where the first step was stopped. */
    public boolean isOpen() {
        return deck.reached() > 0;
    }

    /** The session as it is at the step that is shown. */
    public Session session() {
        return deck.session(at);
    }

    /** The step that is shown, from 0. */
    public int at() {
        return at;
    }

    /** Where that is, as a room can be told. */
    public String place() {
        return deck.place(at);
    }

    /**
     * The exercise that is shown, to be tried; {@code null} where there is none.
     *
     * @param own whether it is of somebody's own lesson
     */
    public Trial trial(boolean own) {
        return deck.trial(at, own);
    }

    public Deck deck() {
        return deck;
    }

    /** The screen, in at most so many lines of at most so many columns; 0 where that is not known. */
    public List<String> screen(int newColumns, int newRows) {
        columns = newColumns <= 0 ? Frame.USUAL_COLUMNS : newColumns;
        rows = newRows <= 0 ? Frame.USUAL_ROWS : newRows;
        Frame frame = frame();
        return switch (view) {
            case BLANK -> List.of();
            case KEYS -> frame.keys(chosen);
            case NOTES -> frame.page(printer().notes(at));
            case LIST -> frame.list(deck, entries(), at, chosen, told().isEmpty()
                    ? "↑ ↓ choose · Enter goes there · g returns" : told());
            case STEP -> {
                Slide slide = slide();
                offset = slide.offset();
                String ahead = slide.hidden() > 0 ? "" : ahead();
                yield frame.step(slide, shownNotes(), told().isEmpty()
                        ? frame.foot(deck.title(), deck.place(at), ahead) : frame.foot(told()));
            }
        };
    }

    private String ahead() {
        String ahead = deck.ahead(at);
        return !deck.isOffered(at) ? ahead : ahead.isEmpty() ? PASSES : PASSES + " · " + ahead;
    }

    private Frame frame() {
        return new Frame(style.get(), columns, rows);
    }

    private List<String> shownNotes() {
        return notes ? frame().notes(printer().notes(at), deck.isPicture(at)) : List.of();
    }

    private Slide slide() {
        return Slide.of(deck, printer(), at, frame().room(shownNotes()), offset);
    }

    private StepPrinter printer() {
        return new StepPrinter(deck, frame().inner(), format, prompt, hints);
    }

    /** What stands in the foot instead of where the presentation is; empty for nothing. */
    private String told() {
        return said.isEmpty() && !digits.isEmpty() ? "go to step " + digits + " of " + deck.parts() + ": Enter" : said;
    }

    /** A digit was pressed. */
    public void digit(int digit) {
        said = "";
        if (view == View.BLANK || view == View.KEYS || view == View.NOTES) {
            view = View.STEP;
        } else if (digits.length() < MOST_DIGITS) {
            digits += digit;
        }
    }

    /** A key was pressed, which may run steps. */
    public Then press(Key key, Cancel cancel) {
        boolean warned = said.equals(AGAIN);
        said = "";
        if (view == View.KEYS && (key == Key.NEXT || key == Key.DOWN) && frame().keysAfter(chosen) > 0) {
            chosen = frame().keysAfter(chosen);
            return Then.STAY;
        }
        if (view == View.NOTES) {
            view = View.STEP;
            notes = key != Key.NOTES;
            if (key == Key.NOTES || key == Key.LEAVE) {
                return Then.STAY;
            }
        }
        if (view == View.BLANK || view == View.KEYS) {
            view = View.STEP;
            if (key != Key.INTERRUPT) {
                return Then.STAY;
            }
        }
        String number = digits;
        if (!number.isEmpty()) {
            digits = key == Key.ERASE ? number.substring(0, number.length() - 1) : "";
            if (key == Key.ENTER) {
                jump(number, cancel);
            }
            if (key == Key.ENTER || key == Key.ERASE || key == Key.ESCAPE) {
                return Then.STAY;
            }
        }
        switch (key) {
            case LEAVE -> {
                // From the list it leaves the list.
                boolean shown = view == View.STEP;
                view = View.STEP;
                return shown ? Then.LEAVE : Then.STAY;
            }
            case INTERRUPT -> {
                said = AGAIN;
                return warned ? Then.LEAVE : Then.STAY;
            }
            case SUSPEND -> {
                return Then.SUSPEND;
            }
            case REDRAW -> {
                return Then.REDRAW;
            }
            case KEYS -> {
                view = View.KEYS;
                chosen = 0;
            }
            case BLANK -> view = View.BLANK;
            case TYPE -> {
                view = View.STEP;
                return Then.TYPE;
            }
            default -> move(key, cancel);
        }
        return Then.STAY;
    }

    private void move(Key key, Cancel cancel) {
        if (view == View.LIST) {
            choose(key, cancel);
            return;
        }
        switch (key) {
            case NEXT, ENTER -> forward(slide().page(), cancel);
            case DOWN -> forward(1, cancel);
            case BACK, ERASE -> back(slide().page());
            case UP -> back(1);
            case FIRST -> go(0, cancel);
            case LAST -> go(deck.size() - 1, cancel);
            case NOTES -> notes();
            case HINT -> hint();
            case PASS -> pass(cancel);
            case LIST -> {
                view = View.LIST;
                chosen = 0;
                List<Integer> entries = entries();
                for (int i = 0; i < entries.size(); i++) {
                    chosen = entries.get(i) <= at ? i : chosen;
                }
            }
            default -> {
                // Nothing that a key means.
            }
        }
    }

    /** On; of more than there is room for all, on a page of their own; off. */
    private void notes() {
        if (notes && printer().notes(at).size() > shownNotes().size()) {
            view = View.NOTES;
            return;
        }
        notes = !notes;
        said = notes && printer().notes(at).isEmpty() ? "no notes on this step; n again hides notes" : "";
    }

    private void hint() {
        String why = hints.next(at);
        said = why == null ? "" : why;
        if (why == null) {
            // It stands at the end of what may be taller than the window.
            offset = Integer.MAX_VALUE;
        }
    }

    private void forward(int lines, Cancel cancel) {
        Slide slide = slide();
        if (slide.hidden() > 0) {
            offset = slide.offset() + lines;
        } else if (at + 1 < deck.size()) {
            go(at + 1, cancel);
        } else {
            said = "this is the last step · q leaves, Home begins again";
        }
    }

    private void back(int lines) {
        Slide slide = slide();
        if (slide.offset() > 0) {
            offset = Math.max(0, slide.offset() - lines);
        } else if (at > 0) {
            at--;
            offset = 0;
        }
    }

    /** To what comes after an exercise. */
    private void pass(Cancel cancel) {
        int next = deck.after(at);
        if (!deck.isExercise(at)) {
            said = "s passes by an exercise, and none is here";
        } else if (next < 0) {
            said = "this exercise is the last step · q leaves";
        } else {
            go(next, cancel);
        }
    }

    private void jump(String number, Cancel cancel) {
        int step = Integer.parseInt(number);
        view = View.STEP;
        int first = deck.first(step);
        if (first < 0) {
            said = "there is no step " + step + ": there are " + deck.parts();
        } else {
            go(first, cancel);
        }
    }

    private void go(int step, Cancel cancel) {
        try {
            deck.reach(step, cancel);
            at = step;
            offset = 0;
        } catch (LlmqException e) {
            said = "stopped: " + deck.place(deck.reached()) + " has not run";
        }
    }

    private void choose(Key key, Cancel cancel) {
        int last = entries().size() - 1;
        int page = Math.max(1, frame().room(List.of()) - 2);
        switch (key) {
            case DOWN -> chosen = Math.min(last, chosen + 1);
            case UP -> chosen = Math.max(0, chosen - 1);
            case NEXT -> chosen = Math.min(last, chosen + page);
            case BACK -> chosen = Math.max(0, chosen - page);
            case FIRST -> chosen = 0;
            case LAST -> chosen = last;
            case ENTER -> {
                view = View.STEP;
                go(entries().get(chosen), cancel);
            }
            default -> view = View.STEP;
        }
    }

    /** The steps of the list: those with headings, or all where there are hardly any. */
    private List<Integer> entries() {
        List<Integer> headed = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < deck.size(); i++) {
            if (deck.step(i).heading() != null) {
                headed.add(i);
            }
            if (deck.step(i).kind() != Step.Kind.RESULT) {
                all.add(i);
            }
        }
        return headed.size() < 3 ? all : headed;
    }

    /** All steps one after another, for those who read them: everything is run. */
    public String whole(Cancel cancel) {
        StringBuilder out = new StringBuilder();
        StepPrinter printer = new StepPrinter(deck, style.get(), format, prompt, hints);
        for (int i = 0; i < deck.size(); i++) {
            deck.reach(i, cancel);
            List<String> lines = printer.lines(i, style.get().height());
            if (!lines.isEmpty()) {
                out.append(out.length() == 0 ? "" : "\n").append(String.join("\n", lines)).append('\n');
            }
        }
        return out.toString();
    }

    /** Says something in the foot, until the next key. */
    public void say(String message) {
        said = message;
    }
}
