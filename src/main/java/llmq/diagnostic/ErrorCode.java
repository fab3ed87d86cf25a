package llmq.diagnostic;

import java.util.Locale;

/**
 * Every kind of error, with the page that {@code describe E012} shows. A code is stable: it is never given to
 * another error, and each has a golden script that shows it.
 *
 * <p>E0xx the text does not parse; E1xx it parses but does not check (names, types, units); E2xx it fails while it
 * runs; E3xx files; E4xx the command line, the session, the catalog.
 */
public enum ErrorCode {
    E001("unexpected text", "The statement does not read on from here.",
            "The help line lists what may stand at this place.", "rank models were open"),
    E002("unfinished statement", "The text ends before the statement does.",
            "At the prompt, go on typing on the next line; in a script, finish the statement.", "rank models by"),
    E003("not a number", "This starts like a number, but is none.",
            "Suffixes are k, M, B, T; exponents are written 1e24; a unit follows after a space.", "list where tokens < 3Tx"),
    E004("unclosed quote", "A quoted text or a backquoted name is never closed.",
            "Close it with the quote that opened it.", "list where org = 'Meta"),
    E005("stray character", "This character has no meaning in llmq.", "Take it out.", "list where open & known"),
    E006("not a date", "There is no such day or month.", "Dates are written 2024-04-10, months 2024-04.",
            "list where released < 2024-13"),
    E007("clause given twice", "One statement takes each clause once.", "Join the two, or take one out.",
            "list top 5 top 6"),
    E008("nested too deeply", "Parentheses are nested too deeply, or a chain of operators or names is too long.",
            "Name a part of it with let; a long chain of 'or' is shorter as in (…).", null),
    E009("text too long", "The text, or what its names stand for, is more than llmq reads at once.",
            "Put data into a file and load it; shorten what names stand for.", null),

    E101("unknown name", "No field, measure, function or source has this name.",
            "describe lists what there is.", "rank models by mmul"),
    E102("unknown model", "No model in the catalog has this name.",
            "A name may be shortened as long as only one model's name begins so.", "mmlu of Lama"),
    E103("ambiguous model", "Several models' names begin so.", "Write more of the name.", "mmlu of \"Llama\""),
    E104("unlike units", "Quantities of different units cannot be added or compared.",
            "Convert one, divide to make a ratio, or write the unit that fits.", "list where tokens < 3T USD"),
    E105("wrong type", "An operation or a function meets a kind of value that it does not take.",
            "describe NAME says what a function takes.", "list where name + 1 > 2"),
    E106("wrong arguments", "A function or a fit is given too few or too many arguments, or others than it takes.",
            "describe NAME shows how it is called.", "log10()"),
    E107("unknown function", "No function has this name.", "describe functions lists them.", "list show lgo10(flops)"),
    E108("unknown unit", "No unit has this name.", "describe units lists them.", "flops of DBRX in lightyears"),
    E109("aggregate out of place", "An aggregate needs a group of rows.",
            "Use it in summarize, or say which rows: avg(mmlu of models).", "rank models by avg(mmlu)"),
    E110("not an aggregate", "summarize shows one row per group, so each column must be an aggregate or a group key.",
            "Wrap it in an aggregate: avg(mmlu).", "summarize models show mmlu"),
    E111("unknown source", "No table, view or result has this name.", "describe sources lists them.", "list modles"),
    E112("name is taken", "This name belongs to llmq itself, or is given twice.", "Choose another.", "let models = 3"),
    E113("not a condition", "A condition must be true or false for each row.", "Compare it with something.",
            "list where tokens"),
    E114("circular definition", "A definition uses itself.", "Break the circle.", "let size = size + 1"),
    E115("out of place in a pipe", "A stage after | takes its rows from what stands before it.",
            "Leave its source out; only statements that take rows may follow a pipe.", "list models | rank models by mmlu"),
    E116("no single value", "Here one value is needed, and this gives a table or differs from row to row.",
            "Say whose value: mmlu of DBRX.", "mmlu + 1"),
    E117("no such result", "There is no result with this number.", "Results are numbered from $1.", "list $99"),
    E118("value out of range", "A value here must lie within certain bounds, or among those that are known.",
            "The message says which.", "list models top 0"),
    E119("not for this field or fit", "This operation needs a property that the field, or the fit, does not have.",
            "describe FIELD, or describe FIT, says what is known of it.", "list show skill(tokens)"),
    E120("not in this picture", "The kind of picture that is asked for has no place for this.",
            "describe plot says what each kind of picture can have.", "plot mmlu with frontier"),

