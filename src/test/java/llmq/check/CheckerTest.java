package llmq.check;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.plan.Expression;
import llmq.plan.ExpressionText;
import llmq.plan.Plan;
import llmq.plot.PlotSpec;
import llmq.plot.Scale;
import llmq.result.Shown;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import llmq.table.Field;
import llmq.value.Type;
import llmq.value.Units;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Text to what the checker makes of it: kinds and units of columns, conditions, and whole lists of errors. */
class CheckerTest {
    private static final String DEFINED = """
            let eff = mmlu/flops
            let spread = max(mmlu) - min(mmlu)
            let ratio(a, b) = a / b
            let after(d) = released > d
            let strong = models where mmlu > 80
            let odd = tokens + 1
            let none_open = count(models where not open)
            let below(x) = count(models where mmlu < x)
            let most(x) = max(x of hardware)
            let rms(x) = sqrt(avg(x^2))
            let first(x, y) = x
            fit mmlu on log10(flops) where released < 2024-05 as april24
            fit log2(mmlu) on params, released, family where open as sized
            fit mmlu on log10(flops) using logistic per open as curve
            fit mmlu on sqrt(flops/params)*2 - 1, released as apart
            fit mmlu on log10(flops), flops as twice
            fit mmlu on log10(flops) per flops > 1e24 as split
            fit mmlu on flops, flops_6nd as both
            fit mmlu on round(log10(flops)) as rounded
            fit mmlu on log10(flops) + flops/(1e25 FLOP) as mixed
            param limit = 3T
            param since = 2024-01
            param n = 5
            param who = 'Meta'
            """;
    private static final Session SESSION = defined();

    private static Session defined() {
        Workspace workspace = Running.workspace();
        SourceText text = SourceText.of(DEFINED);
        Session session = Session.start(Catalog.builtIn());
        for (Statement statement : new Parser().parse(text).statements()) {
            session = session.run(statement, text, workspace).session();
        }
        return session;
    }

    @TestFactory
    Stream<DynamicTest> kindsAndUnits() throws IOException {
        return Sheet.tests("facts.txt", 60, CheckerTest::facts);
    }

    @TestFactory
    Stream<DynamicTest> errors() throws IOException {
        return Sheet.tests("errors.txt", 80, CheckerTest::errors);
    }

    private static Checked check(SourceText text) {
        List<Statement> statements = new Parser().parse(text).statements();
        if (statements.size() != 1) {
            throw new IllegalArgumentException(statements.size() + " statements");
        }
        return SESSION.check(statements.get(0), text);
    }

    private static String facts(String written) {
        Checked checked;
        try {
            checked = check(SourceText.of(written));
        } catch (LlmqException e) {
            return errors(written);
        }
        if (checked instanceof Checked.Value value) {
            return "value: " + kind(value.value()) + ", " + ExpressionText.of(value.value()) + "\n";
        }
        StringBuilder facts = new StringBuilder();
        if (checked instanceof Checked.Plot plot) {
            picture(plot, facts);
        }
        Query query = checked instanceof Checked.Fit fit ? fit.query() : checked instanceof Checked.Plot plot
                ? plot.query() : ((Checked.Rows) checked).query();
        for (Shown shown : query.shown()) {
            Field field = query.plan().schema().field(shown.column());
            facts.append(shown.title()).append(": ").append(kind(field))
                    .append(shown.display() == null ? "" : ", shown in " + shown.display().symbol()).append('\n');
        }
        conditions(query.plan(), facts);
        return facts.toString();
    }

    /** Its form, what stands for what, and its curves, over what and in which unit. */
    private static void picture(Checked.Plot plot, StringBuilder facts) {
        PlotSpec spec = plot.spec();
        facts.append(spec.form().name().toLowerCase(Locale.ROOT));
        channel(" x", spec.x(), plot, facts);
        channel(" y", spec.y(), plot, facts);
        channel(" residual", spec.residual(), plot, facts);
        channel(" color", spec.color(), plot, facts);
        channel(" size", spec.size(), plot, facts);
        channel(" label", spec.label(), plot, facts);
        facts.append(spec.labelled() < 0 ? "" : " top " + spec.labelled()).append(spec.frontier() ? " frontier" : "")
                .append(spec.bins() < 0 ? "" : " bins " + spec.bins())
                .append(plot.band() ? " band" : "").append(plot.interval() ? " interval" : "")
                .append(spec.title() == null ? "" : " titled " + spec.title())
                .append(plot.file() == null ? "" : " to " + plot.file()).append('\n');
        for (Checked.Trend trend : plot.trends()) {
            facts.append(trend.fit().name()).append(" over");
            trend.grid().fields().forEach(field -> facts.append(' ').append(field.name()));
            Plan.Extend curve = (Plan.Extend) trend.curve();
            facts.append(": ").append(ExpressionText.of(curve.columns().get(0).value())).append(", ")
                    .append(kind(curve.columns().get(0).field())).append('\n');
        }
    }

    private static void channel(String word, PlotSpec.Channel channel, Checked.Plot plot, StringBuilder facts) {
        if (channel != null) {
            String column = plot.query().plan().schema().field(channel.column()).name();
            facts.append(word).append('=').append(column).append(channel.title().equals(column) ? "" : " as "
                    + channel.title()).append(channel.scale() == Scale.LINEAR || channel.scale() == Scale.CATEGORY ? ""
                    : " " + channel.scale().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String kind(Expression value) {
        return kind(new Field("", value.type(), Fields.plain(value.unit()), "", null));
    }

    private static String kind(Field field) {
        return field.type().words() + (field.type() != Type.NUMBER ? "" : field.unit().isNone() ? "" : " in "
                + Units.plural(field.unit()));
    }

    private static void conditions(Plan plan, StringBuilder facts) {
        plan.inputs().forEach(input -> conditions(input, facts));
        if (plan instanceof Plan.Filter filter) {
            facts.append("where ").append(ExpressionText.of(filter.condition())).append('\n');
        }
    }

    /** Each error: its code, the text underlined, the sentence, then its help lines. */
    private static String errors(String written) {
        SourceText text = SourceText.of(written);
        try {
            check(text);
            return "no error\n";
        } catch (LlmqException e) {
            StringBuilder errors = new StringBuilder();
            for (Diagnostic error : e.diagnostics()) {
                errors.append(error.code()).append(" [")
                        .append(written, error.span().start(), error.span().end()).append("] ")
                        .append(error.message()).append('\n');
                error.help().forEach(line -> errors.append("    ").append(line).append('\n'));
            }
            return errors.toString();
        }
    }
}
