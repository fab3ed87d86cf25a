package llmq.engine;

import java.util.ArrayList;
import java.util.List;
import llmq.engine.DuckDbDifferentialTest.Case;

/** Questions in llmq and in SQL. */
final class DifferentialCases {
    private DifferentialCases() {
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        timed(cases);
        conditions(cases);
        orders(cases);
        groups(cases);
        frontiers(cases);
        windowsAndStages(cases);
        return cases;
    }

    private static void add(List<Case> cases, String llmq, String sql) {
        cases.add(new Case(llmq, sql));
    }

    /** The five that the benchmark times. */
    private static void timed(List<Case> cases) {
        add(cases, "rank t where tokens < 3T by mmlu/flops top 20",
                "select row_number() over () as rank, id, mmlu from (select * from t where tokens < 3e12"
                        + " and mmlu / flops is not null order by mmlu / flops desc, id limit 20)");
        add(cases, "summarize t where params < 70B show count(), avg(mmlu), max(mmlu) per family",
                "select family, count(*) as \"count()\", avg(mmlu) as \"avg(mmlu)\", max(mmlu) as \"max(mmlu)\" from t"
                        + " where params < 70e9 and family is not null group by family order by family");
        add(cases, "rank t by mmlu per family top 3",
                "with r as (select *, row_number() over (partition by family order by mmlu desc, id) as rank from t"
                        + " where mmlu is not null and family is not null), best as (select family, row_number() over"
                        + " (order by mmlu desc, id) as place from r where rank = 1)"
                        + " select rank, id, family, mmlu from r join best using (family) where rank <= 3"
                        + " order by place, rank");
        add(cases, "summarize t where log10(flops) is known and mmlu is known show count(), sum(log10(flops)),"
                + " sum(mmlu), sum(log10(flops) * mmlu), sum(log10(flops) ^ 2)",
                "select count(*) as \"count()\", sum(x) as \"sum(log10(flops))\", sum(mmlu) as \"sum(mmlu)\","
                        + " sum(x * mmlu) as \"sum(log10(flops)*mmlu)\", sum(x * x) as \"sum(log10(flops)^2)\""
                        + " from (select lg(flops) as x, mmlu from t) where x is not null and mmlu is not null");
        add(cases, "frontier mmlu against flops for t", frontier("mmlu", "flops", "true"));
    }

    private static String frontier(String y, String x, String where) {
        return "with k as (select *, " + x + " as kx, " + y + " as ky from t where (" + where + ") and " + x
                + " is not null and " + y + " is not null), g as (select kx, max(ky) as top from k group by kx),"
                + " f as (select kx, top, max(top) over (order by kx rows between unbounded preceding and 1 preceding)"
                + " as before from g) select id, mmlu, flops from k join f using (kx)"
                + " where ky = top and (before is null or top > before) order by kx, id";
    }

    private static void conditions(List<Case> cases) {
        String[][] pairs = {
            {"mmlu > 90", "mmlu > 90"},
            {"mmlu >= 94.9 and arc_c <= 30", "mmlu >= 94.9 and arc_c <= 30"},
            {"mmlu = 50", "mmlu = 50"},
            {"mmlu != 50 and params = 1B", "mmlu <> 50 and params = 1e9"},
            {"mmlu > 94 or tokens > 14.9T", "mmlu > 94 or tokens > 14.9e12"},
            {"not (mmlu < 90) and not open", "not (mmlu < 90) and not open"},
            {"not (mmlu < 94 or arc_c < 50)", "not (mmlu < 94 or arc_c < 50)"},
            {"open", "open"},
            {"open and mmlu > arc_c and released < 2020-01-01",
                "open and mmlu > arc_c and day(released) < '2020-01-01'"},
            {"released between 2021-03-05 and 2021-03-09",
                "day(released) between date '2021-03-05' and date '2021-03-09'"},
            {"released = 2021-03", "day(released) >= '2021-03-01' and day(released) < '2021-04-01'"},
            {"mmlu in (25, 30.5, 40, 50)", "mmlu in (25, 30.5, 40, 50)"},
            {"not (mmlu in (25, 30.5)) and arc_c < 26", "mmlu not in (25, 30.5) and arc_c < 26"},
            {"family = 'family 7'", "family = 'family 7'"},
            {"family in ('family 7', 'family 838', 'no such')", "family in ('family 7', 'family 838', 'no such')"},
            {"family like 'FAMILY 9?'", "family ilike 'family 9_'"},
            {"family like '*99*'", "family like '%99%'"},
            {"family < 'family 12' and mmlu > 80", "family < 'family 12' and mmlu > 80"},
            {"family is unknown", "family is null"},
            {"tokens is unknown and mmlu is known and open is unknown",
                "tokens is null and mmlu is not null and open is null"},
            {"tokens / params > 1000 and tokens / params < 1010", "tokens / params > 1000 and tokens / params < 1010"},
            {"1 / (mmlu - 50) > 5", "ratio(1, mmlu - 50) > 5"},
            {"log10(mmlu - 40) < -0.5", "lg(mmlu - 40) < -0.5"},
            {"if(open, mmlu, arc_c) > 94.5", "case when open then mmlu when not open then arc_c end > 94.5"},
            {"coalesce(mmlu, arc_c) > 94.5", "coalesce(mmlu, arc_c) > 94.5"},
            {"if(mmlu > 94, family, 'low') = 'family 7'",
                "case when mmlu > 94 then family when mmlu <= 94 then 'low' end = 'family 7'"},
            {"max(mmlu, arc_c) < 26", "mmlu is not null and arc_c is not null and greatest(mmlu, arc_c) < 26"},
            {"year(released) = 2021 and month(released) = 3",
                "year(day(released)) = 2021 and month(day(released)) = 3"},
            {"mmlu > avg(mmlu of t) + 34.5", "mmlu > (select avg(mmlu) from t) + 34.5"},
            {"mmlu > 1000", "mmlu > 1000"},
            {"tokens < 0", "tokens < 0"},
            {"params > 70B and tokens < 1T and mmlu > 50 and open and arc_c > 60",
                "params > 70e9 and tokens < 1e12 and mmlu > 50 and open and arc_c > 60"},
        };
        for (String[] pair : pairs) {
            add(cases, "list t where " + pair[0], "select id, family, mmlu, open, released from t where " + pair[1]
                    + " order by id");
        }
    }

