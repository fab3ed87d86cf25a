"""Ten thousand bootstrap fits of a line in NumPy, vectorised in three ways, on points read from standard input.

Prints a line for each way: its name, the median and the best milliseconds of a run, and the percentiles of the slope
that the last run came to.
"""
import sys
import time

import numpy as np

DRAWS = int(sys.argv[1])
RUNS = int(sys.argv[2])
x, y = np.loadtxt(sys.stdin, unpack=True)
n = len(x)


def from_sums(sx, sy, sxx, sxy):
    slope = (n * sxy - sx * sy) / (n * sxx - sx * sx)
    return (sy - slope * sx) / n, slope


def gathered(rng):
    """Draws rows, then the textbook's formula along each."""
    rows = rng.integers(0, n, (DRAWS, n), dtype=np.int32)
    xs, ys = x[rows], y[rows]
    xs -= xs.mean(axis=1, keepdims=True)
    mean = ys.mean(axis=1)
    slope = np.einsum("ij,ij->i", xs, ys) / np.einsum("ij,ij->i", xs, xs)
    return mean - slope * x[rows].mean(axis=1), slope


def summed(rng):
    """Draws rows, counts them, and sums products by a matrix product."""
    rows = rng.integers(0, n, (DRAWS, n), dtype=np.int32)
    rows += np.arange(0, DRAWS * n, n, dtype=np.int32)[:, None]
    counts = np.bincount(rows.ravel(), minlength=DRAWS * n).reshape(DRAWS, n)
    return from_sums(*(counts.astype(float) @ np.stack([x, y, x * x, x * y], axis=1)).T)


def multinomial(rng):
    """Draws how often each row comes, and sums products by a matrix product."""
    counts = rng.multinomial(n, np.full(n, 1 / n), DRAWS)
    return from_sums(*(counts.astype(float) @ np.stack([x, y, x * x, x * y], axis=1)).T)


for way in (gathered, summed, multinomial):
    times = []
    for run in range(RUNS):
        rng = np.random.default_rng(run)
        start = time.perf_counter()
        intercept, slope = way(rng)
        ends = np.percentile(intercept, [2.5, 97.5]), np.percentile(slope, [2.5, 97.5])
        times.append(1000 * (time.perf_counter() - start))
    print(way.__name__, sorted(times)[len(times) // 2], min(times), ends[1][0], ends[1][1])
