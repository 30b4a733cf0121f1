//! Reads the caps by the number of employees (`[[frame.band]]`) and the rate above a part of the grant (`tier`).

use std::ops::Range;

use hojokin_engine::{Band, Tier, Yen};

use crate::{
    citation::{Fraction, Money},
    edition::Reader,
    rows,
    section::Section,
};

impl Reader<'_, '_> {
    /// The bands and the tier of the frame `name`. They can lean on each other, so they are compared where neither
    /// has a mistake of its own.
    pub(super) fn bands_and_tier(
        &mut self,
        name: &str,
        table: &mut Section<'_>,
    ) -> (Vec<Band>, Option<Tier>) {
        let bands = self.bands(table);
        let (tiered, place) = (table.has("tier"), table.span_of("tier"));
        let tier = table.table("tier", self.page).and_then(|table| self.tier(table));
        if let Some(bands) = &bands {
            self.raised_column(name, bands);
        }
        if let Some(bands) = &bands
            && tier.is_some() == tiered
        {
            self.tier_boundary(bands, tier, place);
        }
        let bands = bands.unwrap_or_default();
        (bands.into_iter().map(|(band, _)| band).collect(), tier)
    }

    /// The bands, each with the place of its row; `None` if there is a mistake in them.
    fn bands(&mut self, table: &mut Section<'_>) -> Option<Vec<(Band, Range<usize>)>> {
        let banded = table.has("band");
        let tables = table.tables("band", self.page);
        if banded && tables.is_empty() {
            return None;
        }
        let (wanted, mut bands, mut limits) = (tables.len(), Vec::new(), Vec::new());
        for mut table in tables {
            let limit = table.span_of("employees_at_most");
            if let Some(band) = self.band(&mut table) {
                limits.push((band.employees_at_most, limit));
                bands.push((band, table.span.clone()));
            }
            table.close(self.page);
        }
        (bands.len() == wanted).then(|| {
            rows::without_end(&limits, "employees_at_most", self.page);
            bands
        })
    }

    fn band(&mut self, table: &mut Section<'_>) -> Option<Band> {
        let employees_at_most = table.optional("employees_at_most", self.page);
        let cap: Option<Money> = table.must("cap", self.page);
        let raised: Option<Option<Money>> = table.optional("raised", self.page);
        let tier: Option<Option<Money>> = table.optional("tier", self.page);
        let cite = self.sources.cite_of(table, self.page);
        let yen = |money: Money| -> Yen { money.0 };
        Some(Band {
            employees_at_most: employees_at_most?,
            cap: cap?.0,
            raised: raised?.map(yen),
            tier: tier?.map(yen),
            cite: cite?,
        })
    }

    fn tier(&mut self, mut table: Section<'_>) -> Option<Tier> {
        let up_to: Option<Option<Money>> = table.optional("up_to", self.page);
        let above: Option<Fraction> = table.must("above", self.page);
        let cite = self.sources.cite_of(&mut table, self.page);
        table.close(self.page);
        Some(Tier { up_to: up_to?.map(|money| money.0), above: above?.0, cite: cite? })
    }

    /// Either the tier says where its first rate ends or every band does; otherwise one rate would apply to all.
    fn tier_boundary(
        &mut self,
        bands: &[(Band, Range<usize>)],
        tier: Option<Tier>,
        place: Range<usize>,
    ) {
        let by_band = tier.is_some_and(|tier| tier.up_to.is_none());
        if by_band && bands.is_empty() {
            let message = "補助率がどこで変わるかを up_to（補助金の額）で書いてください。従業員数で変わるときは、どの band にも tier を書きます";
            self.page.fail(place, message);
        }
        for (band, place) in bands {
            let message = match (by_band, band.tier) {
                (true, None) => {
                    "この band に tier（補助率が変わる補助金の額）がありません。tier に up_to がないので、どの band にも書いてください"
                }
                (false, Some(_)) if tier.is_some() => {
                    "tier に up_to があるので、band の tier は使われません。どちらかを消してください"
                }
                (false, Some(_)) => {
                    "band の tier を超える部分の補助率がありません。枠に tier = { above = …, cite = … } を書いてください"
                }
                _ => continue,
            };
            self.page.fail(place.clone(), message);
        }
    }

    /// A provision that takes the raised caps has none to take where no band has one.
    fn raised_column(&mut self, name: &str, bands: &[(Band, Range<usize>)]) {
        if bands.iter().any(|(band, _)| band.raised.is_some()) {
            return;
        }
        for place in self.raised.clone() {
            let message = format!(
                "申請枠「{name}」の band に raised（賃上げのときの上限）がないので、この特例は上限を変えません。band に raised を書くか、特例に raise_cap か set_cap を書いてください"
            );
            self.page.fail(place, message);
        }
    }
}
