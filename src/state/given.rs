//! What the page around the widget gives for a person to start with.

use hojokin_engine::{Domain, FactId};

use super::{Action, Field, State};

/// The content of a field as the page has given it.
pub(super) type Given = (Field, Content);

/// What a field holds: what is chosen, and what is typed.
pub(super) type Content = (Option<Domain>, String);

impl State {
    /// Takes in what the page gives, as if a person entered it. What a person has entered since stays, unless it is given
    /// `firmly`.
    pub(crate) fn give(&mut self, actions: Vec<Action>, firmly: bool) {
        let untouched = self.guide.past.is_empty() && (firmly || self.is_as_given());
        for action in actions {
            let Some(field) = field_of(&action) else { continue };
            if firmly || self.content(field) == self.given_to(field) {
                self.apply(action);
                let content = self.content(field);
                self.given.retain(|(given, _)| *given != field);
                self.given.push((field, content));
            }
        }
        // Nobody is in the midst of the questions: what is answered need not be asked.
        if untouched {
            self.begin();
        }
    }

    /// Empties everything but what is kept beside the answers.
    pub(crate) fn reset(&mut self) {
        let mut fresh = Self::new(self.settings.clone());
        (fresh.language, fresh.mode) = (self.language, self.mode);
        fresh.kept = std::mem::take(&mut self.kept);
        fresh.kept.opened = None;
        fresh.kept.is_old();
        *self = fresh;
    }

    /// Whether nobody has entered anything.
    fn is_as_given(&self) -> bool {
        let typed = self.typed.0.iter().map(|(field, _)| *field);
        let mut fields = self.answers.0.iter().map(|(fact, _)| Field::Fact(*fact)).chain(typed);
        fields.all(|field| self.content(field) == self.given_to(field))
    }

    fn content(&self, field: Field) -> Content {
        (fact_of(field).and_then(|fact| self.answer(fact)), self.typed(field).to_owned())
    }

    fn given_to(&self, field: Field) -> Content {
        let given = self.given.iter().find(|(given, _)| *given == field);
        given.map(|(_, content)| content.clone()).unwrap_or_default()
    }
}

/// The field that an action fills in.
fn field_of(action: &Action) -> Option<Field> {
    match *action {
        Action::Truth(fact, _) | Action::Pick(fact, _) => Some(Field::Fact(fact)),
        Action::Type(field, _) => Some(field),
        _ => None,
    }
}

fn fact_of(field: Field) -> Option<FactId> {
    match field {
        Field::Fact(fact) => Some(fact),
        _ => None,
    }
}
