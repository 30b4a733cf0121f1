//! What the page around asks for through the methods and attributes of the element. The desk has it.

use yew::{AppHandle, Context};

use super::{App, CHANGE, Event};
use crate::{hand, link};

/// Does what has this name:
///
/// - `result` gives the case and what it comes to as JSON;
/// - `contact` takes in the chamber's address and, on a second line, its telephone number;
/// - `emits` says that the page gets what is entered, without a text that it does not;
/// - `give` and `set` take in entries, a line `id=value` or `x.category=value` each, and give back the keys of those that
///   mean nothing, each after a space: `give` leaves what a person has entered, `set` does not;
/// - `reset` takes everything away, and then takes in entries.
pub fn ask(app: &AppHandle<App>, name: &str, text: Option<String>) -> Option<String> {
    let now = app.get_component()?;
    if name == "result" {
        return Some(hand::result(&now.state));
    }
    if name == "emits" {
        run(app, move |app, _| app.state.kept.emits = text.is_some());
        return None;
    }
    let text = text?;
    if name == "contact" {
        let (address, number) = text.split_once('\n')?;
        let contact = [address, number].map(str::to_owned);
        run(app, move |app, _| app.state.kept.contact = Some(contact));
        return None;
    }
    let (reset, firmly) = (name == "reset", name == "set");
    // A category that belongs to one edition alone is that of the edition of the page.
    let own = now.state.settings.named().map(|edition| edition.id);
    let (actions, wrong) = link::given(&text, own);
    run(app, move |app, ctx| {
        if reset {
            app.state.reset();
        }
        app.state.give(actions, firmly);
        app.save_soon(ctx);
        if reset || firmly {
            ctx.props().call.emit(CHANGE);
        }
    });
    Some(wrong)
}

fn run(app: &AppHandle<App>, run: impl FnOnce(&mut App, &Context<App>) + 'static) {
    app.send_message(Event::Run(Box::new(run)));
}
