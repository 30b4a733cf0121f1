//! Reads the rules of one round.

mod days;

use std::ops::Range;

use hojokin_engine::{
    Category, CategoryId, Caution, Cited, Contact, Edition, Frame, Gives, Limit, Most, Note, Part,
    Provision, Requirement,
};
use toml::Spanned;

use crate::{
    calculation,
    citation::{Fraction, Money, Sources, address, map},
    condition::{categories, condition, facts},
    grant, keep, keep_text,
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
    let sources = Sources::read(vocabulary.sources, &mut file, &mut page);
    let (counted, raised) = (Vec::new(), Vec::new());
    let mut reader = Reader { vocabulary, page: &mut page, sources, counted, raised };
    let edition = reader.edition(id, &mut file);
    let sources = reader.sources.finish(&mut page);
    file.close(&mut page);
    page.finish(edition.map(|edition| Edition { sources: keep(sources), ..edition }))
}

/// An edition while it is being read.
pub(crate) struct Reader<'r, 't> {
    pub(crate) vocabulary: &'r Vocabulary,
    pub(crate) page: &'r mut Page<'t>,
    pub(crate) sources: Sources,
    /// The categories of the edition.
    pub(crate) counted: Vec<Category>,
    /// Where provisions take the raised caps of the bands: those that all frames share, then those of the frame.
    pub(crate) raised: Vec<Range<usize>>,
}

/// What all frames of an edition share.
struct Shared {
    requirements: Vec<Requirement>,
    provisions: Vec<Provision>,
    parts: Vec<Part>,
}

impl Reader<'_, '_> {
    fn edition(&mut self, id: &str, file: &mut Section<'_>) -> Option<Edition> {
        let (name, round) = (self.text("name", file), self.text("round", file));
        let (opens, closes) = self.days(file);
        let year_round = self.year_round(file, opens.or(closes).is_some());
        let deadlines = self.all("deadline", file, Self::deadline);
        let before_wages = self.before_wages(file);
        let followed_by = self.followed_by(id, file);
        let (contact, payment) = (self.contact(file), self.payment(file));
        let form = self.cited("form", file);
        let notes = self.notes("note", file);
        let categories = self.each("category", file, |category| category.key, Self::category);
        self.counted.clone_from(&categories);
        let limits = self.all("limit", file, Self::limit);
        let shared = Shared {
            requirements: self.each("requirement", file, |one| one.id, Self::requirement),
            provisions: self.each("provision", file, |one| one.id, Self::provision),
            parts: self.all("part", file, Self::part),
        };
        let (wage, repayment) = (self.wage(file), self.repayment(file));
        let none = !file.has("frame");
        let frames = self.each(
            "frame",
            file,
            |frame: &Frame| frame.id,
            |reader, table| reader.frame(table, &shared),
        );
        if none {
            self.page.fail(0..0, "申請枠（[[frame]]）が一つもありません");
        }

        let unstated = self.all("unstated_frame", file, Self::unstated);

        let (name, round, contact) = (name?, round?, contact?);
        Some(Edition {
            id: keep_text(id),
            programme: keep_text(id.split('/').next().unwrap_or_default()),
            name,
            round,
            opens,
            closes,
            year_round,
            deadlines: keep(deadlines),
            before_wages,
            followed_by,
            facts: facts_of(&frames),
            categories: keep(categories),
            limits: keep(limits),
            frames: keep(frames),
            unstated: keep(unstated),
            wage,
            repayment,
            notes: keep(notes),
            payment,
            form,
            contact,
            sources: &[],
        })
    }

