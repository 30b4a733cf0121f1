//! A dozen values by key.

/// A few values by key. A tree map would cost every visitor ten kilobytes to keep a dozen entries.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entries<K, V>(pub(super) Vec<(K, V)>);

impl<K: Copy + PartialEq, V> Entries<K, V> {
    pub(super) fn get(&self, key: K) -> Option<&V> {
        self.0.iter().find(|(found, _)| *found == key).map(|(_, value)| value)
    }

    /// Puts in a value in place of any other, or takes it out.
    pub(super) fn set(&mut self, key: K, value: Option<V>) {
        self.0.retain(|(found, _)| *found != key);
        self.0.extend(value.map(|value| (key, value)));
    }
}
