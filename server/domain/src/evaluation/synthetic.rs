//! Cards by the hundred thousand for benchmarks.
