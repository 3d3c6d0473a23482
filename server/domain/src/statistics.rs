//! What a few numbers can tell, and no more.

/// The smallest value within which `percent` of a histogram lie (nearest-rank percentile); the histogram is pairs of value
/// and count, sorted by value. None where it is empty.
pub fn nearest_rank(histogram: &[(i64, i64)], percent: i64) -> Option<i64> {
    let all: i64 = histogram.iter().map(|(_, count)| count).sum();
    let rank = (all * percent + 99) / 100;
    let mut before = 0;
    histogram
        .iter()
        .find(|(_, count)| {
            before += count;
            before >= rank && *count > 0
        })
        .map(|(value, _)| *value)
}

/// Between which two values of a histogram the percentile of more reports would lie (95 %): those whose ranks lie 1.96 standard
/// deviations of a binomial below and above (Conover). None on a side where so few tell no bound.
pub fn percentile_interval(histogram: &[(i64, i64)], percent: i64) -> (Option<i64>, Option<i64>) {
    let all: i64 = histogram.iter().map(|(_, count)| count).sum();
    let (n, p) = (all as f64, percent as f64 / 100.0);
    let half = 1.96 * (n * p * (1.0 - p)).sqrt();
    let at = |rank: f64| {
        let (rank, mut before) = (rank.round() as i64, 0);
        histogram.iter().filter(|_| (1..=all).contains(&rank)).find(|(_, count)| {
            before += count;
            before >= rank
        })
    };
    (at(n * p - half).map(|(value, _)| *value), at(1.0 + n * p + half).map(|(value, _)| *value))
}

/// A share with its interval of Wilson (95 %), all three from 0 to 1: how far it may lie from what more reports would
/// show. None of nothing.
pub fn share(some: i64, all: i64) -> Option<(f64, f64, f64)> {
    if all <= 0 {
        return None;
    }
    let (k, n, z) = (some as f64, all as f64, 1.96);
    let p = k / n;
    let middle = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z / (1.0 + z * z / n) * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    Some((p, (middle - half).max(0.0), (middle + half).min(1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_occurred() {
        type Case<'a> = (&'a [(i64, i64)], Option<i64>, Option<i64>, &'a str);
        let cases: [Case<'_>; 8] = [
            (&[], None, None, "no answer, no number"),
            (&[(4, 0)], None, None, "an emptied row is no answer"),
            (&[(7, 1)], Some(7), Some(7), "one answer is all there is"),
            (&[(0, 1), (9, 1)], Some(0), Some(9), "of two, the first is the half"),
            (&[(1, 1), (2, 1), (3, 1)], Some(2), Some(3), "of three, the middle"),
            (&[(1, 5), (14, 5)], Some(1), Some(14), "five of ten are half"),
            (&[(1, 9), (60, 1)], Some(1), Some(1), "nine of ten are nine tenths: one late answer does not show"),
            (&[(0, 400_000), (5, 499_999), (30, 100_001)], Some(5), Some(30), "a million answers, in three rows"),
        ];
        for (histogram, median, p90, why) in cases {
            assert_eq!((nearest_rank(histogram, 50), nearest_rank(histogram, 90)), (median, p90), "{why}");
        }
    }

    #[test]
    fn the_interval_of_a_percentile_is_between_two_answers() {
        let each = |n: i64| (1..=n).map(|value| (value, 1)).collect::<Vec<_>>();
        assert_eq!(percentile_interval(&each(10), 50), (Some(2), Some(9)), "as in the tables of the binomial");
        assert_eq!(percentile_interval(&each(10), 90), (Some(7), None), "of ten, nobody knows how long the slowest tenth waits");
        assert_eq!(percentile_interval(&each(100), 90), (Some(84), Some(97)));
        assert_eq!(percentile_interval(&[(3, 1000)], 50), (Some(3), Some(3)));
        assert_eq!(percentile_interval(&[], 50), (None, None));
    }

    #[test]
    fn the_interval_is_wide_for_few() {
        let (p, low, high) = share(8, 10).unwrap();
        assert!((p - 0.8).abs() < 1e-9 && (low - 0.4902).abs() < 1e-3 && (high - 0.9433).abs() < 1e-3, "{low} {high}");
        assert_eq!(share(0, 0), None);
    }
}
