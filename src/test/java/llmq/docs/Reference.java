package llmq.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.catalog.Catalog;
import llmq.catalog.FieldInfo;
import llmq.cli.Dialogue;
import llmq.command.Commands;
import llmq.command.PromptCommand;
import llmq.command.Setting;
import llmq.diagnostic.ErrorCode;
import llmq.document.Directive;
import llmq.fit.Method;
import llmq.function.AggregateFunction;
import llmq.function.Function;
import llmq.function.Functions;
import llmq.function.WindowFunction;
import llmq.present.Key;
import llmq.result.Format;
import llmq.result.NoteKind;
import llmq.session.PlotPart;
import llmq.syntax.Clause;
import llmq.syntax.Verb;
import llmq.syntax.tree.Statement;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.Table;
import llmq.value.Type;
import llmq.value.Units;

/** Writes the pages of the reference from the registries, with what their examples print. */
final class Reference {
    private static final String MADE = "<!-- Made from the registries; DocsTest says how to renew it. -->\n";
    private static final Path NOWHERE = Path.of("");

    /** Commands for errors that no statement alone gives. */
    private static final Map<ErrorCode, String> COMMANDS = Map.of(
            ErrorCode.E305, "-e 'load \"src/test/resources/docs/mine.csv\" as mine with (params = \"Parms (B)\")'",
            ErrorCode.E306, "--sandbox -e 'save models to \"models.csv\"'",
            ErrorCode.E401, "--wdith 80",
            ErrorCode.E403, "run scripts/best-open-llm.llmq dya=2023-12-31");

    private final Catalog catalog = Catalog.builtIn();
    private final StringBuilder page = new StringBuilder(MADE);

    private Reference() {
    }

