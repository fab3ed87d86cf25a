package llmq.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.session.Session;
import llmq.text.Style;
import llmq.text.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
    private static final String TEXT = """
            #!/usr/bin/env llmq
            # The title of it all
            #
            # A paragraph of `code and`
            # **stress**, in two lines.
            #
            # - one point
            # - another, which is so long that it
            #   goes on
            #
            #     verbatim  text
            #
            # A line that ends as a sentence.
            #
            count(models) # beside a statement
            # A second heading
            #
            # And its text.
            rank models by mmlu
                # within a statement
                top 2
            """;

    private static List<Block> blocks(String text) {
        return DocumentReader.read(SourceText.of(text)).blocks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void commentsAreTakenApart(String newline) {
        StringBuilder told = new StringBuilder();
        for (Block block : blocks(TEXT.replace("\n", newline))) {
            told.append(block.getClass().getSimpleName()).append(' ').append(
                    block instanceof Block.Heading heading ? heading.level() + " " + heading.text()
                    : block instanceof Block.Paragraph paragraph ? paragraph.text()
                    : block instanceof Block.Points points ? points.points()
                    : block instanceof Block.Verbatim verbatim ? verbatim.lines()
                    : ((Block.Code) block).text().lines().count()).append('\n');
        }
        assertEquals("""
                Heading 1 The title of it all
                Paragraph A paragraph of `code and` **stress**, in two lines.
                Points [one point, another, which is so long that it goes on]
                Verbatim [verbatim  text]
                Paragraph A line that ends as a sentence.
                Code 1
                Heading 2 A second heading
                Paragraph And its text.
                Code 3
                """, told.toString());
    }

    @Test
    void proseIsPrintedInLines() {
        List<Block> prose = blocks(TEXT).subList(0, 5);
        assertEquals("""
                The title of it all

                A paragraph of `code
                and` stress, in two
                lines.

                - one point
                - another, which is
                  so long that it
                  goes on

                    verbatim  text

                A line that ends as
                a sentence.
                """, new ProsePrinter(new Style(20, Theme.NONE, true, false, 0)).print(prose));
    }

    @Test
    void signsGiveWayToColours() {
        String printed = new ProsePrinter(new Style(40, Theme.DARK, true, false, 0)).print(blocks(TEXT).subList(1, 2));
        assertEquals(true, printed.contains("[") && !printed.contains("`") && !printed.contains("*"), printed);
    }

    private static Placeholders figures() {
        return new Placeholders(Session.start(Catalog.builtIn()), Running.workspace());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "DBRX has {mmlu of DBRX} on MMLU. | DBRX has 73.7% on MMLU.",
        "{params of DBRX}, {released of DBRX}, {org of DBRX} | 132B params, 2024-03-27, Databricks",
        "{{not}} this, {1 + 1} | {not} this, 2",
        "{'}' = '}'} and {{{'{'}}} | yes and {{}",
        "a {{ alone, a } too | a { alone, a } too",
        "none | none"})
    void figuresComeFromTheSession(String prose, String filled) {
        assertEquals(filled, figures().fill(prose));
    }

    @ParameterizedTest
    @CsvSource({"{mmlu of NOBODY}", "{tokens of models}", "{let x = 2}", "{rank models by mmlu}", "{}", "a { alone", "{mmlu of DBRX"})
    void whatIsNoValueIsAnError(String prose) {
        assertThrows(LlmqException.class, () -> figures().fill(prose));
    }
}
