package llmq.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import llmq.catalog.Catalog;
import llmq.catalog.FieldInfo;
import llmq.check.Checked;
import llmq.check.Checker;
import llmq.check.Following;
import llmq.check.Namespace;
import llmq.check.Results;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.engine.Tables;
import llmq.fit.CannotFit;
import llmq.fit.LeaveOutTable;
import llmq.fit.TermsTable;
import llmq.result.Layout;
import llmq.result.Note;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import llmq.table.Table;

/**
 * The names and data that statements work with. Immutable: running a statement gives a new session, and one that
 * fails leaves the old as it was. There is no terminal in here.
 */
public final class Session {
    private final Catalog catalog;
    private final Namespace names;
    private final Map<String, Table> tables;
    private final Map<String, List<Note>> tableNotes;
    /** Where loaded tables came from, by folded name. */
    private final Map<String, Path> files;
    private final Map<String, String> parameters;
    private final Results<Table> results;
    private final CatalogRows rows;

    private Session(Catalog catalog, Namespace names, Map<String, Table> tables, Map<String, List<Note>> tableNotes,
            Map<String, Path> files, Map<String, String> parameters, Results<Table> results, CatalogRows rows) {
        this.catalog = catalog;
        this.names = names;
        this.tables = tables;
        this.tableNotes = tableNotes;
        this.files = files;
        this.parameters = parameters;
        this.results = results;
        this.rows = rows == null ? new CatalogRows(tables()) : rows;
    }

    /** A session with the tables of a catalog, in which nothing has happened. */
    public static Session start(Catalog catalog) {
        Namespace names = Namespace.empty();
        for (String name : Catalog.TABLES) {
            names = names.with(name, new Supplier<>() {
                @Override
                public Namespace.Data get() {
                    Table table = catalog.table(name);
                    return new Namespace.Data(name, table.schema(), table.label(), null, false, true);
                }
            });
        }
        return new Session(catalog, names, Map.of(), Map.of(), Map.of(), Map.of(), Results.none(), null);
    }

