package llmq.cli;

import java.util.List;
import llmq.catalog.Catalog;
import llmq.command.Setting;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;
import llmq.lesson.Lesson;
import llmq.lesson.Trial;
import llmq.present.CueFile;
import llmq.present.Deck;
import llmq.present.Show;
import llmq.repl.PromptSettings;
import llmq.repl.Terminals;
import llmq.result.Format;
import llmq.session.Parameters;
import llmq.session.Session;

/** Presents a script or lesson: on the whole screen of a terminal, else as text. */
final class Presenting {
    private static final String BANNER = "free typing with all names up to this step; Ctrl-D or /exit returns to it";

    private final World world;
    private final Printing printing;
    private final Catalog catalog;
    private final CommandLine line;

    Presenting(World world, Printing printing, Catalog catalog, CommandLine line) {
        this.world = world;
        this.printing = printing;
        this.catalog = catalog;
        this.line = line;
    }

    /** The exit status: what fails in a step is part of the presentation. */
    int present() {
        String operand = line.files().get(0);
        Lesson lesson = LessonFile.read(operand, world);
        Session start = Session.start(catalog);
        if (!line.parameters().isEmpty()) {
            Parameters.check(lesson.document().script(), line.parameters());
            start = start.withParameters(line.parameters());
        }
        Interpreter interpreter = new Interpreter(world, printing, start, line.has(Option.SANDBOX));
        // The lessons of the course have none, and to try all of their exercises takes time.
        List<Diagnostic> faults = LessonFile.isOfCourse(operand, world) ? List.of()
                : interpreter.check(lesson.document().source());
        if (!faults.isEmpty()) {
            throw new LlmqException(faults);
        }
        Deck deck = new Deck(lesson, start, interpreter::workspace);
        if (deck.size() == 0) {
            throw Diagnostic.of(ErrorCode.E405, "there is nothing in " + operand + " to present").toException();
        }
        String type = world.variable("TERM");
        boolean dumb = type != null && type.startsWith("dumb");
        if (dumb || !world.terminals().in() || !world.terminals().out()) {
            return whole(deck, Setting.PROMPT.usual(), "there is no terminal to present on, so that all is printed");
        }
        Conversation typing = conversation(start, null);
        String prompt = typing.settings().get(Setting.PROMPT);
        if (printing.style().plain()) {
            return whole(deck, prompt, "plain output never draws anew, so that all is printed");
        }
        return onScreen(lesson, deck, typing, prompt);
    }

    private Conversation conversation(Session session, Trial trial) {
        Interpreter interpreter = new Interpreter(world, printing, session, line.has(Option.SANDBOX));
        return Conversation.aside(world, printing, interpreter, catalog, line, trial);
    }

    private int whole(Deck deck, String prompt, String why) {
        printing.message(why);
        printing.out().write(new Show(deck, printing::style, Format.TABLE, prompt).whole(Cancel.never()));
        return ExitStatus.DONE;
    }

    private int onScreen(Lesson lesson, Deck deck, Conversation first, String prompt) {
        Format format = Format.find(first.settings().get(Setting.FORMAT));
        Show show = new Show(deck, printing::style, format == Format.VERTICAL ? format : Format.TABLE, prompt);
        String operand = line.files().get(0);
        boolean own = !LessonFile.isOfCourse(operand, world);
        CueFile cues = line.has(Option.SANDBOX) ? null : Following.cues(operand, lesson, world);
        if (cues != null) {
            show.tells(cues);
        }
        Ending ending = new Ending(printing);
        PromptSettings settings = new PromptSettings(List.of(BANNER), Places.history(world),
                world.variable(Printing.TRACE_VARIABLE) != null, ending::abort);
        return ending.statusOf(() -> {
            try {
                if (!new Terminals(world.environment(), world.charset()).present(show,
                        session -> conversation(session, show.trial(own)), settings)) {
                    return whole(deck, prompt, "this terminal shows no whole screens, so that all is printed");
                }
            } finally {
                if (cues != null) {
                    cues.end();
                }
            }
            if (ending.ends()) {
                return ExitStatus.INTERRUPTED;
            }
            if (cues != null && cues.trouble() != null) {
                printing.message(cues.trouble());
            }
            printing.message("left " + deck.title() + " at " + show.place());
            return ExitStatus.DONE;
        });
    }
}
