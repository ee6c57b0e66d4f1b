//! Values that stand in many places in, each of them kept once out: from one weekly copy of a sheet to the next nearly
//! all rows say the same, and a thousand copies take little more memory than one.

use std::collections::HashSet;
use std::hash::Hash;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A value that others may hold too. Whoever changes it has one of its own from then on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Shared<T>(Arc<T>);

impl<T: Clone> Shared<T> {
    /// The value itself, copied if others hold it too.
    pub fn into_owned(self) -> T {
        Arc::unwrap_or_clone(self.0)
    }
}

impl<T> From<T> for Shared<T> {
    fn from(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for Shared<T> {
    fn deref_mut(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}

/// The values that are known so far.
#[derive(Debug)]
pub struct Once<T>(HashSet<Arc<T>>);

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self(HashSet::new())
    }
}

impl<T: Eq + Hash> Once<T> {
    /// Gives up a value for an equal one that is known, or learns it.
    pub fn keep(&mut self, value: &mut Shared<T>) {
        match self.0.get(&value.0) {
            Some(known) => value.0.clone_from(known),
            None => drop(self.0.insert(Arc::clone(&value.0))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_are_kept_once_and_changed_apart() {
        let mut once = Once::default();
        let [mut first, mut second, mut other] = ["Alfa", "Alfa", "Beta"].map(|name| Shared::from(name.to_owned()));
        for value in [&mut first, &mut second, &mut other] {
            once.keep(value);
        }
        assert!(Arc::ptr_eq(&first.0, &second.0) && !Arc::ptr_eq(&first.0, &other.0));
        second.push('!');
        assert_eq!([first.as_str(), second.as_str()], ["Alfa", "Alfa!"]);
    }
}
