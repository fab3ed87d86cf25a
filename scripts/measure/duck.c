#include <stdint.h>
#include <stdio.h>

/* As in duckdb.h, which is not in every package of the library. */
typedef void *handle;
typedef struct { uint64_t a, b, c; void *d; char *e; void *f; } result;
extern int duckdb_open(const char *path, handle *database);
extern int duckdb_connect(handle database, handle *connection);
extern int duckdb_query(handle connection, const char *sql, result *out);
extern const char *duckdb_result_error(result *of);
extern uint64_t duckdb_row_count(result *of), duckdb_column_count(result *of);
extern char *duckdb_value_varchar(result *of, uint64_t column, uint64_t row);

int main(int argc, char **argv) {
    handle database, connection;
    result rows;
    if (argc < 2 || duckdb_open(NULL, &database) || duckdb_connect(database, &connection)) return 1;
    if (duckdb_query(connection, argv[1], &rows)) {
        fprintf(stderr, "%s\n", duckdb_result_error(&rows));
        return 1;
    }
    for (uint64_t r = 0; r < duckdb_row_count(&rows); r++)
        for (uint64_t c = 0; c < duckdb_column_count(&rows); c++) {
            char *text = duckdb_value_varchar(&rows, c, r);
            printf("%s%c", text ? text : "", c + 1 == duckdb_column_count(&rows) ? '\n' : '\t');
        }
    return 0;
}
