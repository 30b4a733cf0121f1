//! The expense sheet of an application form (様式3).

use hojokin_engine::form::Form;
use hojokin_texts::Language;

use super::{Blank, Message, Words};

impl Words {
    /// The name of one of its rows, from (1) to (6).
    pub fn form_row(self, row: Message, form: &Form) -> String {
        self.fill(row, &[(Blank::What, self.rule(form.apart.name).into())])
    }

    /// A category with its number in the form, such as ②広報費.
    pub fn form_line(self, n: u32, name: &'static str) -> String {
        const ONE: u32 = '①' as u32;
        let sign = char::from_u32(ONE.saturating_add(n).saturating_sub(1));
        // In English it stands below the Japanese name, which has the number.
        let sign = sign.filter(|_| self.language() != Language::English);
        sign.into_iter().chain(self.rule(name).chars()).collect()
    }

    /// From where to where the grant can be split between (2) and (4), where the cap leaves that open.
    pub fn form_split(self, form: &Form) -> Option<String> {
        let Form { grant, grant_apart, applied, .. } = *form;
        let blanks = [
            (Blank::Cap, applied.into()),
            (Blank::Low, grant.low.into()),
            (Blank::Most, grant_apart.high.into()),
            (Blank::High, grant.high.into()),
            (Blank::Least, grant_apart.low.into()),
        ];
        (grant.low < grant.high).then(|| self.fill(Message::FormSplit, &blanks))
    }
}
