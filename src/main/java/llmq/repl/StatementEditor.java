package llmq.repl;

import java.io.IOError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import llmq.session.Correction;
import llmq.session.Preview;
import llmq.syntax.Apart;
import llmq.syntax.Pasted;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Theme;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.History;
import org.jline.reader.Parser;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * JLine's editor with what it has no place for: in grey how a line like this one went on before, which → and End
 * take, and beneath what is typed what it would give. When the line is left, nothing of it stays on the screen.
 */
final class StatementEditor extends LineReaderImpl {
    private static final String MORE = " ...";
    private static final String ENTER = "\r";
    private static final String VI_COMMAND = "vi command";
    /** Milliseconds within which the keys of one sequence come. */
    private static final long SOON = 50;
    /** Milliseconds without a key after which a paste is over. */
    private static final long QUIET = 80;
    private static final String INDENT = "  ";
    /** Milliseconds after which what was sent along with the start, and no person typed, would be there. */
    private static final long MOMENT = 30;
    /** Columns too few to say anything in. */
    private static final int NARROW = 20;

    private final Evaluator evaluator;
    private final boolean dumb;
    private final TabKey tab;
    private final PlainTab plain;
    /** {@code null} before it is needed for the first time, as the prompt is to be there soon. */
    private LiveLine live;
    private boolean vi;
    private boolean leaving;
    /** What was entered together with the line before, and is yet to be run. */
    private final Deque<String> waiting = new ArrayDeque<>();
    /** What a text was pasted as, and its parts, which it may not be taken apart into again. */
    private String pasted;
    private List<String> parts = List.of();
    /** A statement that a command came amid, to go on with after it; {@code null} for none. */
    private String unfinished;
    /** Whether the text is to be taken as it stands. */
    private boolean whole;
    /** Whether what the first keys need is loaded, or about to be. */
    private boolean rehearsed;
    /** Whether there was a statement to run, or nothing, but no time to rehearse one. */
    private volatile boolean entered;
    /** How the line could go on, as it was last shown; {@code null} for nothing. */
    private String suggestion;

