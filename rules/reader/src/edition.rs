//! Reads the rules of one round.

use hojokin_engine::{
    Category, Change, Cited, Contact, Date, Edition, Frame, GrantShare, Note, Provision,
    Requirement, Sole,
};
use toml::Spanned;

use crate::{
    citation::{Day, Fraction, Money, Sources, map},
    condition::{condition, facts},
    keep, keep_text,
    problem::Problem,
    section::{Page, Section, unlike},
    vocabulary::Vocabulary,
};

/// Reads the rule file `name` as the edition `id`, such as `"jizokuka/2025-17"`.
///
/// # Errors
/// Every mistake in the file, in the order of its lines.
pub fn edition(
    vocabulary: &Vocabulary,
    id: &str,
    name: &str,
    text: &str,
) -> Result<Edition, Vec<Problem>> {
    let (mut page, mut file) = Page::parse(name, text);
    let sources = Sources::read(&mut file, &mut page);
    let mut reader = Reader { vocabulary, page: &mut page, sources };
    let edition = reader.edition(id, &mut file);
    let sources = reader.sources.finish(&mut page);
    file.close(&mut page);
    page.finish(edition.map(|edition| Edition { sources: keep(sources), ..edition }))
}

struct Reader<'r, 't> {
    vocabulary: &'r Vocabulary,
    page: &'r mut Page<'t>,
    sources: Sources,
}

impl Reader<'_, '_> {
    fn edition(&mut self, id: &str, file: &mut Section<'_>) -> Option<Edition> {
        let (name, round) = (self.text("name", file), self.text("round", file));
        let closing = file.span_of("closes");
        let (opens, closes) = (self.day("opens", file), self.day("closes", file));
        if let (Some(opens), Some(closes)) = (opens, closes)
            && closes.value < opens.value
        {
            self.page.fail(closing, "締切（closes）が公募開始（opens）より前です");
        }
        let contact = file.table("contact", self.page);
        if contact.is_none() {
            self.page.fail(0..0, "「contact」がありません");
        }
        let contact = contact.and_then(|table| self.contact(table));
        let notes = self.notes("note", file);
        let categories = self.each("category", file, |category| category.key, Self::category);
        let requirements = self.each("requirement", file, |one| one.id, Self::requirement);
        let provisions = self.each("provision", file, |one| one.id, Self::provision);
        let none = !file.has("frame");
        let frames = self.each(
            "frame",
            file,
            |frame: &Frame| frame.id,
            |reader, table| reader.frame(table, &requirements, &provisions),
        );
        if none {
            self.page.fail(0..0, "申請枠（[[frame]]）が一つもありません");
        }

        let (name, round, contact) = (name?, round?, contact?);
        Some(Edition {
            id: keep_text(id),
            programme: keep_text(id.split('/').next().unwrap_or_default()),
            name,
            round,
            opens,
            closes,
            facts: facts_of(&frames),
            categories: keep(categories),
            frames: keep(frames),
            notes: keep(notes),
            contact,
            sources: &[],
        })
    }

    fn frame(
        &mut self,
        table: &mut Section<'_>,
        requirements: &[Requirement],
        provisions: &[Provision],
    ) -> Option<Frame> {
        let (id, name) = (self.text("id", table), self.text("name", table));
        let rate = self.sources.needed::<Fraction>("rate", table, self.page);
        let cap = self.sources.needed::<Money>("cap", table, self.page);
        let floor = self.sources.figure::<Money>("floor", table, self.page);
        let requirements =
            self.with_own("requirement", table, requirements, |one| one.id, Self::requirement);
        let provisions =
            self.with_own("provision", table, provisions, |one| one.id, Self::provision);
        let obligations = self.notes("obligation", table);
        Some(Frame {
            id: id?,
            name: name?,
            requirements: keep(requirements),
            rate: map(rate?, |rate| rate.0),
            cap: map(cap?, |cap| cap.0),
            floor: floor.map(|floor| map(floor, |floor| floor.0)),
            provisions: keep(provisions),
            obligations: keep(obligations),
        })
    }

    fn requirement(&mut self, table: &mut Section<'_>) -> Option<Requirement> {
        let (id, name) = (self.text("id", table), self.text("name", table));
        let remedy: Option<String> = table.may("remedy", self.page);
        let test = self.condition("when", table);
        let only_while = table.has("only_while").then(|| self.condition("only_while", table));
        let cite = self.sources.cite_of(table, self.page);
        Some(Requirement {
            id: id?,
            name: name?,
            remedy: remedy.map(keep_text),
            test: test?,
            only_while: only_while.flatten(),
            cite: cite?,
        })
    }

    fn provision(&mut self, table: &mut Section<'_>) -> Option<Provision> {
        let (id, name) = (self.text("id", table), self.text("name", table));
        let test = self.condition("when", table);
        let raise_cap: Option<Money> = table.may("raise_cap", self.page);
        let set_rate: Option<Fraction> = table.may("set_rate", self.page);
        let cite = self.sources.cite_of(table, self.page);
        let change = match (raise_cap, set_rate) {
            (Some(by), None) => Change::RaiseCap(by.0),
            (None, Some(to)) => Change::SetRate(to.0),
            _ => {
                let message = "特例には raise_cap（上限の上乗せ）か set_rate（補助率の引上げ）を一つだけ書いてください";
                self.page.fail(table.span.clone(), message);
                return None;
            }
        };
        Some(Provision { id: id?, name: name?, test: test?, change, cite: cite? })
    }