    private static void orders(List<Case> cases) {
        add(cases, "rank t by mmlu", "select row_number() over () as rank, id, mmlu from (select * from t"
                + " where mmlu is not null order by mmlu desc, id)");
        add(cases, "rank t by mmlu asc top 100", "select row_number() over () as rank, id, mmlu from (select * from t"
                + " where mmlu is not null order by mmlu, id limit 100)");
        add(cases, "rank t by mmlu, params asc, tokens top 5000",
                "select row_number() over () as rank, id from (select * from t where mmlu is not null"
                        + " and tokens is not null order by mmlu desc, params, tokens desc, id limit 5000)");
        add(cases, "rank t where params < 1B by 1 / (mmlu - 50) asc top 50",
                "select row_number() over () as rank, id from (select * from t where params < 1e9"
                        + " and ratio(1, mmlu - 50) is not null order by ratio(1, mmlu - 50), id limit 50)");
        add(cases, "rank t by arc_c per open top 5",
                "select rank, id, open from (select *, row_number() over (partition by open order by arc_c desc, id) as"
                        + " rank, max(arc_c) over (partition by open) as best from t where arc_c is not null"
                        + " and open is not null) where rank <= 5 order by best desc, rank");
        add(cases, "rank t where mmlu > 94 by arc_c per family",
                "select rank, id, family from (select *, row_number() over (partition by family order by arc_c desc,"
                        + " id) as rank, max(arc_c) over (partition by family) as best from t where arc_c is not null"
                        + " and family is not null and mmlu > 94) order by best desc, rank");
        add(cases, "rank t by mmlu per params top 1",
                "with r as (select *, row_number() over (partition by params order by mmlu desc, id) as rank from t"
                        + " where mmlu is not null) select rank, id, params from r where rank = 1"
                        + " order by mmlu desc, id");
        add(cases, "rank t by family, mmlu top 40", "select row_number() over () as rank, id from (select * from t"
                + " where family is not null and mmlu is not null order by family desc, mmlu desc, id limit 40)");
        add(cases, "list t sort by mmlu desc, id desc top 30",
                "select id, mmlu from t order by mmlu desc nulls last, id desc limit 30");
        add(cases, "list t sort by tokens asc, mmlu asc", "select id, tokens, mmlu from t"
                + " order by tokens nulls last, mmlu nulls last, id");
        add(cases, "list t sort by open desc, family asc top 1000", "select id, open, family from t"
                + " order by open desc nulls last, family nulls last, id limit 1000");
        add(cases, "list t top 10", "select id, tokens from t order by id limit 10");
        add(cases, "rank t where mmlu > 1000 by mmlu", "select id from t where false");
        add(cases, "list t where id < 100 show mmlu - arc_c, params / 1B, -mmlu ^ 2, round(arc_c, 1), sqrt(mmlu)",
                "select mmlu - arc_c as \"mmlu - arc_c\", -(mmlu * mmlu) as \"-mmlu^2\", round(arc_c, 1)"
                        + " as \"round(arc_c, 1)\", sqrt(mmlu) as \"sqrt(mmlu)\" from t where id < 100 order by id");
    }

