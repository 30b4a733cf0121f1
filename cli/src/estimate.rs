//! Writes estimates as JSON.

use hojokin_engine::{Moment, Rulebook, estimate, estimate_open, json};
use serde::Serialize;
use serde_json::Value;

use crate::case::{Asked, Mistake, Reader};

/// Every mistake in the cases.
#[derive(Debug, Serialize)]
pub(crate) struct Mistakes {
    pub(crate) errors: Vec<Mistake>,
}

/// Answers the JSON `input`, one case or an array of them, in JSON: an array for several cases and for one that names no
/// edition.
pub(crate) fn answer(rulebook: &Rulebook, input: &[u8], now: Moment) -> Result<String, Mistakes> {
    let input = input.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input);
    let Ok(input) = serde_json::from_slice::<Value>(input) else {
        return Err(Mistakes { errors: vec![Mistake::not_json()] });
    };
    let mut reader = Reader::new(rulebook, now);
    let (cases, single) = match &input {
        Value::Array(cases) => (cases.as_slice(), false),
        single => (std::slice::from_ref(single), true),
    };
    let asked: Vec<Asked> =
        cases.iter().enumerate().filter_map(|(n, case)| reader.read(n, case)).collect();
    if !reader.mistakes.is_empty() {
        return Err(Mistakes { errors: reader.mistakes });
    }
    let mut answers = asked.iter().map(|asked| answer_one(rulebook, asked));
    Ok(match (single, answers.next()) {
        (true, Some(answer)) => answer,
        (_, first) => json::array(first.into_iter().chain(answers)),
    })
}

fn answer_one(rulebook: &Rulebook, asked: &Asked) -> String {
    let case = &asked.case;
    if let Some(edition) = asked.edition {
        return json::estimate(rulebook, &estimate(edition, case));
    }
    json::array(estimate_open(rulebook, case).iter().map(|one| json::estimate(rulebook, one)))
}
