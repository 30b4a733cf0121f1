//! What can be asked of a firm, and what is known of the answer.

/// A thing that can be asked of a firm, such as its number of regular employees (常時使用する従業員数).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Fact {
    /// The id in cases and rule files, such as `"employees"`.
    pub id: &'static str,
    /// What an answer to it looks like.
    pub kind: Kind,
    /// Whether it is only to be confirmed (確認事項): open, it counts as not standing in the way.
    pub confirm: bool,
    /// Whether the firm has it in its own hands, such as to raise wages (計画).
    pub plan: bool,
}

/// What an answer to a fact looks like.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Yes or no.
    Truth,
    /// A whole number from 0.
    Number,
    /// Whole yen.
    Money,
    /// One of these.
    Choice(&'static [&'static str]),
}

/// The place of a fact in the list of all facts.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct FactId(pub u16);

/// The place of an expense category (経費区分) in the list of all categories.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct CategoryId(pub u16);

/// A set of the choices of one fact: bit `n` stands for choice `n`.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Choices(pub u64);

impl Choices {
    /// The most choices that a fact can have.
    pub const MOST: u32 = 64;

    /// The set of choice `n` alone; empty from [`Choices::MOST`] on.
    pub fn only(n: u32) -> Self {
        Self(1_u64.checked_shl(n).unwrap_or(0))
    }

    /// The set of the first `count` choices.
    pub fn first(count: usize) -> Self {
        let beyond = u32::try_from(count).ok().and_then(|count| u64::MAX.checked_shl(count));
        Self(!beyond.unwrap_or(0))
    }
}

/// What is known of the answer to one fact: the values that it can still have.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Domain {
    /// Whether it can be true, and whether it can be false.
    Truth(bool, bool),
    /// The least and the most that it can be, in the fact's unit (people, yen, …).
    Number(u64, u64),
    /// The choices that it can be.
    Choice(Choices),
}

impl Domain {
    /// Nothing is known but the kind of the answer.
    pub fn open(kind: Kind) -> Self {
        match kind {
            Kind::Truth => Self::Truth(true, true),
            Kind::Number | Kind::Money => Self::Number(0, u64::MAX),
            Kind::Choice(choices) => Self::Choice(Choices::first(choices.len())),
        }
    }

    /// The answer is yes or no.
    pub fn truth(answer: bool) -> Self {
        Self::Truth(answer, !answer)
    }

    /// The answer is this number.
    pub fn number(answer: u64) -> Self {
        Self::Number(answer, answer)
    }

    /// The answer is choice `n`.
    pub fn choice(n: u32) -> Self {
        Self::Choice(Choices::only(n))
    }

    /// Whether some answer is possible under both.
    pub fn meets(self, other: Self) -> bool {
        match (self, other) {
            (Self::Truth(t, f), Self::Truth(u, g)) => (t && u) || (f && g),
            (Self::Number(from, to), Self::Number(least, most)) => from <= most && least <= to,
            (Self::Choice(a), Self::Choice(b)) => a.0 & b.0 != 0,
            _ => false,
        }
    }
}

/// What is known of the answers to all facts.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Answers {
    facts: &'static [Fact],
    known: Vec<Option<Domain>>,
}

impl Answers {
    /// No answer yet to any of these facts.
    pub fn none(facts: &'static [Fact]) -> Self {
        Self { facts, known: vec![None; facts.len()] }
    }

    /// Notes what is known of the answer to `fact`; a fact that is not in the list is passed over.
    pub fn set(&mut self, fact: FactId, answer: Domain) {
        if let Some(slot) = self.known.get_mut(usize::from(fact.0)) {
            *slot = Some(answer);
        }
    }

    /// Takes an answer back.
    pub fn reopen(&mut self, fact: FactId) {
        if let Some(slot) = self.known.get_mut(usize::from(fact.0)) {
            *slot = None;
        }
    }

    /// The fact itself, if the list has it.
    pub fn fact(&self, fact: FactId) -> Option<&'static Fact> {
        self.facts.get(usize::from(fact.0))
    }

    /// All facts of the list, in its order.
    pub fn facts(&self) -> impl Iterator<Item = FactId> + use<> {
        (0..=u16::MAX).map(FactId).take(self.facts.len())
    }

    /// Whether `fact` has not been answered.
    pub fn is_open(&self, fact: FactId) -> bool {
        self.known.get(usize::from(fact.0)).copied().flatten().is_none()
    }

    /// The values that `fact` can still have; an open fact to be confirmed counts as `false`.
    pub fn domain(&self, fact: FactId) -> Domain {
        if let Some(known) = self.known.get(usize::from(fact.0)).copied().flatten() {
            return known;
        }
        match self.fact(fact) {
            Some(fact) if !fact.confirm => Domain::open(fact.kind),
            _ => Domain::truth(false),
        }
    }
}
