package llmq.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import llmq.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNamesTest {
    private final Table models = Catalog.builtIn().models();
    private final ModelNames names = ModelNames.of(models);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Llama 2 7B         | llama-2-7b",
        "Llama 2 13B        | llama-2-13b",
        "Llama 2 34B        | llama-2-34b",
        "Llama 2 70B        | llama-2-70b",
        "llama-2-70b        | llama-2-70b",
        "LLAMA2 70b         | llama-2-70b",
        "Mixtral 8x7B       | mixtral-8x7b",
        "Mixtral 8x22B      | mixtral-8x22b",
        "mixtral-8X22b-V0.1 | mixtral-8x22b",
        "DBRX               | dbrx",
        "dbrx base          | dbrx",
        "Command R+         | command-r-plus",
        "command r+         | command-r-plus",
        "Command R Plus     | command-r-plus",
        "Command R          | command-r",
        "commandr           | command-r",
        "Yi 34B             | yi-34b",
        "Yi-34B             | yi-34b",
        "Yi 34B 200K        | yi-34b-200k",
        "Qwen 1.5 72B       | qwen1-5-72b",
        "Qwen1.5-72B        | qwen1-5-72b",
        "Qwen2-57B          | qwen2-57b-a14b",
        "Qwen 2.5 7B        | qwen2-5-7b",
        "Grok-1             | grok-1",
        "grok 1             | grok-1",
        "LLaMA 7B           | llama-7b",
        "Gemma 2 2B         | gemma-2-2b",
        "Gemma 2B           | gemma-2b",
        "GPT-4              | gpt-4",
        "gpt4o              | gpt-4o",
        "Mistral Large      | mistral-large",
        "Code Llama 70B     | codellama-70b",
        "CodeLlama 70B      | codellama-70b",
        "Llama 31 8B        | llama-3-1-8b",
        "claude 3.5         | claude-3-5-sonnet",
        "MINISTRAL          | ministral-8b"})
    void findsTheOneThatIsMeant(String name, String id) {
        ModelNames.Match match = names.find(name);
        assertTrue(match.isOne(), () -> name + " gives " + match.rows().stream().map(this::label).toList());
        assertEquals(id, models.texts("id").value(match.row()));
    }

    @Test
    void everyNameAndEveryIdFindsItsRow() {
        for (int row = 0; row < models.rows(); row++) {
            for (String field : List.of("name", "id")) {
                String name = models.texts(field).value(row);
                assertEquals(List.of(row), names.find(name).rows(), name);
                assertEquals(List.of(row), names.find(name.toUpperCase(Locale.ROOT)).rows(), name);
            }
        }
    }

    @Test
    void severalThatBeginSoAreAllListed() {
        assertEquals(List.of("Llama 2 7B", "Llama 2 13B", "Llama 2 70B", "Llama 2 34B"), labels("Llama 2"));
        assertEquals(List.of("Mixtral 8x7B v0.1", "Mixtral 8x22B v0.1"), labels("mixtral"));
        assertEquals(List.of("OLMo 2 7B", "OLMo 2 13B", "OLMo 2 32B", "OLMo 2 1B"), labels("olmo-2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Lama 2 70B   | Llama 2 70B;Llama 2 7B;Llama 3 70B",
        "Grok-7       | Grok-1;Grok-2",
        "DBRY         | DBRX Base",
        "Falcon 190B  | Falcon 180B;Falcon 40B;Falcon3-10B",
        "zzzzzzzzzzzz |"})
    void aNameUnheardOfGivesTheNearest(String name, String nearest) {
        ModelNames.Match match = names.find(name);
        assertTrue(match.isNone());
        assertEquals(nearest == null ? List.of() : Arrays.asList(nearest.split(";")), match.nearest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "-", "…"})
    void aNameOfNothingIsNone(String name) {
        assertTrue(names.find(name).isNone());
        assertEquals(List.of(), names.find(name).nearest());
    }

    @Test
    void anyLabelsWillDo() {
        ModelNames mine = new ModelNames(Arrays.asList("Ours", "Ours", null, "Théirs"), null);
        assertEquals(List.of(0, 1), mine.find("Ours").rows());
        assertEquals(List.of(3), mine.find("théirs").rows());
        assertEquals(List.of(), mine.find("Mine").rows());
    }

    private List<String> labels(String name) {
        return names.find(name).rows().stream().map(this::label).toList();
    }

    private String label(int row) {
        return models.texts("name").value(row);
    }
}
