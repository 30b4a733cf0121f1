//! Reads when a round opens and closes, what is due before, and when it pays.

use hojokin_engine::{Cite, Cited, Deadline, Moment, Payment};
use toml::Spanned;

use super::Reader;
use crate::{
    citation::{At, map},
    keep_text,
    section::Section,
};

impl Reader<'_, '_> {
    /// The first and the last day of the call.
    pub(super) fn days(
        &mut self,
        file: &mut Section<'_>,
    ) -> (Option<Cited<Moment>>, Option<Cited<Moment>>) {
        let closing = file.span_of("closes");
        let (opens, closes) = (self.at("opens", file), self.at("closes", file));
        if let (Some(opens), Some(closes)) = (opens, closes)
            && opens.value.is_after(closes.value)
        {
            self.page.fail(closing, "締切（closes）が公募開始（opens）より前です");
        }
        (opens, closes)
    }

    /// A day or an hour with where it is written.
    fn at(&mut self, key: &'static str, file: &mut Section<'_>) -> Option<Cited<Moment>> {
        self.sources.figure::<At>(key, file, self.page).map(|at| map(at, |at| at.0))
    }

    pub(super) fn deadline(&mut self, table: &mut Section<'_>) -> Option<Deadline> {
        let name = self.text("name", table);
        let at: Option<At> = table.must("at", self.page);
        let cite = self.sources.cite_of(table, self.page);
        Some(Deadline { name: name?, at: at?.0, cite: cite? })
    }

    /// Where it is written that the round takes applications all the year round.
    pub(super) fn year_round(&mut self, file: &mut Section<'_>, dated: bool) -> Option<Cite> {
        let span = file.span_of("year_round");
        let mut table = file.table("year_round", self.page)?;
        if dated {
            let message = "通年（year_round）と書いた公募回に、opens や closes は書けません";
            self.page.fail(span, message);
        }
        let cite = self.sources.cite_of(&mut table, self.page);
        table.close(self.page);
        cite
    }

    /// How the grants are paid.
    pub(super) fn payment(&mut self, file: &mut Section<'_>) -> Option<Payment> {
        let mut table = file.table("payment", self.page)?;
        let after_decision = self.cited("after_decision", &mut table);
        let cite = self.sources.cite_of(&mut table, self.page);
        table.close(self.page);
        Some(Payment { cite: cite?, after_decision })
    }

    /// A table that says nothing but where something is written.
    pub(super) fn cited(&mut self, key: &'static str, file: &mut Section<'_>) -> Option<Cite> {
        let mut table = file.table(key, self.page)?;
        let cite = self.sources.cite_of(&mut table, self.page);
        table.close(self.page);
        cite
    }

    /// The revision of the minimum wages before which the call ends in each prefecture.
    pub(super) fn before_wages(&mut self, file: &mut Section<'_>) -> Option<Cited<&'static str>> {
        let mut table = file.table("closes_before_minimum_wage", self.page)?;
        let revision: Option<Spanned<String>> = table.must("revision", self.page);
        let cite = self.sources.cite_of(&mut table, self.page);
        table.close(self.page);
        let revision = revision.and_then(|name| self.revision(&name));
        Some(Cited { value: revision?, cite: cite? })
    }

    /// The name of a revision of the minimum wages; any name passes where they are not known.
    fn revision(&mut self, name: &Spanned<String>) -> Option<&'static str> {
        let Some(revisions) = self.vocabulary.revisions else {
            return Some(keep_text(name.get_ref().as_str()));
        };
        let known = revisions.iter().map(|revision| revision.name);
        let found = known.clone().find(|known| known == name.get_ref());
        if found.is_none() {
            let known = known.collect::<Vec<_>>().join("、");
            let known = if known.is_empty() { known } else { format!("（{known}）") };
            let message = format!(
                "「{}」という改定は minimum_wage.toml にありません。改定（[[revision]]）の name を書いてください{known}",
                name.get_ref()
            );
            self.page.fail(name.span(), message);
        }
        found
    }
}
