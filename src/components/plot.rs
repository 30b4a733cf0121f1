//! The picture of a curve, in tenths of a pixel on the narrowest phone.
//!
//! It holds digits and a word, no sentences: those stand below it, where they have the room that each language needs.

use hojokin_engine::{
    Yen,
    curve::{Curve, Turn},
};

use crate::{
    markup::Markup,
    text::{Message, Words},
};

const LEFT: u64 = 480;
const RIGHT: u64 = 3_060;
const TOP: u64 = 140;
const BOTTOM: u64 = 1_940;
/// The radius of a mark with its number, and the circle that is drawn from its left end.
const MARK: u64 = 95;
const CIRCLE: &str = "a95 95 0 1 0 190 0a95 95 0 1 0-190 0";
const DIAMOND: &str = "l70-70 70 70-70 70z";

/// Axes with round numbers, the line, the most as a dashed line, a numbered mark for every turn, the firm's point.
pub fn plot(m: &mut Markup, words: Words, curve: &Curve) {
    let Some(end) = curve.points.last() else { return };
    let (across, up) = (Axis::of(end.expense, RIGHT - LEFT), Axis::of(end.grant, BOTTOM - TOP));
    let place = |expense, grant| (LEFT + across.along(expense), BOTTOM - up.along(grant));
    m.open("svg", "plot");
    m.set("viewBox", "0 0 3280 2200");
    m.set("role", "img");
    m.set_to("aria-label", words.chart(curve).into());
    for tick in up.ticks() {
        let (_, y) = place(Yen::ZERO, tick);
        line(m, "plot__grid", (LEFT, y), (RIGHT, y));
        mark(m, "plot__up", (LEFT - 60, y + 45), words.on_axis(tick));
    }
    // Where numbers are long, every other one has the room.
    let long = 6 < words.on_axis(end.expense).len();
    for (n, tick) in across.ticks().into_iter().enumerate() {
        let (x, y) = place(tick, Yen::ZERO);
        line(m, "plot__grid", (x, y), (x, y + 50));
        let text = if long && n % 2 == 1 { String::new() } else { words.on_axis(tick) };
        mark(m, "plot__across", (x, y + 190), text);
    }
    if let Some(most) = curve.most {
        let (_, y) = place(Yen::ZERO, most.grant);
        line(m, "plot__most", (LEFT, y), (RIGHT, y));
    }
    let mut path = String::new();
    for point in &curve.points {
        let to = place(point.expense, point.grant);
        if point.turn.is_cliff() {
            path = joined(path, (to.0, BOTTOM));
        }
        path = joined(path, to);
    }
    draw(m, "plot__line", path);
    turns(m, curve, place);
    if curve.now.entered != Yen::ZERO {
        let (x, y) = place(curve.now.total, curve.now.grant);
        line(m, "plot__drop", (x, y), (x, BOTTOM));
        draw(m, "plot__now", joined(String::new(), (x - 70, y)) + DIAMOND);
        // Below the line, where nothing else is, but above the axis.
        let y = (y + 210).min(BOTTOM - 60).max(y + 45);
        let word = words.say(Message::ChartNow).to_owned();
        mark(m, "plot__word", ((x + 100).min(RIGHT - 60), y), word);
    }
    m.close();
}

/// The numbers that the sentences below the picture have.
fn turns(m: &mut Markup, curve: &Curve, place: impl Fn(Yen, Yen) -> (u64, u64)) {
    let (mut number, mut last) = (0_u64, (0, 0));
    for point in &curve.points {
        if point.turn == Turn::End {
            continue;
        }
        let (x, mut y) = place(point.expense, point.grant);
        // One that would lie upon the last stands above it.
        if x.abs_diff(last.0) < 2 * MARK && y.abs_diff(last.1) < 2 * MARK {
            y = last.1.saturating_sub(2 * MARK);
        }
        (number, last) = (number + 1, (x, y));
        draw(m, "plot__mark", joined(String::new(), (x - MARK, y)) + CIRCLE);
        mark(m, "plot__number", (x, y + 45), number.to_string());
    }
}

fn mark(m: &mut Markup, class: &'static str, (x, y): (u64, u64), text: String) {
    m.open("text", class);
    m.set_to("x", x.to_string().into());
    m.set_to("y", y.to_string().into());
    m.text(text);
    m.close();
}

#[inline(never)]
fn line(m: &mut Markup, class: &'static str, from: (u64, u64), to: (u64, u64)) {
    draw(m, class, joined(joined(String::new(), from), to));
}

/// The path on to this point; the first is where it begins.
#[inline(never)]
fn joined(mut path: String, (x, y): (u64, u64)) -> String {
    path += if path.is_empty() { "M" } else { "L" };
    path += &x.to_string();
    path += " ";
    path + &y.to_string()
}

#[inline(never)]
fn draw(m: &mut Markup, class: &'static str, path: String) {
    m.open("path", class);
    m.set_to("d", path.into());
    m.close();
}

/// An axis from 0 to a round number.
struct Axis {
    step: u64,
    end: u64,
    length: u64,
}

impl Axis {
    /// One of at most five steps that reaches `most`.
    fn of(most: Yen, length: u64) -> Self {
        // 1, 2, 5, 10 and so on, from the unit of the axis up.
        let (mut step, mut places) = (10_000_u64, 0);
        while step * 5 < most.0 {
            step = if places % 3 == 1 { step / 2 * 5 } else { step * 2 };
            places += 1;
        }
        Self { step, end: most.0.div_ceil(step).max(1) * step, length }
    }

    fn ticks(&self) -> Vec<Yen> {
        let mut ticks = vec![Yen::ZERO];
        while ticks.len() as u64 * self.step <= self.end {
            ticks.push(Yen(ticks.len() as u64 * self.step));
        }
        ticks
    }

    /// How far along the axis an amount stands. Amounts of a trillion yen times a length stay far below 2^64.
    fn along(&self, amount: Yen) -> u64 {
        amount.0.min(self.end) * self.length / self.end
    }
}