    /** This session with values for the parameters of a script, as they stand on the command line. */
    public Session withParameters(Map<String, String> values) {
        Map<String, String> folded = new HashMap<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            folded.put(fold(value.getKey()), value.getValue());
        }
        return new Session(catalog, names, tables, tableNotes, files, Map.copyOf(folded), results, rows);
    }

    /** The catalog, with what was assumed since. */
    public Catalog catalog() {
        return catalog;
    }

    /** What names stand for: tables, definitions and results. */
    public Namespace names() {
        return names;
    }

    /** The tables in memory, by name without regard to case. */
    public Tables tables() {
        return new Tables() {
            @Override
            public Table table(String name) {
                Table own = Results.isName(name) ? results.find(name) : tables.get(fold(name));
                if (own != null) {
                    return own;
                }
                return Catalog.TABLES.contains(name) ? catalog.table(name) : terms(name);
            }
        };
    }

    /** The terms of the fit of that name; {@code null} of one that is not fitted yet. */
    private Table terms(String name) {
        Namespace.Fitted fit = (Namespace.Fitted) names.find(name);
        if (fit.model() == null) {
            return null;
        }
        return fit.model().spec().leaveOut() == null ? TermsTable.of(fit.model(), fit.plan().schema())
                : LeaveOutTable.of(fit.model(), fit.plan().schema());
    }

    /** What is to be said under every result that uses a table. */
    List<Note> notesOn(String table) {
        return tableNotes.getOrDefault(fold(table), List.of());
    }

    /** The loaded table that came from that file, by the name it has there; {@code null} for none. */
    String loadedFrom(Path file) {
        for (Map.Entry<String, Path> loaded : files.entrySet()) {
            try {
                if (Files.isSameFile(loaded.getValue(), file)) {
                    return names.find(loaded.getKey()).name();
                }
            } catch (IOException e) {
                // One of the two is not there any more.
            }
        }
        return null;
    }

    CatalogRows rowNames() {
        return rows;
    }

    /** What was given on the command line for a parameter, or {@code null}. */
    String parameter(String name) {
        return parameters.get(fold(name));
    }

    /** @throws LlmqException with all errors of the statement that can be found at once */
    public Checked check(Statement statement, SourceText text) {
        return check(statement, text, null);
    }

    /** The same, which ends where it is cancelled. @param cancel {@code null} for never */
    Checked check(Statement statement, SourceText text, Cancel cancel) {
        Set<String> assumable = new HashSet<>();
        for (FieldInfo field : catalog.fields()) {
            if (field.assumable()) {
                assumable.add(fold(field.field().name()));
            }
        }
        return new Checker(names, rows, assumable, new Following() {
            @Override
            public List<String> of(String source, int row, String field) {
                return source.equals("models") ? catalog.following(row, field) : List.of();
            }
        }, cancel == null || cancel instanceof Cancel.Never ? null : new Pulse(cancel)).check(statement, text);
    }

    /** Ends a check where it is cancelled; a class, as a lambda would cost a cold start some milliseconds. */
    private record Pulse(Cancel cancel) implements Runnable {
        @Override
        public void run() {
            cancel.check();
        }
    }

    /** As {@link #check}; but what is kept under a name means by {@code $} the result that it is now, ever after. */
    Checked read(Statement statement, SourceText text, Cancel cancel) {
        Checked checked = check(statement, text, cancel);
        SourceText numbered = isKept(statement) ? Parser.numbered(text, statement.span(), results.size()) : null;
        return numbered == null ? checked : check(new Parser().parse(numbered).statements().get(0), numbered,
                cancel);
    }

    private static boolean isKept(Statement statement) {
        if (statement instanceof Statement.Explain explain) {
            return isKept(explain.statement());
        }
        return statement.made() != null && !(statement instanceof Statement.Load);
    }

    /**
     * Runs one statement.
     *
     * @throws LlmqException where it does not check or fails; this session is as it was
     */
    public Outcome run(Statement statement, SourceText text, Workspace workspace) {
        try {
            return read(statement, text, workspace.cancel()).accept(new StatementRunner(this, text, workspace));
        } catch (CannotFit e) {
            throw Diagnostic.at(ErrorCode.E205, text, statement.span(), e.getMessage(),
                    e.help().toArray(new String[0])).toException();
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw exhausted(e, statement, text);
        }
    }

    /** What is too much for the machine is an error of the statement, and the session goes on without it. */
    static LlmqException exhausted(VirtualMachineError limit, Statement statement, SourceText text) {
        return limit instanceof OutOfMemoryError
                ? Diagnostic.at(ErrorCode.E204, text, statement.span(), "this needs more memory than Java may use",
                        "allow more, for instance with LLMQ_JAVA_OPTIONS=-Xmx8g").toException()
                : Diagnostic.at(ErrorCode.E008, text, statement.span(), "this is nested too deeply to be worked out",
                        "take it apart into steps").toException();
    }

    Session with(Namespace.Definition definition) {
        return new Session(catalog, names.with(definition), tables, tableNotes, files, parameters, results, rows);
    }

    /** With a fit, which may have the name that a loaded table had. */
    Session withFit(Namespace.Fitted fit) {
        Map<String, Table> rest = new HashMap<>(tables);
        boolean hidden = rest.remove(fold(fit.name())) != null;
        return new Session(catalog, names.with(fit), hidden ? rest : tables, tableNotes, files, parameters, results,
                hidden ? null : rows);
    }

    Session with(Catalog changed) {
        return new Session(changed, names, tables, tableNotes, files, parameters, results, null);
    }

    /** With a loaded table. @param file that it came from, {@code null} for none */
    Session withTable(String name, Table table, List<Note> notes, Path file) {
        Map<String, Table> more = new HashMap<>(tables);
        more.put(fold(name), table);
        Map<String, List<Note>> moreNotes = new HashMap<>(tableNotes);
        moreNotes.put(fold(name), notes);
        Map<String, Path> moreFiles = new HashMap<>(files);
        if (file != null) {
            moreFiles.put(fold(name), file);
        }
        Namespace.Data data = new Namespace.Data(name, table.schema(), table.label(), null, false, false);
        return new Session(catalog, names.with(data), more, moreNotes, moreFiles, parameters, results, null);
    }

    /** With a result, under the next number. */
    Session withResult(Result result) {
        Table table = result.table();
        List<String> titles = new ArrayList<>();
        for (Shown column : result.shown()) {
            titles.add(table.schema().field(column.column()).name());
        }
        Namespace after = names.withResult(table.schema(), table.label(), titles, result.layout() == Layout.SCALAR);
        return new Session(catalog, after, tables, tableNotes, files, parameters, results.with(table), rows);
    }

    /**
     * This session without a name that was made in it.
     *
     * @throws LlmqException E101 for no such name, E405 for one of llmq's own or a result, E406 where another
     *                       definition uses it
     */
    public Session without(String name) {
        return new Dropping(this).without(name);
    }

    /** With neither the definition nor the table of that name. */
    Session bare(String name) {
        Map<String, Table> fewer = new HashMap<>(tables);
        boolean table = fewer.remove(fold(name)) != null;
        Map<String, List<Note>> fewerNotes = new HashMap<>(tableNotes);
        fewerNotes.remove(fold(name));
        Map<String, Path> fewerFiles = new HashMap<>(files);
        fewerFiles.remove(fold(name));
        return new Session(catalog, names.without(name), fewer, fewerNotes, fewerFiles, parameters, results,
                table ? null : rows);
    }

    /** What the user has named, as a table. */
    public Result named() {
        return new DescribePages(this).names();
    }

    /** What {@code describe} has a page on beside everything that has a name. */
    public static List<String> topics() {
        return DescribePages.TOPICS;
    }

    /** How many results there are. */
    public int results() {
        return results.size();
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
