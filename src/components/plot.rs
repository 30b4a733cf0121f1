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
/// The size of all, as the attribute `viewBox` has it.
const VIEW: &str = "0 0 3280 2200";
/// The radius of a mark with its number, and the circle that it draws from its left end.
const MARK: u64 = 95;
const CIRCLE: &str = "a95 95 0 1 0 190 0a95 95 0 1 0-190 0";

/// Axes with round numbers, the line, the most as a dashed line, a numbered mark for every turn, the firm's point.
pub fn plot(m: &mut Markup, words: Words, curve: &Curve) {
    let end = curve.points.last().map_or(Yen::ZERO, |point| point.expense);
    let top = curve.points.iter().map(|point| point.grant).max().unwrap_or_default();
    let (across, up) = (Axis::of(end, LEFT, RIGHT), Axis::of(top, BOTTOM, TOP));
    m.open("svg", "plot");
    m.set("viewBox", VIEW);
    m.set("role", "img");
    m.set_to("aria-label", words.chart(curve).into());
    let mut grid = Line::default();
    for tick in up.ticks() {
        grid.to("M", LEFT, up.place(tick));
        grid.to("L", RIGHT, up.place(tick));
        mark(m, "plot__up", LEFT - 60, up.place(tick) + 45, words.on_axis(tick));
    }
    // Where numbers are long, every other one has the room.
    let every = if words.on_axis(Yen(across.end)).len() < 7 { 1 } else { 2 };
    for tick in across.ticks().step_by(every) {
        grid.to("M", across.place(tick), BOTTOM);
        grid.to("L", across.place(tick), BOTTOM + 50);
        mark(m, "plot__across", across.place(tick), BOTTOM + 190, words.on_axis(tick));
    }
    grid.draw(m, "plot__grid");
    if let Some(most) = curve.most {
        let mut dashed = Line::default();
        dashed.to("M", LEFT, up.place(most.grant));
        dashed.to("L", RIGHT, up.place(most.grant));
        dashed.draw(m, "plot__most");
    }
    let mut line = Line::default();
    for (n, point) in curve.points.iter().enumerate() {
        let x = across.place(point.expense);
        if point.turn.is_cliff() {
            line.to("L", x, BOTTOM);
        }
        line.to(if n == 0 { "M" } else { "L" }, x, up.place(point.grant));
    }
    line.draw(m, "plot__line");
    let (x, y) = (across.place(curve.now.total), up.place(curve.now.grant));
    if curve.now.entered != Yen::ZERO {
        let mut drop = Line::default();
        drop.to("M", x, y);
        drop.to("L", x, BOTTOM);
        drop.draw(m, "plot__drop");
    }
    let turns = curve.points.iter().filter(|point| point.turn != Turn::End);
    let mut last = (0, 0);
    for (number, point) in (1_u64..).zip(turns) {
        let (x, mut y) = (across.place(point.expense), up.place(point.grant));
        // One that would lie upon the last stands above it.
        if x.abs_diff(last.0) < 2 * MARK && y.abs_diff(last.1) < 2 * MARK {
            y = last.1.saturating_sub(2 * MARK);
        }
        last = (x, y);
        let mut circle = Line::default();
        circle.to("M", x - MARK, y);
        circle.0 += CIRCLE;
        circle.draw(m, "plot__mark");
        mark(m, "plot__number", x, y + 45, number.to_string());
    }
    if curve.now.entered != Yen::ZERO {
        let mut point = Line::default();
        point.to("M", x - 70, y);
        point.0 += "l70-70 70 70-70 70z";
        point.draw(m, "plot__now");
        // Below the line, where nothing else is, unless that is below the axis.
        let y = if y + 280 < BOTTOM { y + 210 } else { y - 130 };
        let word = words.say(Message::ChartNow).to_owned();
        mark(m, "plot__word", (x + 80).min(RIGHT - 60), y, word);
    }
    m.close();
}

fn mark(m: &mut Markup, class: &'static str, x: u64, y: u64, text: String) {
    m.open("text", class);
    m.set_to("x", x.to_string().into());
    m.set_to("y", y.to_string().into());
    m.text(text);
    m.close();
}

/// An axis from 0 to a round number.
struct Axis {
    step: u64,
    end: u64,
    from: u64,
    to: u64,
}

impl Axis {
    /// One of at most five steps that reaches `most`.
    fn of(most: Yen, from: u64, to: u64) -> Self {
        // 1, 2, 5, 10 and so on, from the unit of the axis up.
        let (mut step, mut places) = (10_000_u64, 0);
        while step * 5 < most.0 {
            step = if places % 3 == 1 { step / 2 * 5 } else { step * 2 };
            places += 1;
        }
        Self { step, end: most.0.div_ceil(step).max(1) * step, from, to }
    }

    fn ticks(&self) -> impl Iterator<Item = Yen> + use<> {
        let step = self.step;
        (0..=self.end / step).map(move |n| Yen(n * step))
    }

    fn place(&self, amount: Yen) -> u64 {
        let length = u128::from(self.from.abs_diff(self.to));
        let along = u128::from(amount.0.min(self.end)) * length / u128::from(self.end);
        let along = u64::try_from(along).unwrap_or_default();
        if self.from < self.to { self.from + along } else { self.from - along }
    }
}

/// What the attribute `d` of a path says.
#[derive(Default)]
struct Line(String);

impl Line {
    #[inline(never)]
    fn to(&mut self, command: &str, x: u64, y: u64) {
        self.0 += command;
        self.0 += &x.to_string();
        self.0 += " ";
        self.0 += &y.to_string();
    }

    fn draw(self, m: &mut Markup, class: &'static str) {
        m.open("path", class);
        m.set_to("d", self.0.into());
        m.close();
    }
}