    private static void groups(List<Case> cases) {
        add(cases, "summarize t show count(), count(tokens), sum(tokens), avg(mmlu), min(mmlu), max(mmlu)",
                "select count(*) as \"count()\", count(tokens) as \"count(tokens)\", sum(tokens) as \"sum(tokens)\","
                        + " avg(mmlu) as \"avg(mmlu)\", min(mmlu) as \"min(mmlu)\", max(mmlu) as \"max(mmlu)\" from t");
        add(cases, "summarize t where mmlu > 1000 show count(), avg(mmlu), max(mmlu)",
                "select count(*) as \"count()\", avg(mmlu) as \"avg(mmlu)\", max(mmlu) as \"max(mmlu)\" from t"
                        + " where mmlu > 1000");
        add(cases, "summarize t where mmlu > 1000 show count() per family", "select family from t where false");
        add(cases, "summarize t show count(), median(mmlu), stddev(arc_c), quantile(arc_c, 0.9) per family",
                "select family, count(*) as \"count()\", median(mmlu) as \"median(mmlu)\", stddev_samp(arc_c) as"
                        + " \"stddev(arc_c)\", quantile_cont(arc_c, 0.9) as \"quantile(arc_c, 0.9)\" from t"
                        + " where family is not null group by family order by family");
        add(cases, "summarize t show count(), corr(mmlu, arc_c), geomean(params) per open",
                "select open, count(*) as \"count()\", corr(mmlu, arc_c) as \"corr(mmlu, arc_c)\", geomean(params) as"
                        + " \"geomean(params)\" from t where open is not null group by open order by open");
        add(cases, "summarize t show slope(mmlu, arc_c), slope(arc_c, log10(params)) per open",
                "select open, regr_slope(mmlu, arc_c) as \"slope(mmlu, arc_c)\", regr_slope(arc_c, lg(params)) as"
                        + " \"slope(arc_c, log10(params))\" from t where open is not null group by open order by open");
        add(cases, "summarize t show slope(mmlu, released)",
                "select regr_slope(mmlu, released * 86400) as \"slope(mmlu, released)\" from t");
        add(cases, "summarize t show count(), avg(arc_c) per family, open",
                "select family, open, count(*) as \"count()\", avg(arc_c) as \"avg(arc_c)\" from t"
                        + " where family is not null and open is not null group by all order by 1, 2");
        add(cases, "summarize t show count(), max(mmlu) per year(released), mmlu > 60",
                "select year(day(released)) as \"year(released)\", mmlu > 60 as \"mmlu > 60\", count(*) as \"count()\","
                        + " max(mmlu) as \"max(mmlu)\" from t where mmlu is not null group by all order by 1, 2");
        add(cases, "summarize t show count() per mmlu",
                "select mmlu, count(*) as \"count()\" from t where mmlu is not null group by mmlu order by mmlu");
        add(cases, "summarize t show count() per id where id < 40000",
                "select id, 1 as \"count()\" from t where id < 40000 order by id");
        add(cases, "summarize t where tokens > 14T show best(mmlu, id) per open",
                "select open, arg_max(id, mmlu - id / 1e9) as \"best(mmlu, id)\" from t where tokens > 14e12"
                        + " and open is not null group by open order by open");
    }

    private static void frontiers(List<Case> cases) {
        add(cases, "frontier mmlu against params for t", frontier("mmlu", "params", "true"));
        add(cases, "frontier mmlu against arc_c for t where open", frontier("mmlu", "arc_c", "open"));
        add(cases, "frontier mmlu - arc_c against tokens / params for t where mmlu < 90",
                frontier("(mmlu - arc_c)", "(tokens / params)", "mmlu < 90"));
        add(cases, "frontier mmlu against flops for t where mmlu > 1000", "select id from t where false");
    }

    private static void windowsAndStages(List<Case> cases) {
        add(cases, "list t where zscore(mmlu) > 1.7",
                "select id from (select *, (mmlu - avg(mmlu) over ()) / stddev_samp(mmlu) over () as z from t)"
                        + " where z > 1.7 order by id");
        add(cases, "rank t by percentile(arc_c) top 10", "select id from t where arc_c is not null"
                + " order by arc_c desc, id limit 10");
        add(cases, "list t show id, mmlu | rank by mmlu top 5", "select id, mmlu from t where mmlu is not null"
                + " order by mmlu desc, id limit 5");
        add(cases, "rank t by mmlu top 1000 | summarize show count(), avg(arc_c), min(mmlu) per family",
                "select family, count(*) as \"count()\", avg(arc_c) as \"avg(arc_c)\", min(mmlu) as \"min(mmlu)\" from"
                        + " (select *, row_number() over () as place from (select * from t where mmlu is not null"
                        + " order by mmlu desc, id limit 1000)) where family is not null group by family"
                        + " order by family");
        add(cases, "list (t where mmlu > 94.5) + (t where arc_c > 94.9)",
                "select id from (select id, 0 as part from t where mmlu > 94.5 union all"
                        + " select id, 1 from t where arc_c > 94.9) order by part, id");
    }
}
