package llmq.catalog;

import java.util.List;

/**
 * What the data files say, entry by entry, as written: references are still keys, and nothing is derived.
 *
 * @param version   year and month: {@code 2026.11}
 * @param collected when the figures were collected, days since 1970-01-01
 * @param about     which models are taken in, for {@code describe}
 * @param place     of the first three, in {@code catalog.yaml}
 */
public record CatalogData(String version, double collected, String about, List<ModelEntry> models,
                          List<BenchmarkEntry> benchmarks, List<HardwareEntry> hardware, List<SourceEntry> sources,
                          Place place) {
    public CatalogData {
        models = List.copyOf(models);
        benchmarks = List.copyOf(benchmarks);
        hardware = List.copyOf(hardware);
        sources = List.copyOf(sources);
    }
}
