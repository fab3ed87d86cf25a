package llmq.repl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import llmq.session.Correction;
import llmq.text.Role;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.Parser;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/**
 * JLine's editor with what it has no place for: in grey how a line like this one went on before, which → and End
 * take, and beneath what is typed what it would give. When the line is left, nothing of it stays on the screen.
 */
final class StatementEditor extends LineReaderImpl {
    private static final String ENTER = "\r";
    /** Ctrl-D, which JLine takes for the end on an empty line alone. */
    private static final String END_OF_INPUT = "\u0004";
    private static final String VI_COMMAND = "vi command";
    /** Milliseconds within which the keys of one sequence come. */
    private static final long SOON = 50;
    /** Milliseconds without a key after which a paste is over. */
    private static final long QUIET = 80;

    private final Evaluator evaluator;
    private final boolean dumb;
    private final TabKey tab;
    private final PlainTab plain;
    private final Remarks remarks;
    private final Entries entries;
    private final WarmUp warmUp;
    private boolean vi;
    private boolean leaving;
    /** Whether the text is to be taken as it stands. */
    private boolean whole;

    StatementEditor(Terminal terminal, Evaluator evaluator) {
        super(terminal, "llmq", null);
        this.evaluator = evaluator;
        this.tab = new TabKey(evaluator);
        this.plain = new PlainTab(evaluator);
        this.remarks = new Remarks(evaluator, this::redraw);
        this.entries = new Entries(evaluator, this::goesOn);
        this.warmUp = new WarmUp(evaluator);
        setCompleter(tab.offering());
        setCompletionMatcher(tab.offering());
        option(Option.GROUP_PERSIST, true);
        // As many are listed as there is room for: nobody has to be asked.
        setVariable(LIST_MAX, 0);
        this.dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    /** The next text: typed, or one of several that were entered together, which is shown as if it had been. */
    String next(String prompt) {
        chooseKeys(evaluator.isVi());
        String text = entries.next();
        if (text == null) {
            return readLine(prompt, null, (Character) null, entries.unfinished());
        }
        whole = true;
        try {
            runMacro(ENTER);
            return readLine(prompt, null, (Character) null, text);
        } finally {
            whole = false;
        }
    }

    private void chooseKeys(boolean chosen) {
        if (chosen == vi) {
            return;
        }
        vi = chosen;
        KeyMap<Binding> keys = keyMaps.get(vi ? VIINS : EMACS);
        keyMaps.put(MAIN, keys);
        if (vi) {
            for (String enter : new String[] {"\r", "\n"}) {
                keys.bind(new Reference(SELF_INSERT_UNMETA), KeyMap.alt(enter));
            }
            // Escape is a key of its own there.
            setVariable(AMBIGUOUS_BINDING, SOON);
        } else {
            getVariables().remove(AMBIGUOUS_BINDING);
        }
    }

    @Override
    public Binding readBinding(KeyMap<Binding> keys, KeyMap<Binding> local) {
        warmUp.begin();
        Binding read = super.readBinding(keys, local);
        if (END_OF_INPUT.equals(getLastBinding()) && buf.toString().isBlank()) {
            // Blanks are nothing typed, and nobody sees why the key should do nothing.
            buf.clear();
        }
        return read;
    }

    /** Says at the right when letters are commands of vi. */
    @Override
    public boolean setKeyMap(String name) {
        boolean set = super.setKeyMap(name);
        setRightPrompt(VICMD.equals(name) && !dumb ? evaluator.theme().paint(Role.PROMPT, VI_COMMAND) : null);
        return set;
    }

    /** What was entered together with the line before is not to be run any more. */
    void forget() {
        entries.forget();
    }

    @Override
    public boolean beginPaste() {
        String text = doReadStringUntil(BRACKETED_PASTE_END).replace("\r\n", "\n").replace('\r', '\n');
        entries.insert(buf, text);
        return true;
    }

    /**
     * Where a terminal tells nothing of a paste, its lines come faster than anybody types.
     *
     * @return whether the last line was entered as well
     */
    private boolean takeRest() {
        if (!entries.hasPrompts(buf.toString())) {
            return true;
        }
        StringBuilder text = new StringBuilder(buf.toString()).append('\n');
        while (peekCharacter(QUIET) >= 0) {
            int character = readCharacter();
            text.appendCodePoint(character == '\r' ? '\n' : character);
        }
        buf.clear();
        entries.insert(buf, text.toString());
        return text.charAt(text.length() - 1) == '\n';
    }

    @Override
    protected boolean acceptLine() {
        warmUp.end();
        if (whole) {
            state = State.DONE;
            return true;
        }
        if (!takeRest()) {
            return true;
        }
        Entries.Fate fate = entries.enter(buf);
        if (fate == Entries.Fate.USUAL) {
            return super.acceptLine();
        }
        state = fate == Entries.Fate.RUN ? State.DONE : state;
        return true;
    }

    private boolean goesOn(String statement) {
        try {
            getParser().parse(statement, statement.length(), Parser.ParseContext.ACCEPT_LINE);
            return false;
        } catch (EOFError e) {
            return true;
        }
    }

    @Override
    protected boolean expandOrComplete() {
        Correction correction = buf.length() == 0 ? evaluator.correction() : null;
        if (correction == null) {
            return completeOrTell();
        }
        buf.write(correction.text());
        buf.cursor(correction.caret());
        return true;
    }

    /** From the thread that found the line. */
    private void redraw() {
        lock.lock();
        try {
            if (reading) {
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether the line is drawn for the last time, as it shall stand above what comes of it. */
    boolean isLeaving() {
        return leaving;
    }

    /** JLine makes a display of its own for each line and each size of the window. */
    @Override
    protected void redisplay(boolean flush) {
        if (!dumb && !(display instanceof Drawing)) {
            Drawing drawing = new Drawing(terminal);
            drawing.resize(size.getRows(), size.getColumns());
            drawing.reset();
            display = drawing;
        }
        super.redisplay(flush);
    }

    /** A signal has a thread of its own: by the time that one may draw, the line may have been left. */
    @Override
    protected void handleSignal(Terminal.Signal signal) {
        lock.lock();
        try {
            if (!reading) {
                return;
            }
            int columns = terminal.getBufferSize().getColumns();
            if (signal == Terminal.Signal.WINCH && columns > 0 && display instanceof Drawing drawing) {
                drawing.clear(columns);
            }
            if (signal == Terminal.Signal.CONT && display instanceof Drawing drawing) {
                drawing.begin();
            }
            super.handleSignal(signal);
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected void doCleanup(boolean newline) {
        leaving = true;
        setRightPrompt(null);
        remarks.stop();
        try {
            super.doCleanup(newline);
        } finally {
            leaving = false;
        }
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        // A menu or a search that is open has the space for itself.
        Supplier<AttributedString> below = post;
        if (below != null && searchTerm != null) {
            post = () -> remarks.search(searchTerm, searchFailing);
        } else if (below != null && tab.offering().isSpent()) {
            post = null;
        }
        boolean alone = post == null && !leaving && !dumb;
        AttributedString shown = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        post = below;
        if (!alone) {
            remarks.hide();
            return shown;
        }
        return remarks.around(shown, buf, getHistory(), size);
    }

    private boolean completeOrTell() {
        if (evaluator.isPlain()) {
            List<String> lines = plain.press(buf, size.getColumns(), size.getRows());
            if (lines != null && !lines.isEmpty()) {
                append(lines);
            }
            return lines != null;
        }
        boolean pages = tab.isTold(buf) || Offering.isWhole(evaluator, buf.toString(), buf.cursor());
        if (pages && tell()) {
            return true;
        }
        if (tab.isTold(buf) && tab.offering().has(word())) {
            return menuComplete();
        }
        String further = tab.offering().further(buf.toString(), buf.cursor());
        if (further != null) {
            String after = buf.substring(buf.cursor());
            buf.clear();
            buf.write(further + after);
            buf.cursor(further.length());
        }
        return super.expandOrComplete();
    }

    /** Writes lines beneath what is typed, and then that again. */
    private void append(List<String> lines) {
        int caret = buf.cursor();
        buf.cursor(buf.length());
        redisplay();
        buf.cursor(caret);
        terminal.writer().println();
        lines.forEach(terminal.writer()::println);
        if (display instanceof Drawing drawing) {
            drawing.begin();
        }
        redisplay();
    }

    /** What is typed at the caret. */
    private String word() {
        return wrap(parser.parse(buf.toString(), buf.cursor(), Parser.ParseContext.COMPLETE)).word();
    }

    /** Prints what there is to say on the word at the caret above what is typed. */
    private boolean tell() {
        String page = tab.tell(buf, size.getColumns(), size.getRows());
        if (page != null) {
            printAbove(page);
        }
        return page != null;
    }

    @Override
    protected boolean doMenu(List<Candidate> original, String completed,
            BiFunction<CharSequence, Boolean, CharSequence> escaper) {
        String word = escaper.apply(completed, false).toString();
        buf.write(word);
        post = null;
        if (!tab.isTold(buf) && tab.offering().has(word) && tell()) {
            return true;
        }
        buf.backspace(word.length());
        boolean done = super.doMenu(original, completed, escaper);
        tab.chose();
        return done;
    }

    @Override
    protected PostResult computePost(List<Candidate> possible, Candidate selection, List<Candidate> ordered,
            String completed) {
        List<Candidate> sorted = new ArrayList<>(possible);
        sorted.sort(Comparator.comparingInt(Candidate::sort));
        Menu menu = Menu.of(sorted, selection, ordered, size.getColumns(), size.getRows() - rows() - 1,
                evaluator.theme());
        return new PostResult(menu.text(), menu.lines(), menu.selected(), menu.columns());
    }

    /** Of the window, for what is typed. */
    private int rows() {
        int rows = 0;
        for (String line : buf.toString().split("\n", -1)) {
            rows += 1 + (prompt.columnLength() + new AttributedString(line).columnLength()) / size.getColumns();
        }
        return rows;
    }

    /** Where there is nothing to delete, nothing happens: what may follow is Tab's to list. */
    @Override
    protected boolean deleteCharOrList() {
        return deleteChar();
    }

    @Override
    protected boolean forwardChar() {
        return remarks.take(buf) || super.forwardChar();
    }

    @Override
    protected boolean endOfLine() {
        return remarks.take(buf) || super.endOfLine();
    }
}
