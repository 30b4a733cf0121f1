//! Every sentence that a person reads. One [`Text`] a language, so the compiler asks each for every message.

mod ja;
mod number;

use std::ops::Deref;

use hojokin_engine::{
    Assumption, Category, Cite, Date, Deadline, Edition, FrameEstimate, Moment, Range, SizeLimit,
    Source, Standing, Status, Step, Tax, Verdict, Yen, differences::Difference, figure::Unit,
    inverse::Reach,
};

use crate::{input::FieldError, state::Missed};

/// A question about a fact.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Question {
    /// The question itself.
    pub ask: &'static str,
    /// What counts and what does not, where that needs saying.
    pub hint: Option<&'static str>,
    /// The unit of a number.
    pub unit: &'static str,
}

/// The messages of one language.
///
/// Texts of rule files (names of programmes, frames, requirements) are Japanese and come from there.
pub trait Text {
    /// The `lang` of the texts.
    fn lang(&self) -> &'static str;
    /// A message without blanks.
    fn say(&self, message: Message) -> &'static str;
    /// How a fact is asked.
    fn question(&self, fact: &str) -> Option<Question>;
    /// A fact's name within a sentence, such as インボイス.
    fn fact_name(&self, fact: &str) -> &'static str;
    /// How a number of a missed promise is asked.
    fn missed(&self, missed: Missed) -> Question;
    /// The regional minimum wage and since when it is in force.
    fn minimum_wage(&self, wage: Yen, since: Date) -> String;
    /// The wage that a promise asks for.
    fn wage_needed(&self, wage: Yen) -> String;
    /// That two programmes do not go together.
    fn not_together(&self, other: &str, why: &str) -> String;
    /// A choice of a fact.
    fn choice(&self, fact: &str, choice: &str) -> &'static str;
    /// The name of a category in an edition that does not count it.
    fn category(&self, key: &str) -> &'static str;
    /// An amount, such as 500,000円.
    fn yen(&self, amount: Yen) -> String;
    /// An amount that may still be a range.
    fn range(&self, range: Range) -> String;
    /// The rate or rates of a frame, that no source states one, or that it depends on open answers.
    fn rate(&self, frame: &FrameEstimate) -> String;
    /// The cap of a frame, that no source states one, or that it depends on open answers.
    fn cap(&self, frame: &FrameEstimate) -> String;
    /// Where a round stands, short enough for a badge, and how many days are left of it.
    fn status(&self, edition: &Edition, status: Status, as_of: Moment) -> String;
    /// Where a round stands, in a word.
    fn short_status(&self, status: Status) -> &'static str;
    /// That a round is not open, in a sentence; `None` while it is.
    fn not_open(&self, edition: &Edition, status: Status, as_of: Moment) -> Option<String>;
    /// What must be done before the closing day, and until when.
    fn deadline(&self, deadline: &Deadline, as_of: Moment) -> String;
    /// Until when a call is open in one prefecture.
    fn closes_here(&self, prefecture: &str, last: Date, as_of: Moment) -> String;
    /// In which prefectures a call is still open that ends with a new minimum wage; `of` is how many there are.
    fn open_in(&self, prefectures: &[&str], of: usize) -> String;
    /// The heading of what changed since a round.
    fn changes_since(&self, before: &Edition) -> String;
    /// An amount before and after, and by how much it changed.
    fn change(&self, before: Range, after: Range) -> String;
    /// What changed in the rules.
    fn difference(&self, difference: &Difference) -> String;
    /// Which programme took the place of one that is over.
    fn followed_by(&self, last: &Edition) -> String;
    /// Which round comes after one that is over; `None` if none is known.
    fn next_round(&self, next: Option<(&Edition, Status)>, as_of: Moment) -> String;
    /// Whether a firm can get a frame, short enough for a badge.
    fn verdict(&self, verdict: Verdict) -> &'static str;
    /// How a requirement stands.
    fn standing(&self, standing: Standing) -> &'static str;
    /// Which open questions decide the amount.
    fn deciding(&self, facts: &[&str]) -> String;
    /// How many requirements stand how.
    fn requirements(&self, met: usize, unmet: usize, open: usize, to_confirm: usize) -> String;
    /// The most employees, and the most capital, that this firm may have.
    fn size_limit(&self, limit: SizeLimit) -> String;
    /// A condition of the round for a question.
    fn condition(&self, requirement: &str) -> String;
    /// A figure in its unit; a negative one is to be paid back.
    fn figure(&self, value: i64, unit: Unit) -> String;
    /// A step of the working, without its result; `alone` if all expenses are in one product.
    fn step(&self, step: &Step, alone: bool) -> String;
    /// The result of a step; `None` where its sentence says all.
    fn result(&self, step: &Step) -> Option<String>;
    /// That the working is that of the greatest amount, and what it assumes.
    fn assumed(&self, assumed: &[Assumption]) -> Option<String>;
    /// A citation.
    fn cite(&self, cite: Cite, source: Option<&Source>) -> String;
    /// When and in what form a source was read.
    fn source(&self, source: &Source) -> String;
    /// How the limits of a category of `edition` are to be understood.
    fn category_limit(&self, edition: &Edition, category: &Category) -> Option<String>;
    /// How much of what was entered a programme counts.
    fn counts(&self, eligible: Yen) -> String;
    /// From which expense on the cap is reached, seen from what is entered.
    fn reach(&self, reach: Reach, cap: Yen) -> String;
    /// The expenses that this edition does not count.
    fn uncounted(&self, names: &[&str]) -> String;
    /// How many frames cannot be got.
    fn ineligible_frames(&self, count: usize) -> String;
    /// Why a typed number cannot be taken; `money` tells amounts from counts.
    fn field_error(&self, error: FieldError, label: &str, money: bool) -> String;
    /// The heading of the list of errors.
    fn error_summary(&self, count: usize) -> String;
    /// The heading of the expenses.
    fn expenses(&self, tax: Tax) -> &'static str;
    /// The result for those who hear it.
    fn heard(&self, range: Range, best: &[&str]) -> String;
    /// The programme and round, if there is only one, and the day that the results are for.
    fn basis(&self, edition: Option<&Edition>, as_of: Moment) -> String;
    /// How much of the cap is reached, for those who do not see the bar.
    fn meter(&self, range: Range, cap: Yen) -> String;
}

