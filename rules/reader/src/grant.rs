//! Reads how the grant of a frame is worked out.

mod band;

use hojokin_engine::{
    Bands, CapRow, CategoryId, Change, FactId, Grant, Kind, Part, Place, Provision,
};
use toml::Spanned;

use crate::{
    citation::{Fraction, Money, map},
    condition::facts,
    edition::Reader,
    keep, keep_text,
    section::Section,
};

impl Reader<'_, '_> {
    /// The grant of the frame `name` with what all frames share, its own provisions among `provisions`.
    pub(crate) fn grant(
        &mut self,
        name: &str,
        table: &mut Section<'_>,
        shared: &[Part],
        provisions: Vec<Provision>,
    ) -> Option<Grant> {
        let rate = self.sources.figure::<Fraction>("rate", table, self.page);
        let cap = self.sources.figure::<Money>("cap", table, self.page);
        let floor = self.sources.figure::<Money>("floor", table, self.page);
        let limit = self.sources.figure::<Money>("limit", table, self.page);
        let money = |figure| map(figure, |money: Money| money.0);
        let round_to = self.sources.figure::<Money>("round_to", table, self.page);
        let banded = table.has("band");
        let (rows, tier) = self.bands_and_tier(name, table);
        let cap_rows = self.all("cap_row", table, Self::cap_row);
        let times = self.number("times", table);
        let parts = [shared, &self.all("part", table, Self::part)].concat();
        let in_parts: Vec<CategoryId> =
            parts.iter().flat_map(|part| part.categories).copied().collect();
        let main = if table.has("counts") {
            self.categories("counts", table)?
        } else {
            let main = self.counted.iter().map(|category| category.id);
            main.filter(|category| !in_parts.contains(category)).collect()
        };
        if cap.is_some() && banded {
            self.page.fail(table.span.clone(), "cap と band の両方は書けません");
        }
        if !cap_rows.is_empty() && banded {
            self.page.fail(table.span.clone(), "cap_row と band の両方は書けません");
        }
        if 1 < parts.iter().filter(|part| part.amount.is_some()).count() {
            self.page.fail(table.span.clone(), "amount を掛ける part は一つの枠に一つだけです");
        }
        let employees = self.vocabulary.fact("employees").map(|(id, _)| id);
        Some(Grant {
            rate: rate.map(|rate| map(rate, |rate| rate.0)),
            cap: cap.map(money),
            floor: floor.map(money),
            bands: employees
                .filter(|_| !rows.is_empty())
                .map(|employees| Bands { employees, rows: keep(rows) }),
            cap_rows: keep(cap_rows),
            tier,
            main: keep(main),
            limit: limit.map(money),
            times,
            parts: keep(parts),
            provisions: keep(provisions),
            round_to: round_to.map(money),
        })
    }

    pub(crate) fn provision(&mut self, table: &mut Section<'_>) -> Option<Provision> {
        let (id, name) = (self.text("id", table), self.text("name", table));
        let test = self.condition("when", table);
        let mut changes = Vec::new();
        let raise_cap: Option<Money> = table.may("raise_cap", self.page);
        changes.extend(raise_cap.map(|by| Change::RaiseCap(by.0)));
        let place = table.span_of("raised");
        if table.may("raised", self.page) == Some(true) {
            self.raised.push(place);
            changes.push(Change::RaisedBand);
        }
        let set_cap: Option<Money> = table.may("set_cap", self.page);
        changes.extend(set_cap.map(|to| Change::SetCap(to.0)));
        changes.extend(self.number("cap_is", table).map(Change::CapIs));
        let set_rate: Option<Fraction> = table.may("set_rate", self.page);
        changes.extend(set_rate.map(|to| Change::SetRate(to.0)));
        let set_above: Option<Fraction> = table.may("set_above", self.page);
        changes.extend(set_above.map(|to| Change::SetAbove(to.0)));
        let cite = self.sources.cite_of(table, self.page);
        if changes.is_empty() {
            let message = "特例には raise_cap・raised・set_cap・cap_is（上限）か set_rate・set_above（補助率）を書いてください";
            self.page.fail(table.span.clone(), message);
            return None;
        }
        Some(Provision { id: id?, name: name?, test: test?, changes: keep(changes), cite: cite? })
    }

