package llmq.session;

import java.util.ArrayList;
import java.util.List;
import llmq.check.Namespace;
import llmq.fit.FitSpec;
import llmq.fit.Method;
import llmq.fit.Model;
import llmq.fit.Sentences;
import llmq.fit.Transform;
import llmq.fit.Variable;
import llmq.result.Result;
import llmq.syntax.Formatter;
import llmq.syntax.Names;
import llmq.syntax.tree.Statement;
import llmq.table.Field;
import llmq.value.Unit;

/** What there is to fit with, and what was fitted. */
final class FitPages {
    /** Of more groups than this a page tells no more than what each has in common. */
    private static final int MOST_GROUPS = 12;

    private FitPages() {
    }

    /** The methods, the options, then the fits of the session. */
    static Result all(Namespace names) {
        Page page = Page.table("name", "is", "formula");
        for (Method method : Method.values()) {
            page.add(method.word(), "a method: " + method.summary(), method.formula());
        }
        for (Statement.FitOption.Kind option : Statement.FitOption.Kind.values()) {
            page.add(option.words(), "an option: " + option.gives(), option.form());
        }
        for (String name : names.fits()) {
            Namespace.Fitted fit = (Namespace.Fitted) names.find(name);
            page.add(fit.name(), "a fit" + count(fit), formula(fit));
        }
        return page.rows(null);
    }

    static Result method(Method method) {
        return Page.of().add("method", method.word()).add("is", method.summary()).add("formula", method.formula())
                .add("more", method.page()).addKnown("example", method.example()).page(null);
    }

    /** What stands in a clause of options, one page for all that a word stands for. */
    static Result options(List<Statement.FitOption.Kind> options) {
        Page page = Page.of();
        for (Statement.FitOption.Kind option : options) {
            page.add("option", option.words()).add("written", "fit … " + option.form()).add("gives", option.gives())
                    .add("more", option.page()).add("example", option.example());
        }
        return page.page(null);
    }

    /** What a fit's form leaves open: which methods there are, and which options. */
    static Page forms(Page page) {
        List<String> methods = new ArrayList<>();
        for (Method method : Method.values()) {
            methods.add("using " + method.word() + ": " + method.summary());
        }
        List<String> options = new ArrayList<>();
        for (Statement.FitOption.Kind option : Statement.FitOption.Kind.values()) {
            options.add(option.form() + ": " + option.gives());
        }
        return page.add("methods", String.join("\n", methods)).add("options", String.join("\n", options))
                .add("more", "describe logistic, describe bootstrap and so on; describe fits also lists what was"
                        + " fitted");
    }

    /** {@code on 235 rows}; empty where a script is checked and not run. */
    static String count(Namespace.Fitted fit) {
        return fit.model() == null ? "" : count(fit.model());
    }

    static String count(Model model) {
        int rows = 0;
        for (Model.Group group : model.groups()) {
            rows += group.fitted().n();
        }
        return " on " + rows + (rows == 1 ? " row" : " rows");
    }

    static String formula(Namespace.Fitted fit) {
        return fit.model() == null ? Formatter.statement(fit.written()) : new Sentences(fit.model()).title();
    }

    static Result page(Namespace.Fitted fit) {
        List<String> inputs = new ArrayList<>();
        int computes = 0;
        for (Field input : fit.inputs()) {
            inputs.add(input.name());
            computes += input.unit().equals(Unit.FLOP) ? 1 : 0;
        }
        Page page = Page.of().add("name", fit.name())
                .add("is", "a fit" + count(fit) + ", and a function of " + String.join(", ", inputs));
        if (fit.model() != null) {
            model(fit.model(), page);
        }
        String name = Names.operand(fit.name());
        String rows = "predicted(" + name + "), residual(" + name + "), leverage(" + name + ")" + (computes != 1 ? ""
                : ", effective_flops(" + name + "), density(" + name + ")");
        String figure = fit.plan().leaveOut() != null ? null : fit.figure("estimate");
        return page.add("it is called as", fit.usage() + "\n" + rows + " of a row")
                .add("its terms are", "list " + Names.anywhere(fit.name())
                        + (figure == null ? "" : "\nof one: " + figure) + doubling(fit, figure))
                .add("made by", Formatter.statement(fit.written())).page(null);
    }

    /** The doubling time as a formula, where the fit is of the logarithm of something on a date. */
    private static String doubling(Namespace.Fitted fit, String slope) {
        FitSpec spec = fit.plan().spec();
        boolean doubles = slope != null && spec.method() == Method.LINE && spec.response().transform().isLog()
                && spec.inputs().get(0).transform() == Transform.YEARS;
        if (!doubles) {
            return "";
        }
        return "\nmonths to double: " + switch (spec.response().transform()) {
            case LOG2 -> "12";
            case LN -> "12 * ln(2)";
            default -> "12 * log10(2)";
        } + " / " + slope;
    }

    private static void model(Model model, Page page) {
        Sentences words = new Sentences(model);
        FitSpec spec = model.spec();
        page.add("formula", words.title());
        for (int g = 0; g < model.groups().size() && model.groups().size() <= MOST_GROUPS; g++) {
            String of = spec.per().isEmpty() ? "" : ", " + words.name(g);
            if (!spec.per().isEmpty()) {
                page.add("formula" + of, words.formula(g));
            }
            List<String> ranges = new ArrayList<>();
            for (int i = 0; i < spec.inputs().size(); i++) {
                Variable input = spec.inputs().get(i);
                ranges.add((input.isFactor() ? input.title() : input.of()) + " " + words.range(g, i));
            }
            page.add("fitted to" + of, String.join("\n", ranges)).add("terms" + of, String.join("\n", words.terms(g)));
        }
        page.add("what it says", String.join("\n", words.lines()));
    }
}
