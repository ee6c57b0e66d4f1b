//! `measures.contact_buckets`: winning by the speed of first contact.

use serde::Serialize;

use crate::measure::{ContactSpeed, Measured};

use super::{Ends, ends, reason};
use crate::report::json::tidy;

#[derive(Serialize)]
pub(super) struct Buckets {
    n_days: u32,
    clock: &'static str,
    buckets: Vec<Bucket>,
    undated: Option<usize>,
    /// Why there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct Bucket {
    bucket: &'static str,
    won: usize,
    n: usize,
    rate: Option<f64>,
    ci: Ends,
}

pub(super) fn buckets(measured: &Measured<ContactSpeed>, days: u32) -> Buckets {
    let classes = measured.known().map(|speed| speed.classes.as_slice()).unwrap_or_default();
    Buckets {
        n_days: days,
        clock: "clock",
        buckets: classes
            .iter()
            .map(|class| Bucket {
                bucket: class.speed.name(),
                won: class.won,
                n: class.n,
                rate: class.rate.map(tidy),
                ci: ends(class.ci),
            })
            .collect(),
        undated: measured.known().map(|speed| speed.undated),
        reason: reason(measured),
    }
}