    /// Categories with a product of their own.
    pub(crate) fn part(&mut self, table: &mut Section<'_>) -> Option<Part> {
        let asks = table.has("amount");
        let amount = self.number("amount", table);
        let categories = if asks { Some(Vec::new()) } else { self.categories("categories", table) };
        let name: Option<String> = table.may("name", self.page);
        let rate: Option<Fraction> = table.may("rate", self.page);
        let at_most: Option<Money> = table.may("at_most", self.page);
        let grant_share: Option<Fraction> = table.may("grant_share", self.page);
        let of_cost: Option<Fraction> = table.may("of_cost", self.page);
        let when = table.has("when").then(|| self.condition("when", table));
        let place = self.place(table);
        let adds = table.may("adds", self.page).unwrap_or(false);
        let fixed = table.may("fixed", self.page).unwrap_or(false);
        let cite = self.sources.cite_of(table, self.page);
        if asks && (name.is_none() || at_most.is_none()) {
            // Without a limit, an open answer would have no greatest grant.
            self.page
                .fail(table.span.clone(), "amount を掛けるときは name と at_most を書いてください");
            return None;
        }
        let categories = keep(categories?);
        let only = self.counted.iter().find(|category| *categories == [category.id]);
        let own = only.map(|category| category.name);
        let Some(name) = name.map(keep_text).or(own) else {
            self.page
                .fail(table.span.clone(), "いくつかの区分をまとめるときは name を書いてください");
            return None;
        };
        Some(Part {
            categories,
            amount,
            name,
            rate: rate.map(|rate| rate.0),
            at_most: at_most.map(|most| most.0),
            grant_share: grant_share.map(|share| share.0),
            of_cost: of_cost.map(|share| share.0),
            when: when.flatten(),
            place: place?,
            adds,
            fixed,
            cite: cite?,
        })
    }

    /// Where the grant of a part stands to the cap.
    fn place(&mut self, table: &mut Section<'_>) -> Option<Place> {
        let Some(place) = table.may::<Spanned<String>>("place", self.page) else {
            return Some(Place::Within);
        };
        match place.get_ref().as_str() {
            "within" => Some(Place::Within),
            "beside" => Some(Place::Beside),
            "atop" => Some(Place::Atop),
            _ => {
                self.page.fail(place.span(), "place は within・beside・atop のどれかです");
                None
            }
        }
    }

    fn cap_row(&mut self, table: &mut Section<'_>) -> Option<CapRow> {
        let when = self.condition("when", table);
        let cap: Option<Money> = table.must("cap", self.page);
        let cite = self.sources.cite_of(table, self.page);
        Some(CapRow { when: when?, cap: cap?.0, cite: cite? })
    }

    /// A fact that is a number or an amount, by its name.
    pub(crate) fn number(&mut self, key: &'static str, table: &mut Section<'_>) -> Option<FactId> {
        let name: Spanned<String> = table.may(key, self.page)?;
        let known = self.vocabulary.fact(name.get_ref());
        let number = known.filter(|(_, fact)| matches!(fact.kind, Kind::Number | Kind::Money));
        if number.is_none() {
            let message =
                format!("「{}」は vocabulary.toml の数や金額の事項ではありません", name.get_ref());
            self.page.fail(name.span(), message);
        }
        number.map(|(id, _)| id)
    }
}

/// Notes every fact that a grant reads.
pub(crate) fn facts_of(grant: &Grant, found: &mut Vec<FactId>) {
    found.extend(grant.bands.map(|bands| bands.employees));
    found.extend(grant.times);
    found.extend(grant.parts.iter().filter_map(|part| part.amount));
    grant.cap_rows.iter().for_each(|row| facts(&row.when, found));
    for provision in grant.provisions {
        facts(&provision.test, found);
        found.extend(provision.changes.iter().filter_map(|change| match change {
            Change::CapIs(fact) => Some(*fact),
            _ => None,
        }));
    }
    grant.parts.iter().flat_map(|part| &part.when).for_each(|test| facts(test, found));
}
