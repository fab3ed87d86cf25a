package llmq.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import llmq.command.PromptCommand.Group;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.session.Snippet;

/** The registry of commands, and the way from a line to one of them. */
public final class Commands {
    private static final String ALL = "-all";
    private static final String HELP = "help";

    private Commands() {
    }

    /** All commands, in the order of {@code /help}. */
    public static List<PromptCommand> all() {
        return List.of(
                command(Group.SEE, "/help [TOPIC]", List.of("help"), 
                        "list the commands, or tell of a word of the language: help fit, ?fit",
                        "A topic is a command, a setting, or whatever describe knows: a field, a function, a model,"
                                + " an error code. Lists are commands, settings, statements, fields, functions, units,"
                                + " sources, fits, notes and errors. It goes without the slash, too: help fit, ?fit.",
                        List.of("/help save", "/help feedback", "/help mmlu", "/help statements", "help fit", "?E101"),
                        List.of(),
                        List.of(Argument.TOPIC), Listings::help),
                command(Group.SEE, "/list [-all|ID|NAME]", List.of(),
                        "list the statements that worked, with their numbers",
                        "-all lists those that failed, too (e1, e2), and those of the start-up script (s1). An ID is a"
                                + " number, or a range: 2-4; -1 is the last one typed. A NAME lists what made it.",
                        List.of("/list", "/list -all", "/list 2-4", "/list efficiency"), List.of(ALL),
                        List.of(Argument.STATEMENT),
                        Listings::list),
                command(Group.SEE, "/vars", List.of(),
                        "list what was named: measures, functions, views, parameters, tables, fits",
                        "describe NAME tells more of one, /drop NAME forgets it.",
                        List.of("/vars"), List.of(), List.of(), Listings::names),
                command(Group.SEE, "/last [FORMAT]", List.of(),
                        "show all of the last result, with every row and column",
                        "What is longer than the window goes through the pager, see /set pager; rows too wide for it"
                                + " lie on their side. A format shows it in that one. $ and $3 are the results"
                                + " themselves, sources like any other.",
                        List.of("/last", "/last csv"), List.of(), List.of(Argument.FORMAT), Listings::last),
                command(Group.SEE, "/show [N|NAME]", List.of(),
                        "tell of one mark of the last picture, or one row of the last result",
                        "Where a label has no room in a picture its number stands there, and every label has one. Without"
                                + " a number or a name it tells of the first.",
                        List.of("/show", "/show 1"), List.of(), List.of(), References::show),
                command(Group.SEE, "/cite [-bibtex]", List.of(),
                        "list the sources of the last result, as text and as BibTeX",
                        "Those of the figures that its statement names, of the models in it; of all models where none"
                                + " is in it. In brackets, how many figures came from each. -bibtex prints that alone.",
                        List.of("/cite", "/cite -bibtex"), List.of("-bibtex"), List.of(), References::cite),
                command(Group.SEE, "/history [-all]", List.of(), "show what was typed, -all in earlier sessions, too",
                        "The keys up and down walk through it, and Ctrl-R searches in it.",
                        List.of("/history", "/history -all"), List.of(ALL), List.of(), Listings::history),
                command(Group.RUN, "/save [-all|-history|-transcript] FILE", List.of(),
                        "save the statements that worked as a script for llmq run",
                        "-all saves those that failed as well, as comments; -history all that was typed; -transcript"
                                + " puts what each gave beneath it, as comments, so that the file still runs. A file of"
                                + " that name is replaced, all of it or nothing, and the answer says so.",
                        List.of("/save best.llmq", "/save -transcript best.llmq", "/save -history typed.llmq"),
                        List.of(ALL, "-history", "-transcript"), List.of(Argument.FILE), Scripts::save),
                command(Group.RUN, "/open FILE [NAME=VALUE ...]", List.of(),
                        "read a script into the session without showing its results",
                        "What it names and what it gives is there afterwards, as if it had been typed; /run shows"
                                + " results, too. Where a statement fails, those before it have happened.",
                        List.of("/open best.llmq", "/open ~/best.llmq limit=1T"), List.of(), List.of(Argument.FILE),
                        Scripts::open),
                command(Group.RUN, "/run FILE [NAME=VALUE ...]", List.of(),
                        "run a script in the session, and show its statements and results",
                        "As llmq run does in a shell, but with what the session has, with each statement above its"
                                + " answer (not under /set feedback silent), and what the script names stays; /open"
                                + " shows no results."
                                + " A value is for a parameter of the script, and stands in quotes where it has"
                                + " spaces.",
                        List.of("/run best.llmq", "/run best.llmq limit=1T", "/run best.llmq who='Mistral AI'"),
                        List.of(), List.of(Argument.FILE), Scripts::run),
                command(Group.RUN, "/edit [ID|NAME]", List.of(),
                        "change statements in an editor, and run those that changed",
                        "Without an ID all that worked. What is saved is run as far as it was not there before. The"
                                + " editor is the one of /set editor, else VISUAL or EDITOR, else one that is built"
                                + " in, which Ctrl-X leaves.",
                        List.of("/edit", "/edit 3", "/edit -1", "/edit efficiency"), List.of(),
                        List.of(Argument.STATEMENT),
                        Scripts::edit),
                command(Group.BACK, "/drop NAME ...", List.of(),
                        "forget names: measures, functions, views, tables, fits",
                        "A name that another definition uses is kept, and the answer says by which. /undo brings a"
                                + " name back.", List.of("/drop efficiency", "/drop efficiency strong"), List.of(),
                        List.of(Argument.NAME), Scripts::drop),
                command(Group.BACK, "/undo", List.of(),
                        "take back the last statement, or the last /drop, /reset or /reload",
                        "Again and again, up to a hundred steps. A file that was saved stays, and so does a setting.",
                        List.of("/undo"),
                        List.of(), List.of(), Scripts::undo),
                command(Group.BACK, "/reset", List.of(), "forget everything, and run the start-up script again",
                        "Names, results and numbers are gone; settings and the history stay. /undo takes it back.",
                        List.of("/reset"), List.of(), List.of(), Scripts::reset),
                command(Group.BACK, "/reload [-restore]", List.of(), "start anew and run what worked again",
                        "Files that were loaded are read again. -restore first runs what worked in the session that"
                                + " ended last, by /exit or by a crash: each statement is kept as soon as it has"
                                + " worked. Of several prompts at once each keeps its own.",
                        List.of("/reload", "/reload -restore"), List.of("-restore"), List.of(), Scripts::reload),
                command(Group.LEARN, "/lesson [N|FILE|next|list|reset N|forget]", List.of(),
                        "list the lessons and how far each has come, or begin one",
                        "A lesson goes on where it was left. Enter on the empty line goes on to the next step; in between"
                                + " the session is free. next is the next lesson where this one is done, else its next"
                                + " step, even if the exercise is not done. reset forgets how far a lesson has come,"
                                + " forget does so with all. A FILE is a lesson of one's own.",
                        List.of("/lesson", "/lesson 1", "/lesson next", "/lesson reset 2", "/lesson my-lesson.llmq"),
                        List.of(), List.of(Argument.LESSON, Argument.LESSON), call -> Lessons.lesson(call)),
                command(Group.LEARN, "/hint", List.of(), "say a little more of how an exercise is done",
                        "There are up to three, from a nudge to the answer.",
                        List.of("/hint"), List.of(), List.of(), call -> Lessons.hint(call)),
                command(Group.LEARN, "/skip", List.of(), "show the answer of an exercise, explain it, and go on",
                        "Where a guess is waited for it leaves that out.",
                        List.of("/skip"), List.of(), List.of(), call -> Lessons.skip(call)),
                command(Group.LEARN, "/goal", List.of(), "say again what an exercise asks for", "",
                        List.of("/goal"), List.of(), List.of(), call -> Lessons.goal(call)),
                command(Group.PROMPT, "/set [SETTING [VALUE]]", List.of(), "show or change settings, which are kept",
                        "Alone it shows every setting and where its value comes from. The value default takes a setting"
                                + " back to what it is of itself. A setting may be shortened.",
                        List.of("/set", "/set feedback verbose", "/set rows 20", "/set prompt \"? \"",
                                "/set rows default"), List.of(), List.of(Argument.SETTING, Argument.VALUE),
                        SetCommand::run),
                command(Group.PROMPT, "/exit", List.of("exit", "quit"), "leave; so does Ctrl-D on an empty line",
                        "The next session can bring back what worked: /reload -restore.",
                        List.of("/exit"), List.of(), List.of(), call -> call.desk().leave()),
                command(Group.RUN, "/! /N /-N /N-M", List.of(), "run again: the last, number N, the N-th last, N to M",
                        "Numbers are those of /list.", List.of("/!", "/3", "/-2", "/2-4", "/e1"), List.of(),
                        List.of(), call -> again(call.desk(), "!", call.cancel())));
    }

