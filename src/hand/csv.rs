//! The frames as a table for a spreadsheet.

// Its `Writer` brings the reading of floats, of all things: 13 kB gzipped.
use csv_core::{WriteResult, quote};
use hojokin_engine::{Verdict, Yen};

use super::reckoned;
use crate::{
    state::{State, own_funds},
    text::{Message, Words},
};

/// One row for each frame that grants, amounts as plain numbers of yen.
pub(super) fn table(words: Words, state: &State) -> String {
    let (case, estimates) = reckoned(state);
    let mut table = Table(Vec::new());
    let head = [
        Message::CsvProgramme,
        Message::CsvRound,
        Message::CsvFrame,
        Message::CsvVerdict,
        Message::CsvLow,
        Message::CsvHigh,
        Message::Rate,
        Message::Cap,
        Message::Eligible,
        Message::CsvOwnLow,
        Message::CsvOwnHigh,
    ];
    table.row(&head.map(|name| words.say(name).to_owned()));
    let yen = |Yen(amount)| amount.to_string();
    for estimate in &estimates {
        for frame in &estimate.frames {
            let Some(grant) = frame.frame.grant() else { continue };
            let edition = estimate.edition;
            let mut row = [edition.name, edition.round, frame.frame.name]
                .map(|name| words.rule(name).to_owned())
                .to_vec();
            row.push(words.verdict(frame.verdict).to_owned());
            row.extend([frame.grant.low, frame.grant.high].map(yen));
            if frame.verdict == Verdict::Ineligible {
                row.resize(head.len(), String::new());
            } else {
                let own = own_funds(frame, grant, &case);
                // A spreadsheet takes 2/3 for the third of February.
                row.push(words.rate(frame).replace('/', "\u{ff0f}"));
                row.push(frame.cap.map_or_else(|| words.cap(frame), yen));
                row.extend([frame.eligible_expenses, own.low, own.high].map(yen));
            }
            table.row(&row);
        }
    }
    String::from_utf8(table.0).unwrap_or_default()
}

/// Rows in the making.
struct Table(Vec<u8>);

impl Table {
    #[inline(never)]
    fn row(&mut self, cells: &[String]) {
        let Self(rows) = self;
        for (n, cell) in cells.iter().enumerate() {
            if n != 0 {
                rows.push(b',');
            }
            let cell = guarded(hojokin_texts::plain(cell));
            if !cell.contains([',', '"', '\r', '\n']) {
                rows.extend_from_slice(cell.as_bytes());
                continue;
            }
            // Every sign can become two.
            let mut room = vec![0; 2 * cell.len()];
            let (result, _, used) = quote(cell.as_bytes(), &mut room, b'"', b'"', true);
            debug_assert_eq!(result, WriteResult::InputEmpty);
            rows.push(b'"');
            rows.extend_from_slice(&room[..used]);
            rows.push(b'"');
        }
        rows.extend_from_slice(b"\r\n");
    }
}

/// A cell that a spreadsheet would take for a formula, as the text that it is.
fn guarded(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'".to_owned() + &cell } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> String {
        let mut table = Table(Vec::new());
        table.row(&cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>());
        String::from_utf8(table.0).expect("it is text")
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(row(&["a", "b,c", "d\"e", "", "f\ng"]), "a,\"b,c\",\"d\"\"e\",,\"f\ng\"\r\n");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)"] {
            assert_eq!(row(&[cell, "x"]), format!("'{cell},x\r\n"));
        }
    }
}
