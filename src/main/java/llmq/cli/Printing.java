package llmq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import llmq.command.Setting;
import llmq.command.Settings;
import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;
import llmq.note.RepeatedNotes;
import llmq.render.DiagnosticPrinter;
import llmq.render.Printer;
import llmq.render.Printers;
import llmq.render.Stoppable;
import llmq.result.Format;
import llmq.result.Layout;
import llmq.result.Note;
import llmq.result.Result;
import llmq.text.Role;
import llmq.text.Style;
import llmq.text.Theme;
import llmq.value.WholeNumber;

/** Where text goes: results to standard output, everything else to standard error. */
final class Printing {
    /** Rows of a table on a screen; files and pipes get all. */
    /** Behind the first note that is not said in full. */
    private static final String NOTES_IN_FULL = "; /last says it in full, and /set notes all each time";
    private static final int SCREEN_ROWS = 40;
    private static final String DARK = "dark";
    static final String TRACE_VARIABLE = "LLMQ_DEBUG";

    private final World world;
    private final Output out;
    private final Output err;
    private Format format = Format.TABLE;
    private Style outStyle;
    private Style errStyle;
    private Printer printer;
    private boolean printed;
    private boolean widthSaid;
    private boolean paperDark;
    /** What notes have said at the prompt; {@code null} elsewhere, where each answer has all of them. */
    private RepeatedNotes repeated;
    private String notes = RepeatedNotes.ALL;
    /** Whether what was said before is said again all the same. */
    private boolean noteAgain;
    private Theme outAuto;
    private Theme errAuto;

    Printing(World world) {
        this.world = world;
        this.out = new Output(world.out(), "standard output");
        this.err = new Output(world.err(), null);
        style(Theme.Color.AUTO, null, false);
    }

    /** As the command line asks for it. */
    void configure(CommandLine line) {
        String name = line.value(Option.FORMAT);
        format = name == null ? Format.TABLE : Format.find(name);
        paperDark = DARK.equals(line.value(Option.PAPER));
        String color = line.value(Option.COLOR);
        style(color == null ? Theme.Color.AUTO : Theme.Color.find(color), line.value(Option.WIDTH),
                line.has(Option.PLAIN));
    }

    private void style(Theme.Color color, String width, boolean plain) {
        World.Terminals terminals = world.terminals();
        Theme outTheme = Theme.choose(color, world.environment(), terminals.out());
        Theme errTheme = Theme.choose(color, world.environment(), terminals.err());
        outAuto = outTheme;
        errAuto = errTheme;
        widthSaid = width != null;
        int columns = width == null ? terminals.columns() : WholeNumber.of(width);
        int rows = terminals.out() ? SCREEN_ROWS : 0;
        outStyle = new Style(columns, outTheme, world.unicode(), plain, rows, 0,
                terminals.out() ? terminals.rows() : 0);
        errStyle = new Style(terminals.errColumns(), errTheme, world.unicode(), plain, 0);
        printer = null;
    }

    /** Fits what follows into a window of that size, unless the command line said a width. */
    void resize(int columns, int lines) {
        if (outStyle.height() > 0 && lines > 0 && lines != outStyle.height()) {
            outStyle = outStyle.high(lines);
            printer = null;
        }
        if (!widthSaid && outStyle.width() > 0 && columns > 0 && columns != outStyle.width()) {
            outStyle = outStyle.wide(columns);
            errStyle = errStyle.width() == 0 ? errStyle : errStyle.wide(columns);
            printer = null;
        }
    }

    /** Whether pictures in files stand on a dark ground. */
    boolean isPaperDark() {
        return paperDark;
    }

    /** As the settings of the prompt have it. */
    void apply(Settings settings) {
        World.Terminals terminals = world.terminals();
        String theme = settings.get(Setting.THEME);
        paperDark = settings.get(Setting.PAPER).equals(DARK);
        boolean plain = settings.get(Setting.PLAIN).equals("on");
        format = Format.find(settings.get(Setting.FORMAT));
        repeated = repeated == null ? new RepeatedNotes(NOTES_IN_FULL) : repeated;
        notes = settings.get(Setting.NOTES);
        outStyle = new Style(outStyle.width(), Theme.named(theme, outAuto, world.environment(), terminals.out()),
                outStyle.unicode(), plain, terminals.out() || settings.isSet(Setting.ROWS)
                        ? settings.rows() : 0, settings.digits(), outStyle.height());
        errStyle = new Style(errStyle.width(), Theme.named(theme, errAuto, world.environment(), terminals.err()),
                errStyle.unicode(), plain, 0);
        printer = null;
    }