/// A message without blanks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Message {
    /// The name of the widget.
    Title,
    /// The heading of the questions.
    Questions,
    /// The label of the choice of rounds.
    Round,
    /// The choice of all programmes together.
    AllProgrammes,
    /// The heading of the list of programmes.
    Programmes,
    /// The heading of programmes that are open.
    OpenProgrammes,
    /// The heading of programmes that are still to open.
    UpcomingProgrammes,
    /// The heading of programmes of which all known rounds are over.
    EndedProgrammes,
    /// The heading of programmes whose days no source states.
    UndatedProgrammes,
    /// The heading of the figures of a programme that gives no grant.
    Figures,
    /// That an answer is missing for a figure.
    FigureOpen,
    /// That no source lets a figure be computed.
    FigureUnknown,
    /// The heading of programmes that give no grant.
    OtherProgrammes,
    /// The heading of programmes of which no frame can be got.
    NoProgrammes,
    /// Leads to one programme.
    Details,
    /// Marks a figure that only comes close.
    Approximate,
    /// That nothing changed in the rules that are computed.
    NoChanges,
    /// The heading of the helper for wages.
    WageHelper,
    /// That the present wage is below the regional minimum.
    WageTooLow,
    /// The heading of what is to be paid back.
    Repayment,
    /// What is to be paid back for pay that grew too little.
    RepaymentGrowth,
    /// What is to be paid back for years of too low a minimum wage.
    RepaymentYears,
    /// That amounts of different programmes are not to be added.
    NotSummed,
    /// The heading of the questions about the firm.
    Firm,
    /// The heading of the questions about plans.
    Plan,
    /// The heading of what is to be confirmed.
    Confirm,
    /// What confirming means.
    ConfirmHint,
    /// Yes.
    Yes,
    /// No.
    No,
    /// Does not know.
    Unknown,
    /// Nothing chosen yet.
    Choose,
    /// The question whether amounts contain tax.
    TaxQuestion,
    /// Without tax.
    TaxExcluded,
    /// With tax.
    TaxIncluded,
    /// How amounts can be typed.
    AmountHint,
    /// The unit of amounts.
    YenUnit,
    /// That an open question does not matter any more.
    DoesNotMatter,
    /// The label of the headline result.
    Outlook,
    /// That nothing has been entered.
    NothingEntered,
    /// That no frame can be got.
    NoFrame,
    /// That it is an estimate.
    Disclaimer,
    /// The heading of the frames.
    Frames,
    /// The mark of the best frame.
    Best,
    /// Rate.
    Rate,
    /// Cap.
    Cap,
    /// Eligible expenses.
    Eligible,
    /// Own funds.
    OwnFunds,
    /// The heading of the requirements.
    Requirements,
    /// The heading of the working.
    Working,
    /// The heading of the obligations.
    Obligations,
    /// The heading of the notes.
    Notes,
    /// The heading of sources and version.
    Sources,
    /// The heading of the contact.
    Contact,
    /// Marks what could not be verified.
    Unverified,
    /// Leads to the results.
    ToResults,
    /// That nothing is sent.
    Private,
}

/// The messages of the language in use; two are equal if their language is.
#[derive(Clone, Copy)]
pub struct Words(&'static dyn Text);

impl Words {
    /// Japanese.
    pub fn japanese() -> Self {
        Self(&ja::Japanese)
    }
}

impl Deref for Words {
    type Target = dyn Text;

    fn deref(&self) -> &Self::Target {
        self.0
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.lang() == other.lang()
    }
}
