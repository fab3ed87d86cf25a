package llmq.complete;

import static llmq.complete.Candidate.word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import llmq.check.Namespace;
import llmq.command.Argument;
import llmq.command.Commands;
import llmq.command.PromptCommand;
import llmq.command.Setting;
import llmq.complete.Candidate.Kind;
import llmq.lesson.Course;
import llmq.result.Format;
import llmq.session.Session;
import llmq.session.Snippet;

/** What may follow in a command of the prompt, from the registry of commands. */
final class CommandLine {
    private final Session session;
    private final Files files;
    private final List<Snippet> typed;
    private final List<Candidate> found = new ArrayList<>();

    /** @param typed the statements that were typed, the first first */
    CommandLine(Session session, Files files, List<Snippet> typed) {
        this.session = session;
        this.files = files;
        this.typed = typed;
    }

    /** @param line up to the caret, from its slash on @param start offset of the slash in the text */
    Completion complete(String line, int start, int caret) {
        int from = line.length();
        while (from > 0 && !Character.isWhitespace(line.charAt(from - 1))) {
            from--;
        }
        String word = line.substring(from);
        if (from == 0) {
            for (PromptCommand command : Commands.all()) {
                if (command.name().startsWith(word)) {
                    found.add(word(Kind.COMMAND, command.name(), command.summary()));
                }
            }
            if (word.length() > 1) {
                statements(word.substring(1), "/");
            }
        } else {
            String[] before = line.substring(0, from).strip().split("\\s+");
            PromptCommand command = Commands.meant(before[0]);
            if (command != null) {
                arguments(command, before, word);
            }
        }
        return new Completion(start + from, caret, found);
    }

    private void arguments(PromptCommand command, String[] before, String word) {
        Typing typing = new Typing(word);
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
        Argument last = arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
        boolean again = last == Argument.NAME || last == Argument.STATEMENT;
        if (place < arguments.size() || again) {
            argument(arguments.get(Math.min(place, arguments.size() - 1)), before[before.length - 1], word, typing);
        }
    }

    private void argument(Argument argument, String before, String word, Typing typing) {
        switch (argument) {
            case TOPIC -> {
                for (PromptCommand command : Commands.all()) {
                    topic(command.name().substring(1), command.summary(), typing);
                }
                settings(typing);
                String described = "describe " + word;
                found.addAll(new Completer(session, files, typed).complete(described, described.length()).candidates());
            }
            case NAME -> {
                for (Namespace.Definition definition : session.names().all()) {
                    boolean own = !(definition instanceof Namespace.Data data) || !data.builtIn();
                    if (own && typing.starts(definition.name())) {
                        found.add(word(Kind.OWN, definition.name(), Words.of(definition)));
                    }
                }
            }
            case SETTING -> settings(typing);
            case VALUE -> value(Setting.find(before), word, typing);
            case FORMAT -> {
                for (String format : Format.words()) {
                    topic(format, "", typing);
                }
            }
            case FILE -> files(word);
            case LESSON -> lesson(before, word, typing);
            case STATEMENT -> statements(word, "");
        }
    }

    private void value(Setting setting, String word, Typing typing) {
        if (setting == null) {
            return;
        }
        for (String choice : setting.choices()) {
            topic(choice, "", typing);
        }
        topic("default", setting.usual(), typing);
        if (setting == Setting.START) {
            files(word);
        }
    }

    private void lesson(String before, String word, Typing typing) {
        boolean first = before.startsWith("/");
        if (!first && !before.equals("reset")) {
            return;
        }
        for (Course.Entry entry : Course.builtIn().entries()) {
            if (String.valueOf(entry.number()).startsWith(word)) {
                found.add(word(Kind.COMMAND, String.valueOf(entry.number()), entry.title()));
            }
        }
        if (first) {
            topic("next", "the next lesson, or the next step", typing);
            topic("list", "all lessons", typing);
            topic("reset", "forget how far one has come", typing);
            topic("forget", "forget how far all have come", typing);
            if (!word.isEmpty()) {
                files(word);
            }
        }
    }

    private void files(String word) {
        String folder = word.substring(0, word.lastIndexOf('/') + 1);
        Typing rest = new Typing(word.substring(folder.length()));
        for (String name : files.in(folder)) {
            boolean fits = name.endsWith("/") || name.endsWith(".llmq");
            if (fits && rest.starts(name) && (!name.startsWith(".") || !rest.isEmpty())) {
                found.add(new Candidate(folder + name, name, Kind.FILE, "", !name.endsWith("/")));
            }
        }
    }

    /** Numbers of statements: {@code 3}, {@code e1}, the end of {@code 2-4}; or, the last first, {@code -1}. */
    private void statements(String word, String before) {
        boolean back = word.startsWith("-");
        int dash = back ? -1 : word.indexOf('-');
        String start = word.substring(0, dash + 1);
        int from = found.size();
        int place = 0;
        for (int i = typed.size() - 1; i >= 0; i--) {
            Snippet snippet = typed.get(i);
            boolean counts = snippet.kind() == Snippet.Kind.WORKED || snippet.kind() == Snippet.Kind.FAILED;
            place += counts ? 1 : 0;
            String id = back ? "-" + place : snippet.id();
            boolean is = back ? counts : snippet.kind() != Snippet.Kind.COMMAND;
            // A letter alone is the start of a command.
            boolean meant = !before.isEmpty() && word.length() == 1 && Character.isLetter(word.charAt(0));
            if (is && !meant && id.startsWith(word.substring(dash + 1))) {
                String text = snippet.text().replaceAll("\\s+", " ");
                found.add(word(Kind.STATEMENT, before + start + id, text));
            }
        }
        if (!back) {
            Collections.reverse(found.subList(from, found.size()));
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