    StatementEditor(Terminal terminal, Evaluator evaluator) {
        super(terminal, "llmq", null);
        this.evaluator = evaluator;
        this.tab = new TabKey(evaluator);
        this.plain = new PlainTab(evaluator);
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
        String text = waiting.poll();
        if (text == null) {
            String kept = unfinished;
            unfinished = null;
            return readLine(prompt, null, (Character) null, kept);
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

    /** The prompt is there, and whoever sees it needs a moment to begin: the time to load what comes next. */
    @Override
    public Binding readBinding(KeyMap<Binding> keys, KeyMap<Binding> local) {
        if (!rehearsed) {
            rehearsed = true;
            Thread thread = new Thread(this::rehearse, "llmq rehearsal");
            thread.setDaemon(true);
            thread.start();
        }
        return super.readBinding(keys, local);
    }

    private void rehearse() {
        try {
            Thread.sleep(MOMENT);
            if (!entered) {
                evaluator.rehearse(() -> entered);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // What is wrong shows when it is asked for.
        }
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
        waiting.clear();
        unfinished = null;
    }

    @Override
    public boolean beginPaste() {
        String text = doReadStringUntil(BRACKETED_PASTE_END).replace("\r\n", "\n").replace('\r', '\n');
        insert(text);
        return true;
    }

    private void insert(String text) {
        List<String> inputs = Pasted.inputs(text, evaluator.prompt());
        boolean alone = buf.length() == 0;
        String cleaned = String.join("\n", inputs);
        buf.write(inputs.isEmpty() ? text : inputs.size() == 1 && !Pasted.hasPrompts(text, evaluator.prompt())
                ? text.stripTrailing() : cleaned);
        pasted = alone && inputs.size() > 1 ? cleaned : null;
        parts = inputs;
    }

    /**
     * Where a terminal tells nothing of a paste, its lines come faster than anybody types.
     *
     * @return whether the last line was entered as well
     */
    private boolean takeRest() {
        if (!Pasted.hasPrompts(buf.toString(), evaluator.prompt())) {
            return true;
        }
        StringBuilder text = new StringBuilder(buf.toString()).append('\n');
        while (peekCharacter(QUIET) >= 0) {
            int character = readCharacter();
            text.appendCodePoint(character == '\r' ? '\n' : character);
        }
        buf.clear();
        insert(text.toString());
        return text.charAt(text.length() - 1) == '\n';
    }

    @Override
    protected boolean acceptLine() {
        entered = true;
        if (whole) {
            state = State.DONE;
            return true;
        }
        if (!takeRest()) {
            return true;
        }
        String text = buf.toString();
        if (!text.equals(pasted) && isCommandAmid(text)) {
            int line = text.lastIndexOf('\n') + 1;
            unfinished = text.substring(0, line);
            buf.clear();
            buf.write(text.substring(line));
            state = State.DONE;
            return true;
        }
        List<String> inputs = text.equals(pasted) ? parts : isSeveral(text) ? Apart.of(text) : List.of();
        if (inputs.size() < 2) {
            return super.acceptLine();
        }
        if (goesOn(inputs.get(inputs.size() - 1)) && text.strip().length() == text.length()) {
            buf.cursor(text.length());
            buf.write('\n');
            return true;
        }
        pasted = null;
        waiting.addAll(inputs.subList(1, inputs.size()));
        buf.clear();
        buf.write(inputs.get(0));
        state = State.DONE;
        return true;
    }

    /** Whether the last line is a command, and those before it are a statement that is not finished. */
    private boolean isCommandAmid(String text) {
        int line = text.lastIndexOf('\n') + 1;
        return line > 0 && evaluator.isNamedCommand(text.substring(line).strip()) && goesOn(text.substring(0, line - 1));
    }

    private boolean goesOn(String statement) {
        try {
            getParser().parse(statement, statement.length(), Parser.ParseContext.ACCEPT_LINE);
            return false;
        } catch (EOFError e) {
            return true;
        }
    }

    private static boolean isSeveral(String text) {
        return text.stripTrailing().indexOf('\n') > 0;
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

    @Override
    protected void handleSignal(Terminal.Signal signal) {
        lock.lock();
        try {
            int columns = terminal.getBufferSize().getColumns();
            if (reading && signal == Terminal.Signal.WINCH && columns > 0 && display instanceof Drawing drawing) {
                drawing.clear(columns);
            }
            if (reading && signal == Terminal.Signal.CONT && display instanceof Drawing drawing) {
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
        if (live != null) {
            live.stop();
        }
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
            post = this::search;
        } else if (below != null && tab.offering().isSpent()) {
            post = null;
        }
        boolean alone = post == null && !leaving && !dumb;
        AttributedString shown = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        post = below;
        suggestion = alone ? suggestion() : null;
        Preview.Line line = alone ? line() : null;
        if (suggestion == null && line == null) {
            return shown;
        }
        AttributedStringBuilder all = new AttributedStringBuilder().append(shown);
        if (suggestion != null) {
            int end = suggestion.indexOf('\n');
            all.appendAnsi(evaluator.theme().paint(Role.SUGGESTION,
                    SafeText.of(end < 0 ? suggestion : suggestion.substring(0, end) + MORE)));
        }
        if (line != null) {
            int room = size.getColumns() - 1;
            all.append("\n").append(AttributedString.fromAnsi(evaluator.theme().paint(role(line.kind()),
                    INDENT + line.within(room - INDENT.length()))).columnSubSequence(0, room));
        }
        return all.toAttributedString();
    }

    /** What is sought among what was typed before. */
    private AttributedString search() {
        return AttributedString.fromAnsi(evaluator.theme().paint(searchFailing ? Role.ERROR : Role.REMARK,
                INDENT + (searchFailing ? "nothing matches: " : "search: ") + searchTerm));
    }

    /** What to say beneath the text; {@code null} for nothing, or where there is hardly room for the text itself. */
    private Preview.Line line() {
        String text = buf.toString();
        String stripped = text.strip();
        boolean room = size.getColumns() > NARROW && text.lines().count() + 1 < size.getRows();
        if (stripped.isEmpty() || !room || stripped.startsWith("/") || !evaluator.isLive()
                || evaluator.isCommand(stripped)) {
            return null;
        }
        if (live == null) {
            live = new LiveLine(evaluator::live, this::redraw);
        }
        return live.of(text);
    }

    private static Role role(Preview.Kind kind) {
        return switch (kind) {
            case ROWS, NEED -> Role.REMARK;
            case VALUE -> Role.FIGURE;
            case ERROR -> Role.ERROR;
        };
    }

    private String suggestion() {
        Theme theme = evaluator.theme();
        // Without a colour of its own it would read as if it were typed.
        if (theme.isNone() || buf.length() == 0 || buf.cursor() < buf.length()) {
            return null;
        }
        String text = buf.toString();
        History past = getHistory();
        if (text.isBlank() || past.isEmpty()) {
            return null;
        }
        return Suggestion.of(past, text);
    }

    private boolean take() {
        if (suggestion == null || buf.cursor() < buf.length()) {
            return false;
        }
        buf.write(suggestion);
        suggestion = null;
        return true;
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
        return take() || super.forwardChar();
    }

    @Override
    protected boolean endOfLine() {
        return take() || super.endOfLine();
    }
}
