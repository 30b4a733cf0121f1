//! Whether two programmes can be used together (併用).

use crate::rules::{Cite, Source};

/// What is known of using programmes together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Combinations {
    /// The pairs of which a source says something.
    pub pairs: &'static [Pair],
    /// What stands for every other pair: it is to be confirmed.
    pub otherwise: Combination,
    /// The documents that the citations name.
    pub sources: &'static [Source],
}

/// Two programmes of which a source says something.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Pair {
    /// The id of one programme, such as `"jizokuka"`.
    pub one: &'static str,
    /// The id of the other; which of them stands first means nothing.
    pub other: &'static str,
    /// What the source says.
    pub combination: Combination,
}

/// Whether two programmes can be used together, and where that is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Combination {
    /// The answer.
    pub verdict: Together,
    /// The answer in words.
    pub text: &'static str,
    /// Where it is written.
    pub cite: Cite,
}

/// Whether two programmes can be used together (併用の可否).
///
/// Only where it is [`Together::Yes`] may their amounts be added.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Together {
    /// They can (可).
    Yes,
    /// They cannot (不可).
    No,
    /// No source says it (要確認).
    Unknown,
}

impl Combinations {
    /// Nothing is known of any two programmes, nor where to ask.
    pub const NONE: Self = Self {
        pairs: &[],
        otherwise: Combination {
            verdict: Together::Unknown,
            text: "",
            cite: Cite { doc: "", page: None, lines: None, place: None, verified: false },
        },
        sources: &[],
    };

    /// Whether the programmes `one` and `other` can be used together, whichever is named first.
    ///
    /// A programme with itself is no pair: rounds of one programme are not asked about here.
    pub fn of(&self, one: &str, other: &str) -> Combination {
        let found = self.pairs.iter().find(|pair| pair.is_of(one, other));
        found.map_or(self.otherwise, |pair| pair.combination)
    }

    /// The source that a citation names.
    pub fn source(&self, cite: Cite) -> Option<&'static Source> {
        self.sources.iter().find(|source| source.id == cite.doc)
    }
}

impl Pair {
    /// Whether it is about these two programmes, whichever is named first.
    pub fn is_of(&self, one: &str, other: &str) -> bool {
        let own = (self.one, self.other);
        own == (one, other) || own == (other, one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mechanism::testing::CITE;

    const NO: Combination = Combination { verdict: Together::No, text: "不可", cite: CITE };

    const KNOWN: Combinations = Combinations {
        pairs: &[Pair { one: "general", other: "startup", combination: NO }],
        ..Combinations::NONE
    };

    #[test]
    fn a_pair_is_found_in_either_order() {
        assert_eq!(KNOWN.of("general", "startup"), NO);
        assert_eq!(KNOWN.of("startup", "general"), NO);
    }

    #[test]
    fn every_other_pair_is_to_be_confirmed() {
        for (one, other) in [("general", "it"), ("it", "startup"), ("", ""), ("general", "general")]
        {
            assert_eq!(KNOWN.of(one, other).verdict, Together::Unknown, "{one}, {other}");
        }
    }
}