    private static PromptCommand command(Group group, String usage, List<String> words, String summary, String page,
            List<String> examples, List<String> options, List<Argument> arguments,
            Consumer<Call> run) {
        int space = usage.indexOf(' ');
        return new PromptCommand(group, space < 0 ? usage : usage.substring(0, space), words, usage, summary, page,
                examples, options, arguments, run);
    }

    /** Whether a line is a command without a slash: {@code exit}, {@code help fit}, {@code ?fit}. */
    public static boolean isWord(String line) {
        return topic(line) != null || ofWord(line) != null;
    }

    /** Whether a line begins with the whole name of a command, so that it can hardly be part of a statement. */
    public static boolean isNamed(String line) {
        if (!line.startsWith("/")) {
            return false;
        }
        int end = 1;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        boolean ends = end == line.length() || Character.isWhitespace(line.charAt(end));
        for (PromptCommand command : all()) {
            if (ends && command.name().equals(line.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** What a line asks about: {@code fit} of {@code help fit}, {@code help(fit)}, {@code ?fit}; else {@code null}. */
    private static String topic(String line) {
        String text = (line.endsWith(";") ? line.substring(0, line.length() - 1) : line).strip();
        if (text.startsWith("?")) {
            return text.substring(1).strip();
        }
        if (!text.startsWith(HELP) || text.length() < HELP.length() + 2) {
            return null;
        }
        String rest = text.substring(HELP.length());
        if (rest.startsWith("(") && rest.endsWith(")")) {
            return rest.substring(1, rest.length() - 1).strip();
        }
        // What goes on otherwise is an expression, of something that is called help.
        char first = rest.strip().charAt(0);
        boolean word = Character.isLetter(first) || first == '/' || first == '$' || isQuote(first);
        return Character.isWhitespace(rest.charAt(0)) && word ? rest.strip() : null;
    }

    static boolean isQuote(char character) {
        return character == '"' || character == '\'' || character == '`';
    }

    private static PromptCommand ofWord(String line) {
        String word = (line.endsWith(";") ? line.substring(0, line.length() - 1) : line).strip();
        // Other prompts are left by a call.
        word = word.endsWith("()") ? word.substring(0, word.length() - 2) : word;
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetter(word.charAt(i))) {
                // The registry is not made for each statement.
                return null;
            }
        }
        for (PromptCommand command : all()) {
            if (command.words().contains(word)) {
                return command;
            }
        }
        return null;
    }

    /** @throws LlmqException E404 for an unknown command, and what the command throws */
    static void run(Desk desk, String line, Screen screen, Cancel cancel) {
        String stripped = line.strip();
        String topic = topic(stripped);
        if (topic != null) {
            PromptCommand help = find("/" + HELP);
            help.run().accept(Call.of(desk, help, topic, screen, cancel));
            return;
        }
        PromptCommand word = ofWord(stripped);
        if (word != null) {
            word.run().accept(Call.of(desk, word, "", screen, cancel));
            return;
        }
        int end = 1;
        while (end < stripped.length() && !Character.isWhitespace(stripped.charAt(end))) {
            end++;
        }
        String name = stripped.substring(0, end);
        String rest = stripped.substring(end).strip();
        if (name.endsWith(";") && rest.isEmpty()) {
            name = name.substring(0, name.length() - 1);
        }
        if (isNumber(name)) {
            for (String id : (name + " " + rest).substring(1).strip().split("\\s+")) {
                again(desk, id, cancel);
            }
            return;
        }
        PromptCommand command = find(name);
        command.run().accept(Call.of(desk, command, rest, screen, cancel));
    }

    /** Whether it is {@code /!}, {@code /3}, {@code /-3}, {@code /e1} or {@code /s1}. */
    private static boolean isNumber(String name) {
        if (name.length() < 2) {
            return false;
        }
        char first = name.charAt(1);
        boolean lettered = (first == 'e' || first == 's') && name.length() > 2
                && Character.isDigit(name.charAt(2));
        return first == '!' || first == '-' || Character.isDigit(first) || lettered;
    }

    private static void again(Desk desk, String id, Cancel cancel) {
        for (Snippet snippet : desk.transcript().find(id)) {
            desk.host().message(snippet.text());
            desk.run(SourceText.of(snippet.text()), desk.telling(), cancel, false);
        }
    }

    /**
     * The command of that name, or the only one that begins so; {@code null} where there is none, or several are.
     *
     * @param name with its slash
     */
    public static PromptCommand meant(String name) {
        List<PromptCommand> fitting = fitting(name);
        return fitting.size() == 1 ? fitting.get(0) : null;
    }

    private static List<PromptCommand> fitting(String name) {
        List<PromptCommand> fitting = new ArrayList<>();
        for (PromptCommand command : all()) {
            if (command.name().equals(name) || command.words().contains(name.substring(1))) {
                return List.of(command);
            }
            if (command.name().startsWith(name) && !command.name().equals("/!")) {
                fitting.add(command);
            }
        }
        return fitting;
    }

    /** The command that is {@link #meant}. @throws LlmqException E404 where none is */
    public static PromptCommand find(String name) {
        List<PromptCommand> fitting = fitting(name);
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        if (fitting.size() > 1) {
            throw Diagnostic.of(ErrorCode.E404, "several commands begin with '" + name + "'",
                    "it is short for " + String.join(" and ", names(fitting))).toException();
        }
        throw Diagnostic.of(ErrorCode.E404, "unknown command '" + name + "'", Nearest.sentence(name, names(all())),
                "/help lists the commands").toException();
    }

    private static List<String> names(List<PromptCommand> commands) {
        List<String> names = new ArrayList<>();
        for (PromptCommand command : commands) {
            names.add(command.name());
        }
        return names;
    }
}
