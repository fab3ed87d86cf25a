package llmq.handout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import llmq.catalog.Catalog;
import llmq.cli.Dialogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandoutTest {
    private static final String LESSON = """
            # Five & <more>
            #
            # DBRX has **{mmlu of DBRX}** by `mmlu`.
            #: about What MMLU says
            #: notes Nobody reads this.
            param least = 80
            list models where open and mmlu > least top 2 show mmlu

            #: exercise The best
            # Which is the best?
            #: guess What does it score?
            #: truth max(mmlu of $)
            #: hint Begin with `rank`.
            rank models by mmlu top 1
            #: because It read the most.

            # As a picture.
            plot mmlu against flops where open top 20
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("five.llmq"), LESSON.replace(" top 20\n", " and mmlu > 85\n"));
    }

    private String llmq(String... arguments) {
        return Dialogue.command(List.of(arguments), folder);
    }

    private String handout(String to, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("handout", "five.llmq", "--to", to));
        arguments.addAll(List.of(more));
        assertEquals("wrote " + to + "\n", Dialogue.command(arguments, folder));
        return Files.readString(folder.resolve(to));
    }

    @Test
    void markdownHasProseQueriesAndResults() throws IOException {
        String text = handout("five.md", "--answers");
        int picture = text.indexOf("As a picture.");
        assertEquals("""
                # Five &amp; &lt;more>

                *What MMLU says*

                **The teacher's copy: with notes, hints and answers**

                DBRX has **73.7%** by `mmlu`.

                > **Speaker:** Nobody reads this.

                ```llmq
                param least = 80
                ```

                ```llmq
                list models where open and mmlu > least top 2 show mmlu
                ```

                """, text.substring(0, text.indexOf("| name")));
        String exercise = text.substring(text.indexOf("### Exercise"), picture);
        assertTrue(exercise.startsWith("""
                ### Exercise 1: The best

                **First guess:** What does it score?

                Which is the best?

                **Hints**

                1. Begin with `rank`.

                **Answer**

                ```llmq
                rank models by mmlu top 1
                ```

                """), exercise);
        assertTrue(exercise.contains("To the guess: **") && exercise.endsWith("It read the most.\n\n"), exercise);
        assertTrue(text.substring(picture).contains("```\nmmlu (%)\n"), text.substring(picture));
        assertTrue(text.contains("> **Speaker:** Nobody reads this."), text);
        String learners = handout("learners.md");
        assertFalse(learners.contains("Nobody reads") || learners.contains("Begin with"), learners);
    }

    @Test
    void withoutAnswersThereIsRoom() throws IOException {
        String text = handout("five.md");
        assertFalse(text.contains("rank models") || text.contains("It read") || text.contains("To the guess"), text);
        String page = handout("five.html");
        assertFalse(page.contains(">rank</span>") || page.contains("It read"), page);
        assertTrue(page.contains("<div class=\"room\">"), page);
    }

    /** Who it is of, what is asked first, and what is for those who have time. */
    @Test
    void learnersWriteOnIt() throws IOException {
        Files.writeString(folder.resolve("five.llmq"), LESSON.replace("# Which is", "#: extra\n# Which is")
                .replace(" top 20\n", "\n"));
        String text = handout("five.md");
        String line = "\\_".repeat(16);
        assertTrue(text.startsWith("# Five &amp; &lt;more>\n\n*What MMLU says*\n\nName " + line + " Date " + line
                + "\n\nDBRX has"), text);
        String exercise = text.substring(text.indexOf("### Exercise"), text.indexOf("As a picture."));
        assertEquals("### Exercise 1: The best (if there is time)\n\n**First guess:** What does it score?\n\nMy guess: "
                + line + "\n\nWhich is the best?\n\n```llmq\n\n\n```\n\n", exercise);
        String page = handout("five.html");
        assertTrue(page.contains("<p class=\"names\"><span>Name</span><span>Date</span></p>\n<p>DBRX has"), page);
        assertTrue(page.contains("score?</p>\n<p class=\"blank\"><span>My guess</span></p>\n<p>Which"), page);
        Files.writeString(folder.resolve("five.llmq"), "# A script\n#\n# And no lesson.\n1 + 1\n");
        String script = handout("five.md");
        assertFalse(script.contains("Name ") || script.contains("Words of"), script);
    }

    /** Of answers, too, which are not in it. */
    @Test
    void itsWordsStandAtItsEnd() throws IOException {
        String text = handout("five.md");
        assertEquals("""
                ## Words of this lesson

                **Sentences**

                - `param`: a script's parameter with its default; llmq run f.llmq NAME=V sets it
                - `list`: rows as they stand
                - `rank`: rows in order, numbered; the greatest first unless said
                - `plot`: a picture: in the terminal, or a file

                **Words in them**

                - `where`: only rows of which something is true
                - `and`: both
                - `top`: the first so many rows
                - `show`: the columns to show
                - `by`: what to order by
                - `against`: for the least of what; in a picture, what lies along x

                **Fields**

                - `open`: whether its weights can be downloaded
                - `mmlu`: MMLU: school and college knowledge in 57 subjects; pick one of four answers
                - `flops`: training compute

                """, text.substring(text.indexOf("## Words"), text.indexOf("---\n\nllmq")));
        String page = handout("five.html", "--answers");
        assertTrue(page.contains("<div><dt><code>rank</code></dt> <dd>rows in order, numbered; the greatest first"
                + " unless said</dd></div>"), page);
    }

    /** A word is what it is where it stands. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "max(mmlu of models) | of, max(x), mmlu",
        "max(1, 2) + max((3), min(4, 5), 6) | 'max(a, b, ...), min(a, b, ...)'",
        "fit mmlu on log10(flops) using logistic with leave one out as s | fit, on, using, using logistic, with,"
                + " as, log10(x), mmlu, flops",
        "plot mmlu against flops label top 3 with frontier | plot, against, top, with, with frontier, mmlu, flops",
        "frontier mmlu against flops with dominated | frontier, against, with, dominated, mmlu, flops",
        "list models where tokens is unknown -- note | list, where, unknown, tokens"})
    void wordsOfAStatement(String statement, String names) {
        WordList words = new WordList();
        words.add(statement, Catalog.builtIn());
        List<String> found = new ArrayList<>();
        for (WordList.Kind kind : WordList.Kind.values()) {
            words.of(kind).forEach(word -> found.add(word.name()));
        }
        assertEquals(names, String.join(", ", found));
    }

    @Test
    void aPageNeedsNothingElse() throws IOException {
        String page = handout("five.html", "--answers");
        assertTrue(page.contains("<h1>Five &amp; &lt;more&gt;</h1>"), page);
        assertTrue(page.contains("<p>DBRX has <strong>73.7%</strong> by <code>mmlu</code>.</p>"), page);
        assertTrue(page.contains("<pre class=\"query\"><span class=\"keyword\">rank</span> <span class=\"name\">models</span>"), page);
        assertTrue(page.contains("<figure class=\"picture\"") && page.contains("<svg"), page);
        assertFalse(page.replaceAll("<script>[^\\f]*?</script>", "").matches("(?s).*<[^>]*(src|href)=\"(?!data:|#).*"),
                "it asks for something");
        assertEquals(page, handout("five.html", "--answers"), "the same input, the same bytes");
    }

    @Test
    void whatAFigureSaysIsNoMarkup() throws IOException {
        Files.writeString(folder.resolve("five.llmq"), "# T <b>\n#\n# It is {\"<script>*x*</script>\"}.\n");
        String text = handout("five.md");
        assertEquals("# T &lt;b>\n\nIt is &lt;script>\\*x\\*&lt;/script>.\n\n", text.substring(0, text.indexOf("---")));
        String page = handout("five.html");
        assertFalse(page.contains("<script>"), page);
    }

    @Test
    void aFigureThatFailsIsToldWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("bad.llmq"), "# T\n#\n# It is {mmlu of}.\n1 + 1\n");
        assertEquals(llmq("check", "bad.llmq"), llmq("handout", "bad.llmq", "--to", "x.md"));
        assertTrue(llmq("handout", "bad.llmq", "--to", "x.md").startsWith("error[E002] bad.llmq:3:10: "));
        assertFalse(Files.exists(folder.resolve("x.md")));
    }

    @Test
    void theDocumentItselfStays() throws IOException {
        Files.writeString(folder.resolve("own.md"), "# T\n");
        String told = llmq("handout", "own.md", "--to", "./own.md");
        assertTrue(told.startsWith("error[E302]"), told);
        assertEquals("# T\n", Files.readString(folder.resolve("own.md")));
    }

    @Test
    void parametersAreGivenAsToARun() throws IOException {
        assertTrue(handout("five.md", "least=89").contains("gpt-oss-120b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "handout five.llmq | llmq handout needs the name of the page: llmq handout five.llmq --to handout.html",
        "handout five.llmq --to x.doc | the ending of 'x.doc' does not say what the handout is to be",
        "handout none.llmq --to x.md | cannot read 'none.llmq': there is no such file",
        "handout 99 --to x.md | there is no lesson 99",
        "run five.llmq --to x.md | --to goes with llmq handout"})
    void whatCannotBeIsSaid(String arguments, String message) throws IOException {
        String told = llmq(arguments.split(" "));
        assertTrue(told.replace("\n  ", " ").contains(message), told);
        assertFalse(Files.exists(folder.resolve("x.md")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"# Prose with {mmlu of NOBODY}.\n1 + 1\n", "rank models by nothing\n"})
    void whatFailsIsNotHandedOut(String text) throws IOException {
        Files.writeString(folder.resolve("bad.llmq"), text);
        String told = llmq("handout", "bad.llmq", "--to", "x.md");
        assertTrue(told.startsWith("error[E10"), told);
        assertFalse(Files.exists(folder.resolve("x.md")));
    }
}
