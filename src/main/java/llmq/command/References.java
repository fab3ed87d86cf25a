package llmq.command;

import java.util.ArrayList;
import java.util.List;
import llmq.catalog.ModelNames;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.plot.Label;
import llmq.plot.Panel;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.session.Bibliography;
import llmq.session.Citations;
import llmq.session.Page;
import llmq.session.Snippet;
import llmq.table.CellText;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.WholeNumber;

/** The commands that go from a result to what stands behind it. */
final class References {
    /** Names that a message lists. */
    private static final int MOST = 8;

    private References() {
    }

    /** One row of the last result, known by its place or, in a picture, by its label's number. */
    static void show(Call call) {
        Result result = Listings.lastResult(call).result();
        Table table = result.table();
        int number = WholeNumber.of(call.rest().isEmpty() ? "1" : call.rest());
        int named = number < 0 ? named(table, SettingsFile.unquoted(call.rest())) : -1;
        int row = named >= 0 ? named : result.picture() == null ? row(result, number) : labelled(result, number);
        Page page = Page.of();
        for (Shown column : result.shown()) {
            if (column.reader() != Shown.Reader.MACHINES) {
                page.add(column.title(), CellText.of(table.schema().field(column.column()),
                        table.column(column.column()), row, column.display()));
            }
        }
        call.host().show(page.page(null));
    }

    /**
     * The row that has this name; −1 where its rows have none, or it has none of that name.
     *
     * @throws LlmqException E405 where it fits several
     */
    private static int named(Table table, String name) {
        if (name.isEmpty() || table.label() == null || !(table.column(table.label()) instanceof TextColumn labels)) {
            return -1;
        }
        ModelNames.Match match = ModelNames.of(table).find(name);
        if (match.isOne()) {
            return match.row();
        }
        if (match.isNone()) {
            throw Diagnostic.of(ErrorCode.E405, "the last result has no row '" + name + "'",
                    match.nearest().isEmpty() ? "/show 1" : "did you mean '" + match.nearest().get(0) + "'?")
                    .toException();
        }
        List<String> names = new ArrayList<>();
        for (int row : match.rows().subList(0, Math.min(MOST, match.rows().size()))) {
            names.add(labels.value(row));
        }
        throw Diagnostic.of(ErrorCode.E405, "'" + name + "' fits " + match.rows().size() + " rows",
                "it could be: " + String.join(", ", names)).toException();
    }

    private static int row(Result result, int number) {
        if (number < 1 || number > result.table().rows()) {
            throw wrong("the rows of the last result have the numbers 1 to " + result.table().rows(),
                    result.table().rows() == 0);
        }
        return number - 1;
    }

    private static int labelled(Result result, int number) {
        int most = 0;
        for (Panel panel : result.picture().panels()) {
            for (Label label : panel.labels()) {
                if (label.number() == number) {
                    return label.row();
                }
                most = Math.max(most, label.number());
            }
        }
        throw most == 0 ? Diagnostic.of(ErrorCode.E405, "the last picture has no labels", "label top 10 gives them, and"
                + " each its number").toException()
                : wrong("the labels of the last picture have the numbers 1 to " + most, false);
    }

    private static LlmqException wrong(String message, boolean empty) {
        return (empty ? Diagnostic.of(ErrorCode.E405, "the last result has no rows")
                : Diagnostic.of(ErrorCode.E405, message, "/show 1")).toException();
    }

    /** The sources of the figures in the last result. */
    static void cite(Call call) {
        call.alone();
        Snippet last = Listings.lastResult(call);
        List<Citations.Cited> sources = new Citations(call.host().session(), call.desk().transcript()).of(last);
        if (sources.isEmpty()) {
            call.host().message("nothing in the last result comes from the catalog's sources");
            return;
        }
        String bibtex = Bibliography.bibtex(sources);
        Listings.print(call, call.option() != null ? bibtex : call.host().page(Bibliography.page(sources,
                call.host().session().catalog().version())) + "\n" + bibtex);
    }
}
