package llmq.command;

import java.util.List;
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
import llmq.value.WholeNumber;

/** The commands that go from a result to what stands behind it. */
final class References {
    private References() {
    }

    /** One row of the last result, known by its place or, in a picture, by its label's number. */
    static void show(Call call) {
        Result result = Listings.lastResult(call).result();
        int number = WholeNumber.of(call.rest());
        int row = result.picture() == null ? row(result, number) : labelled(result, number);
        Table table = result.table();
        Page page = Page.of();
        for (Shown column : result.shown()) {
            if (column.reader() != Shown.Reader.MACHINES) {
                page.add(column.title(), CellText.of(table.schema().field(column.column()),
                        table.column(column.column()), row, column.display()));
            }
        }
        call.host().show(page.page(null));
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