    fn frame(&mut self, table: &mut Section<'_>, shared: &Shared) -> Option<Frame> {
        let (id, name) = (self.text("id", table), self.text("name", table));
        let mut requirements = self.with_own(
            "requirement",
            table,
            &shared.requirements,
            |one| one.id,
            Self::requirement,
        );
        // Those on the firm come before those on its expenses, whoever states them.
        requirements.sort_by_key(|requirement| requirement.test.reads_expenses());
        let gives = if table.has("calculation") {
            let calculations =
                calculation::calculations(table, self.vocabulary, &mut self.sources, self.page);
            Some(Gives::Figures(keep(calculations)))
        } else {
            let raised = self.raised.len();
            let provisions = self.with_own(
                "provision",
                table,
                &shared.provisions,
                |one| one.id,
                Self::provision,
            );
            let grant = self.grant(name.unwrap_or_default(), table, &shared.parts, provisions);
            self.raised.truncate(raised);
            grant.map(|grant| Gives::Grant(&keep(vec![grant])[0]))
        };
        let cautions = self.each("caution", table, |one| one.id, Self::caution);
        let obligations = self.notes("obligation", table);
        Some(Frame {
            id: id?,
            name: name?,
            requirements: keep(requirements),
            gives: gives?,
            cautions: keep(cautions),
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

    fn caution(&mut self, table: &mut Section<'_>) -> Option<Caution> {
        let (id, text) = (self.text("id", table), self.text("text", table));
        let when = table.has("when").then(|| self.condition("when", table));
        let cite = self.sources.cite_of(table, self.page);
        Some(Caution { id: id?, text: text?, when: when.flatten(), cite: cite? })
    }

    fn limit(&mut self, table: &mut Section<'_>) -> Option<Limit> {
        let categories = self.categories("categories", table);
        let of_others: Option<Fraction> = table.may("of_others", self.page);
        let at_most: Option<Money> = table.may("at_most", self.page);
        let below_others: Option<bool> = table.may("below_others", self.page);
        let cite = self.sources.cite_of(table, self.page);
        let most = match (of_others, at_most, below_others) {
            (Some(share), None, None) => Most::OfOthers(share.0),
            (None, Some(most), None) => Most::Amount(most.0),
            (None, None, Some(true)) => Most::BelowOthers,
            _ => {
                let message = "限度は of_others（ほかの経費の合計に対する割合）・at_most（金額）・below_others = true（ほかの経費の合計未満）を一つだけ書いてください";
                self.page.fail(table.span.clone(), message);
                return None;
            }
        };
        Some(Limit { categories: keep(categories?), most, cite: cite? })
    }

    fn category(&mut self, table: &mut Section<'_>) -> Option<Category> {
        let key: Option<Spanned<String>> = table.must("id", self.page);
        let name = self.text("name", table);
        let note = table.table("note", self.page);
        let note = note.and_then(|note| self.sources.note(note, self.page));
        let cost_share = self.sources.figure::<Fraction>("cost_share", table, self.page);
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
        })
    }

    fn contact(&mut self, file: &mut Section<'_>) -> Option<Contact> {
        let Some(mut table) = file.table("contact", self.page) else {
            self.page.fail(0..0, "「contact」がありません");
            return None;
        };
        let name = self.text("name", &mut table);
        let tel: Option<String> = table.may("tel", self.page);
        let url = address(&mut table, self.page);
        let cite = self.sources.cite_of(&mut table, self.page);
        table.close(self.page);
        Some(Contact { name: name?, tel: tel.map(keep_text), url, cite: cite? })
    }

    pub(crate) fn notes(&mut self, key: &'static str, table: &mut Section<'_>) -> Vec<Note> {
        let tables = table.tables(key, self.page);
        tables.into_iter().filter_map(|table| self.sources.note(table, self.page)).collect()
    }

    /// The categories that a list names, all of them the edition's own.
    pub(crate) fn categories(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
    ) -> Option<Vec<CategoryId>> {
        let span = table.span_of(key);
        let found = categories(key, table, self.vocabulary, self.page)?;
        let own = found.iter().all(|id| self.counted.iter().any(|category| category.id == *id));
        if !own {
            self.page.fail(span, "この公募回の [[category]] にない経費区分があります");
        }
        own.then_some(found)
    }

    pub(crate) fn condition(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
    ) -> Option<hojokin_engine::Test> {
        let Some(value) = table.take(key) else {
            self.page.fail(table.span.clone(), format!("「{key}」がありません"));
            return None;
        };
        condition(value, self.vocabulary, &self.counted, self.page)
    }

    /// The programme that took the place of this one.
    fn followed_by(&mut self, id: &str, file: &mut Section<'_>) -> Option<Cited<&'static str>> {
        let mut table = file.table("followed_by", self.page)?;
        let span = table.span_of("programme");
        let programme = self.text("programme", &mut table);
        let cite = self.sources.cite_of(&mut table, self.page);
        table.close(self.page);
        let programme = programme?;
        let of = |id: &str| id.split('/').next() == Some(programme);
        if of(id) || !self.vocabulary.editions.iter().any(|known| of(known)) {
            let message =
                format!("「{programme}」という、ほかの制度は vocabulary.toml にありません");
            self.page.fail(span, message);
        }
        Some(Cited { value: programme, cite: cite? })
    }

    /// A frame that is only known by name.
    fn unstated(&mut self, table: &mut Section<'_>) -> Option<Note> {
        let name = self.text("name", table);
        let cite = self.sources.cite_of(table, self.page);
        Some(Note { text: name?, cite: cite? })
    }

    pub(crate) fn text(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
    ) -> Option<&'static str> {
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

    /// Reads each table of `[[key]]`, whose items have no id.
    pub(crate) fn all<T>(
        &mut self,
        key: &'static str,
        table: &mut Section<'_>,
        read: fn(&mut Self, &mut Section<'_>) -> Option<T>,
    ) -> Vec<T> {
        let mut items = Vec::new();
        for mut table in table.tables(key, self.page) {
            items.extend(read(self, &mut table));
            table.close(self.page);
        }
        items
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
        frame.requirements.iter().for_each(|one| facts(&one.test, &mut found));
        frame.cautions.iter().flat_map(|one| &one.when).for_each(|test| facts(test, &mut found));
        match frame.gives {
            Gives::Grant(grant) => grant::facts_of(grant, &mut found),
            Gives::Figures(calculations) => {
                calculations.iter().for_each(|one| calculation::facts_of(one, &mut found));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    keep(found)
}
