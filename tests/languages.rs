//! Every language says everything: the sentences are held by the build, the texts of the rules here.

use hojokin_engine::{Edition, Gives};
use hojokin_rules::rulebook;
use hojokin_texts::{FILES, Language, Texts, first_reading};
use hojokin_widget::text::Words;

/// The words of a language, its file loaded as the widget does.
fn words(language: Language) -> Words {
    if let Some((_, file)) = FILES.iter().find(|(lang, _)| *lang == language.id()) {
        assert!(Texts::load(language, (*file).to_owned()), "{language:?}");
    }
    Words::of(language).expect("it is loaded")
}

/// Every text of an edition that the screen shows, but for the titles of sources and what cites them.
fn shown(edition: &'static Edition) -> Vec<&'static str> {
    let mut texts = vec![edition.name, edition.round, edition.contact.name];
    texts.extend(edition.sources.iter().map(|source| source.read_from));
    texts.extend(edition.deadlines.iter().map(|deadline| deadline.name));
    texts.extend(edition.notes.iter().chain(edition.unstated).map(|note| note.text));
    texts.extend(edition.repayment.iter().flat_map(|rule| rule.waivers).map(|note| note.text));
    for category in edition.categories {
        texts.push(category.name);
        texts.extend(category.note.map(|note| note.text));
    }
    for frame in edition.frames {
        texts.push(frame.name);
        texts.extend(frame.obligations.iter().map(|note| note.text));
        texts.extend(frame.cautions.iter().map(|caution| caution.text));
        for requirement in frame.requirements {
            texts.push(requirement.name);
            texts.extend(requirement.remedy);
        }
        match frame.gives {
            Gives::Grant(grant) => {
                texts.extend(grant.parts.iter().map(|part| part.name));
                texts.extend(grant.provisions.iter().map(|provision| provision.name));
            }
            Gives::Figures(calculations) => {
                let figures = calculations.iter().flat_map(|one| one.figures);
                texts.extend(figures.flat_map(|figure| [figure.name, figure.how]));
            }
        }
    }
    texts
}

fn is_japanese(text: &str) -> bool {
    text.chars().any(|sign| ('\u{3041}'..='\u{9fff}').contains(&sign))
}

#[test]
fn every_text_of_the_rules_is_translated() {
    for language in Language::ALL.into_iter().skip(1) {
        let words = words(language);
        let mut missing: Vec<_> = rulebook()
            .editions
            .iter()
            .flat_map(shown)
            .chain([rulebook().combinations.otherwise.text])
            .filter(|text| is_japanese(text) && words.rule(text) == *text)
            .collect();
        missing.sort_unstable();
        missing.dedup();
        assert!(
            missing.is_empty(),
            "texts/{}/rules.tsv lacks:\n{}",
            language.id(),
            missing.join("\n")
        );
    }
}

#[test]
fn easy_japanese_has_a_reading_for_every_kanji() {
    let file = words(Language::Easy);
    let texts = rulebook().editions.iter().flat_map(shown).map(|text| file.rule(text));
    let facts = rulebook().facts.iter().filter_map(|fact| file.question(fact.id));
    let words = facts.flat_map(|word| [word.name, word.unit, word.ask, word.hint.unwrap_or("")]);
    let bare = |text: &str| {
        let mut rest = text;
        let mut bare = String::new();
        while let Some(found) = first_reading(rest) {
            bare += found.before;
            rest = found.after;
        }
        bare + rest
    };
    let kanji = |sign: char| ('\u{3400}'..='\u{9fff}').contains(&sign);
    let mut missing: Vec<_> =
        texts.chain(words).filter(|text| bare(text).contains(kanji)).collect();
    missing.dedup();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn a_text_that_no_rule_file_has_stays_as_it_is() {
    assert_eq!(words(Language::English).rule("見本"), "見本");
    assert_eq!(words(Language::Japanese).rule("見本"), "見本");
}

#[test]
fn a_file_of_another_build_is_refused() {
    assert!(!Texts::load(Language::English, "0000\n\nx\n\ny\n\nz\n".to_owned()));
    assert!(!Texts::load(Language::English, String::new()));
}

#[test]
fn a_lang_attribute_names_its_language() {
    let of = Language::of;
    assert_eq!((of("en-GB"), of("EN")), (Some(Language::English), Some(Language::English)));
    assert_eq!((of("ja-x-easy"), of("ja-Hira")), (Some(Language::Easy), Some(Language::Japanese)));
    assert_eq!((of("ja-JP"), of("fr"), of("")), (Some(Language::Japanese), None, None));
}
