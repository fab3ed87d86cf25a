package llmq.render;

import java.io.IOException;
import llmq.result.Format;
import llmq.result.Result;
import llmq.text.Style;

/** The printer of each format. */
public final class Printers {
    private Printers() {
    }

    public static Printer of(Format format, Style style) {
        return switch (format) {
            case TABLE -> style.plain() ? new PlainPrinter(style) : new TablePrinter(style);
            case VERTICAL -> style.plain() ? new PlainPrinter(style) : new VerticalPrinter(style);
            case CSV -> new CsvPrinter();
            case TSV -> new TsvPrinter();
            case JSON -> new JsonPrinter();
            case NDJSON -> new NdjsonPrinter();
            case MARKDOWN -> new MarkdownPrinter(style);
            case HTML -> new HtmlPrinter(style);
        };
    }

    /** As {@link #of}, where there is no prompt at which /last would show what is cut beneath a picture. */
    public static Printer withoutLast(Format format, Style style) {
        Printer usual = of(format, style);
        return format != Format.TABLE && format != Format.VERTICAL ? usual : new Printer() {
            @Override
            public void print(Result result, Appendable out) throws IOException {
                (result.picture() == null ? usual : new PlotPrinter(style, "")).print(result, out);
            }
        };
    }

    /** Prints every row, and every column without a cut, on its side if need be. */
    public static Printer whole(Format format, Style style) {
        Style all = style.allRows();
        return format == Format.TABLE && !style.plain() ? TablePrinter.whole(all) : of(format, all);
    }

    /**
     * What the printer prints, fit for a terminal. Formats for people are so by themselves, and those for programs
     * otherwise hold every character as it is.
     */
    public static Printer onTerminal(Format format, Printer printer) {
        return !format.isMachine() ? printer : new Printer() {
            @Override
            public void print(Result result, Appendable out) throws IOException {
                printer.print(result, new SafeAppendable(out));
            }
        };
    }
}
