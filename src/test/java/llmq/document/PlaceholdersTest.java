package llmq.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import llmq.Running;
import llmq.catalog.Catalog;
import llmq.session.Session;
import llmq.session.Workspace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "nothing to fill in                | nothing to fill in",
        "{1 + 1} of them                   | 2 of them",
        "{ 3T tokens / 70B params }        | 42.9 tokens/param",
        "a score of {mmlu of DBRX}.        | a score of 73.7%.",
        "{skill(mmlu of DBRX) in percent}  | 64.9 percent",
        "best of {count(models where name = 'GPT-4' and mmlu > 0)}, none left out | best of 1, none left out",
        "{count(models where tokens > 0 and name like 'Mixtral*')} told | 0 told",
        "{tokens of \"Mixtral 8x7B\"} tokens | unknown tokens",
        "{{braces}} and {best(mmlu of models where name = 'GPT-4')} | {braces} and GPT-4",
    })
    void aValueStandsWhereItsExpressionWas(String prose, String filled) {
        Workspace workspace = Running.workspace();
        Session session = Session.start(Catalog.builtIn());
        assertEquals(filled, new Placeholders(session, workspace).fill(prose));
    }
}