    /** All of a result as it would be printed in that format, {@code null} for the usual one. */
    String whole(Result result, Format wanted) {
        Format chosen = wanted == null ? format : wanted;
        return safe(chosen, Printers.whole(chosen, outStyle)).text(result);
    }

    private Printer safe(Format chosen, Printer chosenPrinter) {
        return world.terminals().out() ? Printers.onTerminal(chosen, chosenPrinter) : chosenPrinter;
    }

    /** All of a result as a file for people has it. */
    static String written(Result result) {
        return Printers.of(Format.TABLE, Style.WHOLE).text(result);
    }

    /** Prints what is there for people only. */
    void page(Result result) {
        out.write(text(result));
        out.flush();
    }

    /** What is there for people only, as it would be printed. */
    String text(Result result) {
        return Printers.of(format.isMachine() ? Format.TABLE : format, outStyle).text(result);
    }

    Output out() {
        return out;
    }

    Output err() {
        return err;
    }

    Theme theme() {
        return outStyle.theme();
    }

    /** How people are printed for. */
    Style style() {
        return outStyle;
    }

    /**
     * @param number under which the prompt keeps it, which it then says; 0 to say nothing
     * @throws llmq.diagnostic.LlmqException E203 if cancelled while it is printed
     */
    void result(Result result, int number, Cancel cancel) {
        if (printer == null) {
            printer = safe(format, Printers.of(format, outStyle));
        }
        if (printed && !format.isMachine()) {
            out.write("\n");
        }
        printed = true;
        if (number > 0 && !format.isMachine()) {
            // A value stands beside its number, a table beneath it.
            boolean beside = result.layout() == Layout.SCALAR && format == Format.TABLE;
            out.write(outStyle.theme().paint(Role.REMARK, beside ? "$" + number + " = " : "$" + number));
            out.write(beside ? "" : "\n");
        }
        try {
            // A plain query from the command line is spared the class.
            Result told = repeated == null || format.isMachine() || result.notes().isEmpty() ? result
                    : result.with(told(result.notes()));
            printer.print(told, cancel instanceof Cancel.Never ? out
                    : new Stoppable(out, cancel::requested, "printing was stopped"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.flush();
    }

    /** What the prompt still has to say of notes. */
    private List<Note> told(List<Note> all) {
        boolean brief = !outStyle.plain() && (format == Format.TABLE || format == Format.VERTICAL);
        String wanted = brief || notes.equals(RepeatedNotes.NONE) ? notes : RepeatedNotes.ALL;
        return noteAgain ? repeated.again(all, wanted) : repeated.next(all, wanted);
    }

    /** @param again whether notes that were said before are said in full from now on, unless none are wanted */
    void repeatNotes(boolean again) {
        noteAgain = again;
    }

    /** A new session begins, in which no note was said yet. */
    void forget() {
        if (repeated != null) {
            repeated.forget();
        }
    }

    /** The next result is the first of a new answer, with no empty line before it. */
    void begin() {
        printed = false;
    }

    /** A line, or several, in which names of files and the like may hold anything. */
    void message(String text) {
        err.line(errStyle.message(text));
    }

    /** A statement above its answer. */
    void echo(String statement) {
        if (printed) {
            err.line("");
        }
        begin();
        message(statement);
    }

    /** What was done, and beneath it the notes on it. */
    void message(String text, List<Note> about) {
        message(text);
        for (Note note : repeated == null || about.isEmpty() ? about : told(about)) {
            message("note: " + note.text());
        }
    }

    /** Prints all that is wrong; the exit status that it stands for. */
    int failure(LlmqException failure) {
        out.flush();
        try {
            new DiagnosticPrinter(errStyle).print(failure.diagnostics(), err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        err.flush();
        return ExitStatus.of(failure.diagnostics().get(0).code());
    }

    /** Prints that llmq itself is at fault; the exit status for it. */
    int crashed(Throwable fault) {
        String what = fault.getMessage() == null ? fault.getClass().getSimpleName()
                : fault.getClass().getSimpleName() + ": " + fault.getMessage();
        err.line("internal error: " + what + ", please report (" + TRACE_VARIABLE + "=1 shows more)");
        if (world.variable(TRACE_VARIABLE) != null) {
            PrintWriter writer = new PrintWriter(err, true);
            fault.printStackTrace(writer);
            writer.flush();
        }
        return ExitStatus.INTERNAL;
    }
}
