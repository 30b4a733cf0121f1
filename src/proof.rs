//! The check in the visitor's own browser (計算の確かめ): the worked examples that official documents print.

use crate::{
    link,
    state::{Origin, Settings, State},
};

/// A line for each: the entries of a link, then what must come out: frame, figure (none for the grant), amount.
const EXAMPLES: &str = include_str!(concat!(env!("OUT_DIR"), "/examples.txt"));

/// What came out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Proof {
    /// How many examples there are.
    pub examples: usize,
    /// How many of them came out as they are printed.
    pub agreed: usize,
    /// How many requests the page has made since it was loaded, but for the files of the calculator.
    pub requests: usize,
}

/// Works out all examples as if a person had entered them.
pub fn prove(settings: &Settings, requests: usize) -> Proof {
    proven(EXAMPLES, settings, requests)
}

fn proven(examples: &str, settings: &Settings, requests: usize) -> Proof {
    let mut proof = Proof { examples: 0, agreed: 0, requests };
    for line in examples.lines() {
        proof.examples += 1;
        proof.agreed += usize::from(agrees(line, settings) == Some(true));
    }
    proof
}

/// Whether one comes out; `None` if it cannot be read.
fn agrees(line: &str, settings: &Settings) -> Option<bool> {
    let (entries, printed) = line.split_once('\t')?;
    let mut state = State::new(settings.clone());
    state.open(Origin::Case, Ok(link::entries(entries)));
    let estimates = state.estimates(&state.case());
    let estimate = estimates.first()?;
    let mut agree = true;
    for printed in printed.split('\t') {
        let mut cells = printed.split(' ');
        let (id, figure, amount) = (cells.next()?, cells.next()?, cells.next()?);
        let frame = estimate.frames.iter().find(|frame| frame.frame.id == id)?;
        let found = if figure.is_empty() {
            let certain = frame.grant.low == frame.grant.high;
            i64::try_from(frame.grant.low.0).ok().filter(|_| certain)
        } else {
            frame.figures.iter().find(|value| value.figure.id == figure)?.value
        };
        agree &= found == amount.parse().ok();
    }
    Some(agree)
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::state::Mode;

    fn settings() -> Settings {
        let as_of = "2026-11-21".parse().expect("a day");
        Settings { dated: true, mode: Mode::Sheet, ..Settings::at(as_of) }
    }

    #[test]
    fn every_official_example_comes_out() {
        let proof = prove(&settings(), 0);
        assert_eq!((proof.examples, proof.agreed), (18, 18));
    }

    #[test]
    fn one_yen_more_or_an_unknown_frame_does_not_agree() {
        let line = EXAMPLES.lines().next().expect("there are some");
        let (case, amount) = line.rsplit_once(' ').expect("it ends with the amount");
        let amount: i64 = amount.parse().expect("a number");
        let wrong = [format!("{case} {}", amount + 1), line.replace("\tgraduation ", "\tx ")];
        for wrong in wrong {
            let proof = proven(&format!("{line}\n{wrong}"), &settings(), 3);
            assert_eq!(proof, Proof { examples: 2, agreed: 1, requests: 3 }, "{wrong}");
        }
    }
}
