#include <stdlib.h>
#include <string.h>

enum { MOST = 1000 };

static int order(const void *a, const void *b) {
    double x = *(const double *) a, y = *(const double *) b;
    return (x > y) - (x < y);
}

static double median(const double *values, int count) {
    static double sorted[MOST];
    memcpy(sorted, values, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, order);
    return (sorted[count / 2] + sorted[(count - 1) / 2]) / 2;
}

/* Of the ratios within a round, as the machine is now faster and now slower. */
static double median_ratio(const double *values, const double *beside, int count) {
    static double ratios[MOST];
    for (int i = 0; i < count; i++) ratios[i] = values[i] / beside[i];
    return median(ratios, count);
}
