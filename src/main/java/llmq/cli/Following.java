package llmq.cli;

import java.nio.file.Path;
import java.util.List;
import llmq.catalog.Catalog;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.lesson.Lesson;
import llmq.present.CueFile;
import llmq.present.Prompter;
import llmq.repl.PromptSettings;
import llmq.repl.Terminals;
import llmq.session.Session;

/** The speaker's own window beside a presentation, and how the two find each other. */
final class Following {
    private final World world;
    private final Printing printing;
    private final Catalog catalog;
    private final CommandLine line;

    Following(World world, Printing printing, Catalog catalog, CommandLine line) {
        this.world = world;
        this.printing = printing;
        this.catalog = catalog;
        this.line = line;
    }

    /** Where shows of a document say where they are; {@code null} where there is no place for it. */
    static CueFile cues(String operand, Lesson lesson, World world) {
        String name = lesson.id();
        if (!LessonFile.isOfCourse(operand, world)) {
            // Files of one name may lie in many folders.
            Path path = ScriptFile.path(operand, world).toAbsolutePath().normalize();
            name = Integer.toHexString(path.hashCode());
        }
        Path file = Places.show(world, name);
        return file == null ? null
                : new CueFile(file, ProcessHandle.current().pid(), pid -> ProcessHandle.of(pid).isPresent());
    }

    /** The exit status. */
    int follow() {
        String operand = line.files().get(0);
        Lesson lesson = LessonFile.read(operand, world);
        CueFile cues = cues(operand, lesson, world);
        if (cues == null) {
            throw Diagnostic.of(ErrorCode.E302, "a show cannot be followed: there is no folder of one's own where it could"
                    + " say how far it is", "HOME or XDG_STATE_HOME names one").toException();
        }
        // What the settings say of colours.
        Conversation.aside(world, printing, new Interpreter(world, printing, Session.start(catalog), true), catalog, line,
                null);
        Prompter prompter = new Prompter(cues, printing::style, lesson.title(), "llmq present " + operand);
        String type = world.variable("TERM");
        boolean dumb = type != null && type.startsWith("dumb");
        if (dumb || !world.terminals().in() || !world.terminals().out() || printing.style().plain()) {
            return once(prompter);
        }
        Ending ending = new Ending(printing);
        PromptSettings settings = new PromptSettings(List.of(), null, world.variable(Printing.TRACE_VARIABLE) != null,
                ending::abort);
        Terminals terminals = new Terminals(world.environment(), world.charset());
        return ending.statusOf(() -> terminals.follow(prompter, settings) ? ExitStatus.DONE : once(prompter));
    }

    /** What is to be said now, where nothing can be drawn anew. */
    private int once(Prompter prompter) {
        prompter.look();
        printing.out().write(prompter.whole());
        return ExitStatus.DONE;
    }
}
