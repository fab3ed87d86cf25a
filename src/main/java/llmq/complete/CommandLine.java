package llmq.complete;

import static llmq.complete.Candidate.word;

import java.util.ArrayList;
import java.util.List;
import llmq.check.Namespace;
import llmq.command.Argument;
import llmq.command.Commands;
import llmq.command.PromptCommand;
import llmq.command.Setting;
import llmq.complete.Candidate.Kind;
import llmq.render.Format;
import llmq.session.Session;

/** What may follow in a command of the prompt, from the registry of commands. */
final class CommandLine {
    private final Session session;
    private final Files files;
    private final List<Candidate> found = new ArrayList<>();

    CommandLine(Session session, Files files) {
        this.session = session;
        this.files = files;
    }

    /** @param line up to the caret, from its slash on @param start offset of the slash in the text */
    Completion complete(String line, int start, int caret) {
        int from = line.length();
        while (from > 0 && !Character.isWhitespace(line.charAt(from - 1))) {
            from--;
        }
        String typed = line.substring(from);
        if (from == 0) {
            for (PromptCommand command : Commands.all()) {
                if (command.name().startsWith(typed)) {
                    found.add(word(Kind.COMMAND, command.name(), command.summary()));
                }
            }
        } else {
            String[] before = line.substring(0, from).strip().split("\\s+");
            PromptCommand command = command(before[0]);
            if (command != null) {
                arguments(command, before, typed);
            }
        }
        return new Completion(start + from, caret, found);
    }

    /** The one that is meant; {@code null} where none is, or several may be. */
    private static PromptCommand command(String name) {
        PromptCommand meant = null;
        for (PromptCommand command : Commands.all()) {
            if (command.name().equals(name)) {
                return command;
            }
            if (command.name().startsWith(name)) {
                if (meant != null) {
                    return null;
                }
                meant = command;
            }
        }
        return meant;
    }

    private void arguments(PromptCommand command, String[] before, String typed) {
        Typing typing = new Typing(typed);
        int place = 0;
        for (int i = 1; i < before.length; i++) {
            place += before[i].startsWith("-") ? 0 : 1;
        }
        for (String option : command.options()) {
            if (place == 0 && before.length == 1 && typing.starts(option)) {
                found.add(word(Kind.COMMAND, option, ""));
            }
        }
        List<Argument> arguments = command.arguments();
        boolean again = !arguments.isEmpty() && arguments.get(arguments.size() - 1) == Argument.NAME;
        if (place < arguments.size() || again) {
            argument(arguments.get(Math.min(place, arguments.size() - 1)), before[before.length - 1], typed, typing);
        }
    }

    private void argument(Argument argument, String before, String typed, Typing typing) {
        switch (argument) {
            case TOPIC -> {
                for (PromptCommand command : Commands.all()) {
                    topic(command.name().substring(1), command.summary(), typing);
                }
                settings(typing);
                String described = "describe " + typed;
                found.addAll(new Completer(session, files).complete(described, described.length()).candidates());
            }
            case NAME -> {
                for (Namespace.Definition definition : session.names().all()) {
                    boolean own = !(definition instanceof Namespace.Data data)
                            || !data.builtIn() && !data.name().startsWith("$");
                    if (own) {
                        topic(definition.name(), "", typing);
                    }
                }
            }
            case SETTING -> settings(typing);
            case VALUE -> {
                Setting setting = Setting.find(before);
                for (String choice : setting == null ? List.<String>of() : setting.choices()) {
                    topic(choice, "", typing);
                }
                if (setting != null) {
                    topic("default", setting.usual(), typing);
                }
            }
            case FORMAT -> {
                for (String format : Format.words()) {
                    topic(format, "", typing);
                }
            }
            case FILE -> {
                String folder = typed.substring(0, typed.lastIndexOf('/') + 1);
                Typing rest = new Typing(typed.substring(folder.length()));
                for (String name : files.in(folder)) {
                    boolean fits = name.endsWith("/") || name.endsWith(".llmq");
                    if (fits && rest.starts(name) && (!name.startsWith(".") || !rest.isEmpty())) {
                        found.add(new Candidate(folder + name, name, Kind.FILE, "", !name.endsWith("/")));
                    }
                }
            }
            case STATEMENT -> { }
        }
    }

    private void settings(Typing typing) {
        for (Setting setting : Setting.values()) {
            topic(setting.word(), setting.summary(), typing);
        }
    }

    private void topic(String text, String description, Typing typing) {
        if (!text.isEmpty() && Character.isLetter(text.charAt(0)) && typing.starts(text)) {
            found.add(word(Kind.COMMAND, text, description));
        }
    }
}
