package llmq.session;

import java.util.List;
import llmq.catalog.SourceEntry;
import llmq.result.Result;

/** Sources as a reader lists them, and as BibTeX has them. */
public final class Bibliography {
    private static final String ARXIV = "https://arxiv.org/abs/";

    private Bibliography() {
    }

    /** Of each its title and year, where it is, and what was taken from it. */
    public static Result page(List<Citations.Cited> sources, String version) {
        Page page = Page.of();
        for (int i = 0; i < sources.size(); i++) {
            SourceEntry source = sources.get(i).source();
            page.add("[" + (i + 1) + "]", source.year() == source.year()
                    ? source.title() + ", " + (int) source.year() : source.title());
            page.add("", source.url()).add("", sources.get(i).what());
        }
        return page.page("Sources, as in catalog " + version);
    }

    /** An entry for each, of the type that says least: what a source is, no catalog knows. */
    public static String bibtex(List<Citations.Cited> sources) {
        StringBuilder text = new StringBuilder();
        for (Citations.Cited cited : sources) {
            SourceEntry source = cited.source();
            text.append("@misc{").append(source.key()).append(",\n  title = {{").append(escaped(source.title()))
                    .append("}}");
            if (source.year() == source.year()) {
                text.append(",\n  year = {").append((int) source.year()).append('}');
            }
            if (source.url().startsWith(ARXIV)) {
                text.append(",\n  eprint = {").append(source.url().substring(ARXIV.length()))
                        .append("},\n  archiveprefix = {arXiv}");
            }
            text.append(",\n  url = {").append(source.url()).append("}\n}\n");
        }
        return text.toString();
    }

    /** Signs that TeX reads as more than themselves. */
    private static String escaped(String title) {
        StringBuilder text = new StringBuilder();
        for (char sign : title.toCharArray()) {
            if ("#$%&_{}".indexOf(sign) >= 0) {
                text.append('\\');
            }
            text.append(sign == '~' ? "\\textasciitilde{}" : sign == '^' ? "\\textasciicircum{}"
                    : sign == '\\' ? "\\textbackslash{}" : String.valueOf(sign));
        }
        return text.toString();
    }
}
