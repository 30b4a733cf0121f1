//! The frames as a table for a spreadsheet.

// Its `Writer` brings the reading of floats, of all things: 13 kB gzipped.
use csv_core::{WriteResult, quote};
use hojokin_engine::{Verdict, Yen};
use hojokin_texts::plain;

use super::reckoned;
use crate::{
    state::{State, own_funds},
    text::{Message, Words},
};

/// The columns.
const HEAD: [Message; 11] = [
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

/// One row for each frame that grants, amounts as plain numbers of yen.
pub(super) fn table(words: Words, state: &State) -> String {
    let (case, estimates) = reckoned(state);
    let mut table = Table::default();
    for name in HEAD {
        table.cell(words.say(name));
    }
    table.end();
    for estimate in &estimates {
        for frame in &estimate.frames {
            let Some(grant) = frame.frame.grant() else { continue };
            table.cell(words.rule(estimate.edition.name));
            table.cell(words.rule(estimate.edition.round));
            table.cell(words.rule(frame.frame.name));
            table.cell(words.verdict(frame.verdict));
            table.yen(frame.grant.low);
            table.yen(frame.grant.high);
            if frame.verdict == Verdict::Ineligible {
                for _ in 6..HEAD.len() {
                    table.cell("");
                }
            } else {
                let own = own_funds(frame, grant, &case);
                // A spreadsheet takes 2/3 for the third of February.
                table.cell(&words.rate(frame).replace('/', "\u{ff0f}"));
                match frame.cap {
                    Some(cap) => table.yen(cap),
                    None => table.cell(&words.cap(frame)),
                }
                table.yen(frame.eligible_expenses);
                table.yen(own.low);
                table.yen(own.high);
            }
            table.end();
        }
    }
    table.text
}

/// Rows in the making.
#[derive(Default)]
pub(super) struct Table {
    pub(super) text: String,
    /// Where the row begins.
    row: usize,
}

impl Table {
    #[inline(never)]
    pub(super) fn cell(&mut self, cell: &str) {
        if self.row < self.text.len() {
            self.text.push(',');
        }
        let cell = guarded(plain(cell));
        if !cell.contains([',', '"', '\r', '\n']) {
            self.text.push_str(&cell);
            return;
        }
        // Every sign can become two.
        let mut room = vec![0; 2 * cell.len()];
        let (result, _, used) = quote(cell.as_bytes(), &mut room, b'"', b'"', true);
        debug_assert_eq!(result, WriteResult::InputEmpty);
        room.truncate(used);
        self.text.push('"');
        self.text.push_str(&String::from_utf8(room).unwrap_or_default());
        self.text.push('"');
    }

    pub(super) fn yen(&mut self, Yen(amount): Yen) {
        self.cell(&amount.to_string());
    }

    pub(super) fn end(&mut self) {
        self.text.push_str("\r\n");
        self.row = self.text.len();
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
        let mut table = Table::default();
        cells.iter().for_each(|cell| table.cell(cell));
        table.end();
        table.text
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
