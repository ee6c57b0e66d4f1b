//! Many dots on few lines: each stands at its exact place from the left and moves up or down, centre first, to
//! where it is free. The dots of all rows are as large as the fullest row allows; when even small ones do not fit,
//! a dot stands for several deals.

/// One deal on its row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Dot<K> {
    /// Place from the left in points.
    pub(super) x: f64,
    /// What it is drawn as.
    pub(super) kind: K,
}

/// Where the dots stand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Swarm<K> {
    /// Radius of a dot in points.
    pub(super) radius: f64,
    /// Deals that a dot stands for, at most.
    pub(super) deals_a_dot: usize,
    /// The dots of each row, with their distance from the row's middle.
    pub(super) rows: Vec<Vec<(Dot<K>, f64)>>,
}

/// Radii to try, the most legible first.
const RADII: [f64; 7] = [5.0, 4.4, 3.8, 3.2, 2.7, 2.3, 1.9];
/// Steps of deals a dot, within each power of ten.
const STEPS: [usize; 3] = [1, 2, 5];
/// From one dot to the next, in diameters.
const PITCH: f64 = 1.08;

/// Finds a place for every dot on rows of this height.
pub(super) fn arrange<K: Copy + Ord>(mut rows: Vec<Vec<Dot<K>>>, height: f64) -> Swarm<K> {
    for row in &mut rows {
        row.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.kind.cmp(&b.kind)));
    }
    let coarser = (0..18).flat_map(|power| STEPS.map(|step| step * 10_usize.pow(power)));
    for deals_a_dot in coarser {
        let grouped: Vec<Vec<Dot<K>>> = rows.iter().map(|row| group(row, deals_a_dot)).collect();
        for radius in RADII {
            let placed: Option<Vec<_>> = grouped.iter().map(|row| place(row, radius, height)).collect();
            if let Some(rows) = placed {
                return Swarm { radius, deals_a_dot, rows };
            }
        }
    }
    unreachable!("a million million million deals a dot leave one dot a kind, and a row has room for one dot of each")
}

/// Neighbours of one kind as one dot, at the place of the middle one.
fn group<K: Copy + Ord>(row: &[Dot<K>], size: usize) -> Vec<Dot<K>> {
    if size == 1 {
        return row.to_vec();
    }
    let mut kinds: Vec<K> = row.iter().map(|dot| dot.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let mut grouped: Vec<Dot<K>> = Vec::new();
    for kind in kinds {
        let of_kind: Vec<Dot<K>> = row.iter().copied().filter(|dot| dot.kind == kind).collect();
        grouped.extend(of_kind.chunks(size).map(|chunk| chunk[chunk.len() / 2]));
    }
    grouped.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.kind.cmp(&b.kind)));
    grouped
}

/// Dots from left to right, each on the line nearest to the middle where the last one is far enough away.
fn place<K: Copy>(row: &[Dot<K>], radius: f64, height: f64) -> Option<Vec<(Dot<K>, f64)>> {
    let pitch = 2.0 * radius * PITCH;
    let each_side = ((height / 2.0 - radius) / pitch).max(0.0) as usize;
    // 0, −1, 1, −2, 2, …
    let offsets: Vec<f64> = [0.0]
        .into_iter()
        .chain((1..=each_side).flat_map(|line| [-(line as f64), line as f64]))
        .map(|line| line * pitch)
        .collect();
    let mut free_from = vec![f64::NEG_INFINITY; offsets.len()];
    row.iter()
        .map(|dot| {
            let line = free_from.iter().position(|from| *from <= dot.x)?;
            free_from[line] = dot.x + pitch;
            Some((*dot, offsets[line]))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(counts: &[usize], height: f64, deals_a_dot: usize) {
        let rows: Vec<Vec<Dot<u8>>> = counts
            .iter()
            .map(|count| (0..*count).map(|i| Dot { x: (i * 7919 % 400) as f64, kind: (i % 3) as u8 }).collect())
            .collect();
        let swarm = arrange(rows, height);
        assert_eq!(swarm.deals_a_dot, deals_a_dot);
        for (row, count) in swarm.rows.iter().zip(counts) {
            assert!(row.len() * deals_a_dot >= *count);
            for (place, (dot, offset)) in row.iter().enumerate() {
                assert!(offset.abs() + swarm.radius <= height / 2.0 + 1e-9 || *offset == 0.0);
                let apart = |(other, at): &(Dot<u8>, f64)| (dot.x - other.x).hypot(offset - at);
                assert!(row[..place].iter().all(|other| apart(other) >= 2.0 * swarm.radius));
            }
        }
    }

    #[test]
    fn dots_never_touch_and_stay_in_their_row() {
        check(&[], 50.0, 1);
        check(&[0, 1], 50.0, 1);
        check(&[30, 400], 50.0, 1);
        check(&[12, 9], 20.0, 1);
        check(&[3000, 10], 50.0, 5);
        check(&[50_000], 20.0, 500);
        check(&[4], 1.0, 1);
    }
}