    fn category(&mut self, table: &mut Section<'_>) -> Option<Category> {
        let key: Option<Spanned<String>> = table.must("id", self.page);
        let name = self.text("name", table);
        let note = table.table("note", self.page);
        let note = note.and_then(|note| self.sources.note(note, self.page));
        let cost_share = self.sources.figure::<Fraction>("cost_share", table, self.page);
        let grant_share = table.table("grant_share", self.page);
        let grant_share = grant_share.and_then(|table| self.grant_share(table));
        let sole = table.table("sole", self.page).and_then(|table| self.sole(table));
        let key = key?;
        let Some(id) = self.vocabulary.category(key.get_ref()) else {
            let message =
                format!("「{}」という経費区分は vocabulary.toml にありません", key.get_ref());
            self.page.fail(key.span(), message);
            return None;
        };
        Some(Category {
            id,
            key: self.vocabulary.categories[usize::from(id.0)],
            name: name?,
            note,
            cost_share: cost_share.map(|share| map(share, |share| share.0)),
            grant_share,
            sole,
        })
    }

    fn grant_share(&mut self, mut table: Section<'_>) -> Option<GrantShare> {
        let share: Option<Fraction> = table.must("share", self.page);
        let at_most: Option<Money> = table.must("at_most", self.page);
        let cite = self.sources.cite_of(&mut table, self.page);
        table.close(self.page);
        Some(GrantShare { share: share?.0, at_most: at_most?.0, cite: cite? })
    }

    fn sole(&mut self, mut table: Section<'_>) -> Option<Sole> {
        let (id, name) = (self.text("id", &mut table), self.text("name", &mut table));
        let cite = self.sources.cite_of(&mut table, self.page);
        table.close(self.page);
        Some(Sole { id: id?, name: name?, cite: cite? })
    }

    fn contact(&mut self, mut table: Section<'_>) -> Option<Contact> {
        let name = self.text("name", &mut table);
        let tel: Option<String> = table.may("tel", self.page);
        let url: Option<String> = table.may("url", self.page);
        let cite = self.sources.cite_of(&mut table, self.page);
        table.close(self.page);
        Some(Contact { name: name?, tel: tel.map(keep_text), url: url.map(keep_text), cite: cite? })
    }

    fn notes(&mut self, key: &'static str, table: &mut Section<'_>) -> Vec<Note> {
        let tables = table.tables(key, self.page);
        tables.into_iter().filter_map(|table| self.sources.note(table, self.page)).collect()
    }

    fn condition(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
    ) -> Option<hojokin_engine::Test> {
        let Some(value) = table.take(key) else {
            self.page.fail(table.span.clone(), format!("「{key}」がありません"));
            return None;
        };
        condition(value, self.vocabulary, self.page)
    }

    fn day(&mut self, key: &'static str, file: &mut Section<'_>) -> Option<Cited<Date>> {
        self.sources.figure::<Day>(key, file, self.page).map(|day| map(day, |day| day.0))
    }

    fn text(&mut self, key: &'static str, table: &mut Section<'_>) -> Option<&'static str> {
        table.must::<String>(key, self.page).map(keep_text)
    }

    /// What all frames share, and then what one frame adds in the tables of `[[frame.key]]`.
    fn with_own<T: Copy>(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
        shared: &[T],
        id: fn(&T) -> &'static str,
        read: fn(&mut Self, &mut Section<'_>) -> Option<T>,
    ) -> Vec<T> {
        let span = table.span_of(key);
        let all = [shared, &self.each(key, table, id, read)].concat();
        let (shared, own) = all.split_at(shared.len());
        let again = own.iter().filter(|own| shared.iter().any(|shared| id(shared) == id(own)));
        unlike(again.flat_map(|one| [(id(one), 0..0), (id(one), span.clone())]), key, self.page);
        all
    }

    /// Reads each table of `[[key]]` and notes ids that two of them have.
    fn each<T>(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
        id: fn(&T) -> &'static str,
        mut read: impl FnMut(&mut Self, &mut Section<'_>) -> Option<T>,
    ) -> Vec<T> {
        let mut items = Vec::new();
        for mut table in table.tables(key, self.page) {
            let span = table.span_of("id");
            items.extend(read(self, &mut table).map(|item| (item, span)));
            table.close(self.page);
        }
        unlike(items.iter().map(|(item, span)| (id(item), span.clone())), key, self.page);
        items.into_iter().map(|(item, _)| item).collect()
    }
}

/// The facts that the frames read, in the order of asking.
fn facts_of(frames: &[Frame]) -> &'static [hojokin_engine::FactId] {
    let mut found = Vec::new();
    for frame in frames {
        for requirement in frame.requirements {
            facts(&requirement.test, &mut found);
        }
        for provision in frame.provisions {
            facts(&provision.test, &mut found);
        }
    }
    found.sort_unstable();
    found.dedup();
    keep(found)
}
