package llmq.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.session.Session;
import llmq.session.Snippet;
import llmq.session.Transcript;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import llmq.text.Plural;

/** The commands that write, read and change what was typed. */
final class Scripts {
    private static final String COMMENT = "# ";

    private Scripts() {
    }

    static void save(Call call) {
        String file = call.file("written");
        String option = call.option() == null ? "" : call.option();
        String text;
        int count;
        if (option.equals("-history")) {
            List<String> entries = call.screen().history(false);
            StringBuilder typed = new StringBuilder();
            for (String entry : entries) {
                // A script has no commands.
                typed.append(entry.startsWith("/") ? comment(entry) : entry + "\n");
            }
            text = typed.toString();
            count = entries.size();
        } else if (option.isEmpty()) {
            List<Snippet> worked = call.desk().transcript().of(Snippet.Kind.START, Snippet.Kind.WORKED);
            text = Transcript.script(worked);
            count = worked.size();
        } else {
            List<Snippet> all = call.desk().transcript().all();
            text = annotated(call, all, option.equals("-transcript"));
            count = all.size();
        }
        boolean replaced = call.host().write(file, text);
        call.desk().say("saved " + Plural.count(count, "statement") + " to " + file
                + (replaced ? ", in place of what it held" : ""));
    }

    /** What did not work as comments, and what was given beneath each statement where that is wanted. */
    private static String annotated(Call call, List<Snippet> snippets, boolean results) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < snippets.size(); i++) {
            Snippet snippet = snippets.get(i);
            if (!snippet.worked()) {
                text.append(comment(snippet.text()));
                text.append(results && snippet.failure() != null ? comment("failed: " + snippet.failure()) : "");
                continue;
            }
            // The next that works may be no verb, and a separator never harms.
            text.append(Transcript.script(List.of(snippet)).stripTrailing()).append(";\n");
            if (results && snippet.outcome().result() != null) {
                text.append(comment("$" + snippet.resultNumber()));
                text.append(comment(call.host().written(snippet.result())));
            }
            if (results && snippet.outcome().message() != null) {
                text.append(comment(snippet.outcome().message()));
            }
        }
        return text.toString();
    }

    private static String comment(String text) {
        StringBuilder comment = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            comment.append((COMMENT + line).stripTrailing()).append('\n');
        }
        return text.endsWith("\n") ? comment.substring(0, comment.length() - COMMENT.length()) : comment.toString();
    }

    static void open(Call call) {
        ScriptCall script = ScriptCall.of(call);
        call.desk().refuseInSandbox("read");
        int count = call.desk().run(script.text(call), script.parameters(), Host.Telling.NOTHING, call.cancel(), false);
        call.desk().say("opened " + script.file() + ": " + Plural.count(count, "statement"));
    }

    static void run(Call call) {
        ScriptCall script = ScriptCall.of(call);
        call.desk().refuseInSandbox("read");
        call.desk().echo(script.text(call), script.parameters(), call.cancel());
    }

    static void edit(Call call) {
        call.desk().refuseInSandbox("written");
        List<Snippet> chosen = new ArrayList<>();
        for (String id : call.words()) {
            chosen.addAll(call.desk().find(id));
        }
        if (call.rest().isEmpty()) {
            chosen.addAll(call.desk().transcript().of(Snippet.Kind.WORKED));
        }
        List<String> before = new ArrayList<>();
        for (Snippet snippet : chosen) {
            before.add(snippet.text());
        }
        String after = edited(call, Transcript.script(chosen));
        String changed = changed(before, after);
        if (changed.isBlank()) {
            call.desk().say("nothing was changed, so nothing is run");
            return;
        }
        call.host().message(changed.stripTrailing());
        call.desk().run(SourceText.of(changed), call.desk().telling(), call.cancel(), false);
    }

    /** The statements of a text that were not there before; all of it where it does not parse. */
    private static String changed(List<String> before, String after) {
        List<String> old = new ArrayList<>(before);
        List<Snippet> changed = new ArrayList<>();
        try {
            for (Snippet snippet : statements(SourceText.of(after))) {
                if (!old.remove(snippet.text())) {
                    changed.add(snippet);
                }
            }
        } catch (LlmqException e) {
            return after;
        }
        return Transcript.script(changed);
    }

    private static String edited(Call call, String text) {
        List<String> editor = Programs.editor(call.desk().settings(), call.host()::variable);
        Path file = null;
        try {
            file = Files.createTempFile("llmq", ".llmq");
            Files.writeString(file, text);
            if (editor.isEmpty()) {
                if (!call.screen().isWhole() || !call.screen().edit(file)) {
                    throw Diagnostic.of(ErrorCode.E405, "cannot open an editor",
                            "/set editor names one, as does the variable EDITOR").toException();
                }
            } else {
                List<String> program = new ArrayList<>(editor);
                program.add(file.toString());
                int status = call.screen().lend(program);
                if (status != 0) {
                    throw Diagnostic.of(ErrorCode.E405, "the editor " + editor.get(0) + " ended with status " + status
                            + ", so nothing is run").toException();
                }
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw Diagnostic.of(ErrorCode.E405, "the editor cannot be used" + (editor.isEmpty()
                    || Programs.isThere(editor.get(0), call.host().variable("PATH")) ? ": " + e.getMessage()
                            : ": there is no program '" + editor.get(0) + "'"), "/set editor names another")
                    .toException();
        } finally {
            Programs.discard(file);
        }
    }

    static void drop(Call call) {
        if (call.rest().isEmpty()) {
            throw call.wrong("/drop needs a name");
        }
        Session session = call.host().session();
        for (String name : call.rest().split("[\\s,]+")) {
            session = session.without(name);
        }
        String line = "/drop " + call.rest();
        call.desk().become(line, session, call.desk().transcript().withCommand(line));
        call.desk().say("dropped " + String.join(", ", call.rest().split("[\\s,]+")));
    }

    static void undo(Call call) {
        call.alone();
        String what = call.desk().undo();
        if (what == null) {
            throw Diagnostic.of(ErrorCode.E405, "there is nothing to take back").toException();
        }
        call.desk().say("took back " + what);
    }

    static void reset(Call call) {
        call.alone();
        call.desk().inOneStep("/reset", () -> {
            call.desk().become("/reset", call.host().fresh(), Transcript.empty());
            call.desk().open(call.cancel());
        });
        call.desk().say("everything was forgotten; /undo takes that back");
    }

    static void reload(Call call) {
        call.alone();
        List<Snippet> again = new ArrayList<>();
        if (call.option() != null) {
            again.addAll(earlier(call));
        }
        again.addAll(call.desk().transcript().of(Snippet.Kind.WORKED, Snippet.Kind.COMMAND));
        call.desk().inOneStep(call.option() == null ? "/reload" : "/reload -restore", () -> {
            call.desk().become("/reload", call.host().fresh(), Transcript.empty());
            replay(call, again);
        });
    }

    private static void replay(Call call, List<Snippet> snippets) {
        call.desk().open(call.cancel());
        int count = 0;
        int failed = 0;
        for (Snippet snippet : snippets) {
            try {
                if (snippet.kind() == Snippet.Kind.COMMAND) {
                    call.desk().command(snippet.text(), call.screen(), call.cancel());
                } else {
                    count += call.desk().run(SourceText.of(snippet.text()), Host.Telling.NOTHING, call.cancel(),
                            false);
                }
            } catch (LlmqException e) {
                if (call.cancel().requested()) {
                    throw e;
                }
                failed++;
                call.host().report(e);
            }
        }
        call.desk().say("ran " + Plural.count(count, "statement") + " again"
                + (failed == 0 ? "" : "; " + failed + " failed"));
    }

    private static List<Snippet> statements(SourceText script) {
        List<Snippet> statements = new ArrayList<>();
        for (Statement statement : new Parser().parse(script).statements()) {
            String text = script.text().substring(statement.span().start(), statement.span().end());
            statements.add(new Snippet(Snippet.Kind.WORKED, 1, text, null, null));
        }
        return statements;
    }

    private static List<Snippet> earlier(Call call) {
        call.desk().refuseInSandbox("read");
        Journal journal = call.host().journal();
        Journal.Earlier earlier = journal == null ? null : journal.earlier();
        if (earlier == null) {
            throw Diagnostic.of(ErrorCode.E405, "no earlier session was kept").toException();
        }
        earlier.warnings().forEach(call.host()::message);
        return earlier.snippets();
    }
}