    /** Every page by the name of its file. */
    static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("reference.md", new Reference().reference());
        pages.put("functions.md", new Reference().functions());
        pages.put("errors.md", new Reference().errors());
        return pages;
    }

    /** The lines of a document that a lesson is made of, as a table. */
    static String directives() {
        Reference table = new Reference();
        table.page.setLength(0);
        table.row("line", "does");
        table.rule(2);
        for (Directive directive : Directive.values()) {
            table.row(code((Directive.MARK + " " + directive.word() + " " + directive.operand()).strip()),
                    directive.summary());
        }
        return table.page.toString();
    }

    private String reference() {
        heading(1, "Reference");
        text("What [the language](language.md) has, as lists: statements, tables and fields, units, notes, formats, the"
                + " command line. [Functions](functions.md) and [errors](errors.md) have pages of their own. At the"
                + " prompt, `describe` shows the same.");
        heading(2, "Statements");
        row("statement", "gives", "example");
        rule(3);
        for (Verb verb : Verb.values()) {
            row(code(verb.form()), verb.gives(), verb.example() == null ? "" : code(verb.example()));
        }
        row(code("E"), "a bare expression prints its value", code("mmlu of DBRX"));
        row(code("A | STATEMENT …"), "the rows of A go into the next statement",
                code("rank models by mmlu top 5 | compare"));
        heading(3, "Words within them");
        row("word", "form", "is", "example");
        rule(4);
        for (Clause clause : Clause.values()) {
            row(code(clause.word()), code(clause.form()), clause.brief(), clause.example() == null ? ""
                    : code(clause.example()));
        }
        fits();
        pictures();
        fields();
        for (String table : Catalog.TABLES.subList(1, Catalog.TABLES.size())) {
            table(table);
        }
        units();
        heading(2, "Notes");
        text("What may stand under a result, in the formats for people.");
        row("note", "meaning");
        rule(2);
        for (NoteKind kind : NoteKind.values()) {
            row(kind.title(), kind.meaning());
        }
        formats();
        heading(2, "The command line");
        block("text", Dialogue.command(List.of("--help"), NOWHERE).lines().toList());
        heading(2, "Keys of a presentation");
        text("While `llmq present` shows a script or lesson.");
        row("key", "does");
        rule(2);
        for (Key key : Key.all()) {
            row(key.keys(), key.summary());
        }
        heading(2, "Commands of the prompt");
        row("command", "does");
        rule(2);
        for (PromptCommand command : Commands.all()) {
            row(code(command.usage()), command.summary());
        }
        heading(2, "Settings of the prompt");
        text("`/set NAME VALUE` changes one, `/set NAME default` takes it back.");
        row("setting", "takes", "of itself", "is");
        rule(4);
        for (Setting setting : Setting.values()) {
            row(code(setting.word()), code(setting.takes()), code(setting.usual()), setting.summary());
        }
        return page.toString();
    }

    private void fits() {
        heading(2, "Ways to fit");
        text("One of these may follow `using`; a fit without it is a line.");
        row("method", "is", "formula", "more", "example");
        rule(5);
        for (Method method : Method.values()) {
            row(code(method.word()), method.summary(), code(method.formula()), method.page(),
                    method.example() == null ? "" : code(method.example()));
        }
        text("");
        text("And these may follow `with`, several with commas between them.");
        row("option", "gives");
        rule(2);
        for (Statement.FitOption.Kind option : Statement.FitOption.Kind.values()) {
            row(code(option.form()), option.gives());
        }
    }

    private void pictures() {
        heading(2, "Pictures");
        row("statement", "draws", "example");
        rule(3);
        for (PlotPart kind : PlotPart.kinds()) {
            row(code(kind.form()), kind.gives(), code(kind.example()));
        }
        text("");
        text("And these may follow, in any order, each once. Several words after one `with` have commas between them.");
        row("clause", "gives", "example");
        rule(3);
        for (PlotPart clause : PlotPart.clauses()) {
            row(code(clause.form()), clause.gives(), clause.example() == null ? "" : code(clause.example()));
        }
    }

    private void fields() {
        Table models = catalog.models();
        heading(2, "Fields of models");
        text(catalog.about());
        text("Catalog " + catalog.version() + " has " + models.rows() + " models. A field whose values `assume` may"
                + " put in is marked with `+`.");
        row("field", "holds", "unit", "known for", "is", "how it is got");
        rule(6);
        List<FieldInfo> benchmarks = new ArrayList<>();
        for (FieldInfo info : catalog.fields()) {
            if (info.field().scale() != null) {
                benchmarks.add(info);
                continue;
            }
            Field field = info.field();
            row(code(field.name()) + (info.assumable() ? " +" : ""), field.type().words(), unit(field),
                    known(models, field), field.summary(), info.origin());
        }
        text("");
        text("And one field for each benchmark. " + sentence(benchmarks.get(0).origin()));
        row("field", "unit", "known for", "is", "chance", "questions");
        rule(6);
        for (FieldInfo info : benchmarks) {
            Field field = info.field();
            row(code(field.name()) + (info.assumable() ? " +" : ""), unit(field), known(models, field),
                    field.summary(), number(field.scale().chance()), number(field.scale().questions()));
        }
    }

    private void table(String name) {
        Table table = catalog.table(name);
        heading(2, "Fields of " + name);
        text(table.rows() + " rows, known by their " + code(table.label()) + ".");
        row("field", "holds", "unit", "known for", "is");
        rule(5);
        for (Field field : table.schema().fields()) {
            row(code(field.name()), field.type().words(), unit(field), known(table, field), field.summary());
        }
    }

    private void units() {
        heading(2, "Units");
        text("A unit stands after a number, and after `in`. Units are joined by `/` and `*`: `TFLOP/s`, `USD/hour`.");
        row("unit", "also written", "prefixes", "is");
        rule(4);
        for (Units.Entry entry : Units.entries()) {
            row(code(entry.names().get(0)), codes(entry.names().subList(1, entry.names().size())),
                    codes(List.copyOf(entry.prefixes().keySet())), entry.summary());
        }
    }

    private void formats() {
        heading(2, "Formats");
        text("`--format` takes one of these; `save` goes by the ending of the file's name.");
        row("format", "is", "endings", "read by");
        rule(4);
        for (Format format : Format.values()) {
            row(code(format.word()), format.summary(), codes(format.endings()),
                    format.isMachine() ? "programs" : "people");
        }
        text("");
        text("What programs read is written as it is into files and pipes. On a terminal, characters of the data that"
                + " would steer it or turn the direction of writing stand as escapes, such as `\\x1b` and `\\u202e`, as"
                + " they do in tables.");
    }

    private String functions() {
        heading(1, "Functions");
        text("Each with what its examples print. Unknown values make the result unknown unless said otherwise.");
        functions("Functions of one row", Function.class);
        functions("Functions of the rows of a group", AggregateFunction.class);
        functions("Functions of a row among all rows of the query", WindowFunction.class);
        return page.toString();
    }

    private void functions(String title, Class<? extends Function> kind) {
        heading(2, title);
        for (Function function : Functions.all()) {
            boolean plain = !(function instanceof AggregateFunction) && !(function instanceof WindowFunction);
            if (kind == Function.class ? !plain : !kind.isInstance(function)) {
                continue;
            }
            heading(3, code(function.doc().usage()));
            text(sentence(function.doc().summary()) + " " + function.doc().page());
            List<String> typed = new ArrayList<>();
            for (String example : function.doc().examples()) {
                typed.add(Transcript.PROMPT + example);
            }
            block("console", new Transcript(NOWHERE).anew(typed));
        }
    }

    private String errors() {
        heading(1, "Errors");
        text("An error has a code that stays the same from one version to the next; `describe E104` shows its page."
                + " E0xx: the text does not parse. E1xx: it parses but does not check. E2xx: it fails while it runs."
                + " E3xx: files. E4xx: the command line, the prompt, the catalog.");
        for (ErrorCode code : ErrorCode.values()) {
            heading(2, code.name() + " " + code.title());
            text(code.meaning() + " " + code.remedy());
            if (code.example() != null) {
                block("console", Transcript.of(code.example(), NOWHERE));
            } else if (COMMANDS.containsKey(code)) {
                block("console", new Transcript(NOWHERE).anew(List.of(Transcript.COMMAND + COMMANDS.get(code))));
            }
        }
        return page.toString();
    }

    private static String unit(Field field) {
        return field.type() == Type.NUMBER && !field.unit().isNone() ? field.unit().toString() : "";
    }

    private static String known(Table table, Field field) {
        Column column = table.column(field.name());
        int known = 0;
        for (int row = 0; row < column.size(); row++) {
            known += column.isKnown(row) ? 1 : 0;
        }
        return known == table.rows() ? "all" : Integer.toString(known);
    }

    private static String number(double value) {
        return value != value ? "" : value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String codes(List<String> texts) {
        List<String> codes = new ArrayList<>();
        for (String text : texts) {
            codes.add(code(text));
        }
        return String.join(" ", codes);
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }

    private void heading(int level, String title) {
        boolean apart = page.length() < 2 || page.charAt(page.length() - 2) == '\n';
        page.append(apart ? "" : "\n").append("#".repeat(level)).append(' ').append(title).append("\n\n");
    }

    private void text(String text) {
        if (text.isEmpty()) {
            page.append('\n');
            return;
        }
        page.append(text.strip()).append("\n\n");
    }

    private void row(String... cells) {
        page.append('|');
        for (String cell : cells) {
            page.append(' ').append(cell.replace("|", "\\|")).append(cell.isEmpty() ? "|" : " |");
        }
        page.append('\n');
    }

    private void rule(int columns) {
        page.append('|').append("---|".repeat(columns)).append('\n');
    }

    private void block(String info, List<String> lines) {
        page.append("```").append(info).append('\n');
        for (String line : lines) {
            page.append(line).append('\n');
        }
        page.append("```\n");
    }
}