    E201("assertion failed", "assert found its condition not to hold.", "The message shows both sides.",
            "assert 1 > 2 \"numbers still work\""),
    E202("catalog too old", "The script asks for a newer catalog than this one.", "Update llmq.",
            "require catalog 2999.01"),
    E203("cancelled", "The statement was stopped before it ended; nothing changed.", "Run it again.", null),
    E204("out of memory", "The statement needs more memory than Java may use; nothing changed.",
            "Ask for less at once, or allow more: LLMQ_JAVA_OPTIONS=-Xmx8g.", null),

    E205("cannot be fitted", "The rows do not determine the curve that was asked for.",
            "The message says what they lack.", "fit mmlu on params where family = 'DBRX'"),
    E206("figure not known", "The statement needs a figure of a model that nobody published.",
            "assume puts one in for this session.",
            "fit mmlu on log10(params), log10(tokens) as sized; whatif \"GPT-4\" with tokens = 20T using sized"),

    E301("cannot read file", "The file is absent, unreadable, a folder, or not text.", "Check the path.",
            "load \"no-such-file.csv\" as mine"),
    E302("cannot write file", "The file could not be written; what was there before is still there.",
            "Check the path, the permissions and the space on the disk.", "save models to \"/no/such/folder/f.csv\""),
    E303("unknown file type", "The ending of the file's name says which format it has, and this one is not known.",
            "load reads .csv .tsv .json .ndjson, each also .gz; save writes .csv .tsv .json .ndjson .md .html.",
            "save models to \"models.xls\""),
    E304("malformed file", "The file breaks the rules of its own format.", "The message says where.", null),
    E305("no such column", "The file has no column of this title.", "The help line lists the nearest.", null),
    E306("not in the sandbox", "Files are neither read nor written in sandbox mode.", "Start llmq without --sandbox.",
            null),

    E401("wrong usage", "The command line does not read.", "llmq --help shows it.", null),
    E402("broken catalog", "The catalog's files do not hold together.", "llmq check --catalog DIR lists every fault.",
            null),
    E403("unknown parameter", "The script has no parameter of this name.",
            "A script declares its parameters with param.", null),
    E404("unknown command", "No command of the prompt has this name.", "/help lists them.", null),
    E405("wrong use of a command", "A command of the prompt does not take what follows it.",
            "/help COMMAND shows how it is used.", null),
    E406("name in use", "What is to be dropped is used by another definition.",
            "Drop that first, or give the name another meaning.", null),

    E501("unknown line of a document", "A line that begins with #: says nothing that a document knows.",
            "The help line lists the words.", null),
    E502("broken document", "A line that begins with #: or #> stands where it has no meaning.",
            "The message says where it belongs.", null),
    E503("exercise that does not hold", "An exercise of a lesson does not do what the lesson says of it.",
            "Mend the answer, the variant or the mistake that the message names.", null),
    E504("other output", "A statement prints something else than the document says.",
            "Look at the difference; llmq test --accept writes it anew.", null);

    private final String title;
    private final String meaning;
    private final String remedy;
    private final String example;

    ErrorCode(String title, String meaning, String remedy, String example) {
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
        this.example = example;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    public String remedy() {
        return remedy;
    }

    /** A statement that gives this error, or {@code null} where no single statement does. */
    public String example() {
        return example;
    }

    /** The code of that name, without regard to case, or {@code null}. */
    public static ErrorCode find(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        for (ErrorCode code : values()) {
            if (code.name().equals(wanted)) {
                return code;
            }
        }
        return null;
    }
}
