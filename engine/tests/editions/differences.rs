//! What changed in the rules from one round to the next.

use hojokin_engine::{
    Band, Bands, Category, Cite, Cited, Edition, FactId, Frame, Gives, Grant, Limit, Most, Part,
    Provision, Rate, Requirement, Tier, Yen,
    differences::{About, Difference, Value, differences},
};

use crate::sample::{
    CATEGORY, CITE, EDITION, FRAME, GRANT, PART, PROVISION, REQUIREMENT, keep, rate, yen,
};

/// A difference of the frame that all samples have.
fn normal(about: About, before: Option<Value>, after: Option<Value>) -> Difference {
    Difference { about, frame: Some(FRAME.name), what: "", before, after }
}

fn granting(grant: Grant) -> Frame {
    Frame { gives: Gives::Grant(Box::leak(Box::new(grant))), ..FRAME }
}

fn round(frames: &[Frame]) -> Edition {
    Edition { frames: keep(frames.to_vec()), ..EDITION }
}

#[track_caller]
fn check(old: &[Frame], new: &[Frame], found: &[Difference]) {
    assert_eq!(differences(&round(old), &round(new)), found);
}

/// What is found between two grants of the same frame.
#[track_caller]
fn check_grant(old: Grant, new: Grant, found: &[Difference]) {
    check(&[granting(old)], &[granting(new)], found);
}

const fn band(employees_at_most: Option<u64>, cap: u64, raised: Option<u64>) -> Band {
    let raised = match raised {
        Some(raised) => Some(Yen(raised)),
        None => None,
    };
    Band { employees_at_most, cap: Yen(cap), raised, tier: None, cite: CITE }
}

/// The grant with these bands in place of its cap.
fn banded(rows: &[Band]) -> Grant {
    let bands = Bands { employees: FactId(0), rows: keep(rows.to_vec()) };
    Grant { cap: None, bands: Some(bands), ..GRANT }
}

#[test]
fn between_two_equal_rounds_there_is_none() {
    let grant = Grant {
        floor: yen(100_000),
        parts: &[PART],
        provisions: &[PROVISION],
        ..banded(&[band(Some(5), 10, Some(15)), band(None, 20, None)])
    };
    let frame = Frame { requirements: &[REQUIREMENT], ..granting(grant) };
    let other = Frame { id: "wage", ..FRAME };
    let one = Edition { categories: &[CATEGORY], ..round(&[frame, other]) };
    assert_eq!(differences(&one, &one), []);
    // Another place in another document is no other rule.
    let elsewhere = Cited { value: Yen(500_000), cite: Cite { doc: "S-2", ..CITE } };
    check_grant(GRANT, Grant { cap: Some(elsewhere), ..GRANT }, &[]);
}

#[test]
fn a_new_frame_and_a_gone_one_are_named_and_not_gone_through() {
    let other =
        Frame { id: "wage", name: "賃金引上げ枠", requirements: &[REQUIREMENT], ..FRAME };
    let frame = |before, after| Difference {
        about: About::Frame,
        frame: None,
        what: "賃金引上げ枠",
        before,
        after,
    };
    check(&[FRAME], &[FRAME, other], &[frame(None, Some(Value::There))]);
    check(&[FRAME, other], &[FRAME], &[frame(Some(Value::There), None)]);
}

#[test]
fn new_categories_and_gone_ones_are_named_each() {
    let [website, disposal] = [("website", "ウェブサイト関連費"), ("disposal", "設備処分費")]
        .map(|(key, name)| Category { key, name, ..CATEGORY });
    let of = |all: &[Category]| Edition { categories: keep(all.to_vec()), ..EDITION };
    let (one, all) = (of(&[CATEGORY]), of(&[CATEGORY, website, disposal]));
    let named = |category: Category, before, after| Difference {
        about: About::Category,
        frame: None,
        what: category.name,
        before,
        after,
    };
    let new = [website, disposal].map(|one| named(one, None, Some(Value::There)));
    assert_eq!(differences(&one, &all), new);
    let gone = [website, disposal].map(|one| named(one, Some(Value::There), None));
    assert_eq!(differences(&all, &one), gone);
}

#[test]
fn a_rate_a_cap_or_a_floor_that_changed_came_or_went_is_shown_with_its_frame() {
    let share = |numerator, denominator| Some(Value::Rate(Rate::new(numerator, denominator)));
    let half = Grant { rate: rate(1, 2), ..GRANT };
    check_grant(GRANT, half, &[normal(About::Rate, share(2, 3), share(1, 2))]);
    check_grant(GRANT, Grant { rate: None, ..GRANT }, &[normal(About::Rate, share(2, 3), None)]);

    let amount = |amount| Some(Value::Yen(Yen(amount)));
    let raised = Grant { cap: yen(500_001), ..GRANT };
    check_grant(GRANT, raised, &[normal(About::Cap, amount(500_000), amount(500_001))]);
    check_grant(raised, Grant { cap: None, ..GRANT }, &[normal(About::Cap, amount(500_001), None)]);

    let floor = Grant { floor: yen(100_000), ..GRANT };
    check_grant(GRANT, floor, &[normal(About::Floor, None, amount(100_000))]);
    check_grant(floor, GRANT, &[normal(About::Floor, amount(100_000), None)]);

    // All that changed in a frame comes in this order.
    let all = Grant { rate: rate(1, 2), cap: yen(500_001), floor: yen(100_000), ..GRANT };
    let wanted = [
        normal(About::Rate, share(2, 3), share(1, 2)),
        normal(About::Cap, amount(500_000), amount(500_001)),
        normal(About::Floor, None, amount(100_000)),
    ];
    check_grant(GRANT, all, &wanted);
}

#[test]
fn the_same_cap_in_two_frames_is_two_differences() {
    let of = |grant| Frame { id: "wage", name: "賃金引上げ枠", ..granting(grant) };
    let raised = Grant { cap: yen(600_000), ..GRANT };
    let (before, after) = (Some(Value::Yen(Yen(500_000))), Some(Value::Yen(Yen(600_000))));
    let first = normal(About::Cap, before, after);
    let second = Difference { frame: Some("賃金引上げ枠"), ..first };
    check(&[FRAME, of(GRANT)], &[granting(raised), of(raised)], &[first, second]);
}

#[test]
fn bands_are_compared_by_their_number_of_employees() {
    let caps = |cap, raised: Option<u64>| Some(Value::Caps(Yen(cap), raised.map(Yen)));
    let old = banded(&[band(Some(5), 10, Some(15)), band(None, 20, Some(30))]);
    let of = |first, last| banded(&[first, last]);

    let cap = of(band(Some(5), 11, Some(15)), band(None, 20, Some(30)));
    let first = normal(About::Band(Some(5)), caps(10, Some(15)), caps(11, Some(15)));
    check_grant(old, cap, &[first]);
    let raised = of(band(Some(5), 10, Some(15)), band(None, 20, None));
    let last = normal(About::Band(None), caps(20, Some(30)), caps(20, None));
    check_grant(old, raised, &[last]);

    // Another limit is a band that went and one that came.
    let limit = of(band(Some(6), 10, Some(15)), band(None, 20, Some(30)));
    let gone = normal(About::Band(Some(5)), caps(10, Some(15)), None);
    let new = normal(About::Band(Some(6)), None, caps(10, Some(15)));
    check_grant(old, limit, &[gone, new]);

    // Bands in place of one cap.
    let one = banded(&[band(None, 10, None)]);
    let cap = normal(About::Cap, Some(Value::Yen(Yen(500_000))), None);
    check_grant(GRANT, one, &[cap, normal(About::Band(None), None, caps(10, None))]);
}

#[test]
fn a_lower_rate_above_a_part_of_the_grant_is_compared_whole() {
    let tiered = |up_to: u64| {
        let tier = Tier { up_to: Some(Yen(up_to)), above: Rate::new(1, 3), cite: CITE };
        Grant { tier: Some(tier), ..GRANT }
    };
    let value = |up_to: u64| Some(Value::Tier(Some(Yen(up_to)), Rate::new(1, 3)));
    check_grant(tiered(10), GRANT, &[normal(About::Tier, value(10), None)]);
    check_grant(tiered(10), tiered(11), &[normal(About::Tier, value(10), value(11))]);
    check_grant(tiered(10), tiered(10), &[]);
}

#[test]
fn limits_on_several_categories_are_compared_by_the_categories() {
    let of = |limits: &[Limit]| Edition {
        categories: keep(vec![CATEGORY]),
        limits: keep(limits.to_vec()),
        ..EDITION
    };
    let limit = |most| Limit { categories: keep(vec![CATEGORY.id]), most, cite: CITE };
    let (some, more) = (Most::Amount(Yen(5)), Most::BelowOthers);
    let found = |before: Option<Most>, after: Option<Most>| Difference {
        about: About::Limit(1),
        frame: None,
        what: CATEGORY.name,
        before: before.map(Value::Most),
        after: after.map(Value::Most),
    };
    let changes = [(None, Some(some)), (Some(some), None), (Some(some), Some(more))];
    for (before, after) in changes {
        let [old, new] =
            [before, after].map(|most| of(&most.map(limit).into_iter().collect::<Vec<_>>()));
        assert_eq!(differences(&old, &new), [found(before, after)]);
    }
    assert_eq!(differences(&of(&[limit(some)]), &of(&[limit(some)])), []);
}

#[test]
fn the_limits_of_a_part_are_compared_by_its_name() {
    let parts = |parts: &[Part]| Grant { parts: keep(parts.to_vec()), ..GRANT };
    let limits = |most: Option<u64>, share| Some(Value::Limits(most.map(Yen), share));
    let part = |before, after| Difference {
        about: About::Part,
        frame: None,
        what: PART.name,
        before,
        after,
    };
    let (old, quarter) = (parts(&[PART]), Rate::new(1, 4));
    let amount = parts(&[Part { at_most: Some(Yen(400_000)), ..PART }]);
    check_grant(old, amount, &[part(limits(Some(300_000), None), limits(Some(400_000), None))]);
    let share = parts(&[Part { at_most: None, grant_share: Some(quarter), ..PART }]);
    check_grant(old, share, &[part(limits(Some(300_000), None), limits(None, Some(quarter)))]);
    check_grant(old, GRANT, &[part(limits(Some(300_000), None), None)]);
    check_grant(GRANT, old, &[part(None, limits(Some(300_000), None))]);
}

#[test]
fn the_text_of_a_requirement_or_a_provision_is_compared_by_its_id() {
    let words = |words| Some(Value::Words(words));
    let text = "賃金を50円以上引き上げる";
    let asks = |one: Requirement| Frame { requirements: keep(vec![one]), ..FRAME };
    let (old, new) = (asks(REQUIREMENT), asks(Requirement { name: text, ..REQUIREMENT }));
    let requirement = |before, after| normal(About::Requirement, before, after);
    check(&[old], &[new], &[requirement(words(REQUIREMENT.name), words(text))]);
    check(&[FRAME], &[new], &[requirement(None, words(text))]);
    check(&[old], &[FRAME], &[requirement(words(REQUIREMENT.name), None)]);
    let other = asks(Requirement { id: "plan", ..REQUIREMENT });
    let both =
        [requirement(words(REQUIREMENT.name), None), requirement(None, words(REQUIREMENT.name))];
    check(&[old], &[other], &both);

    let text = "賃上げ特例（上限100万円上乗せ）";
    let has = |one: Provision| Grant { provisions: keep(vec![one]), ..GRANT };
    let (old, new) = (has(PROVISION), has(Provision { name: text, ..PROVISION }));
    let provision = |before, after| normal(About::Provision, before, after);
    check_grant(old, new, &[provision(words(PROVISION.name), words(text))]);
    check_grant(GRANT, new, &[provision(None, words(text))]);
    check_grant(old, GRANT, &[provision(words(PROVISION.name), None)]);
}

#[test]
fn what_all_frames_share_is_named_for_the_first_of_them() {
    let text = "賃金を50円以上引き上げる";
    let (old, new) = (REQUIREMENT, Requirement { name: text, ..REQUIREMENT });
    let provision =
        Provision { name: "賃上げ特例（上限100万円上乗せ）", ..PROVISION };
    let frames = |requirement: Requirement, provision: Provision| {
        let grant = Grant { provisions: keep(vec![provision]), ..GRANT };
        let first = Frame { requirements: keep(vec![requirement]), ..granting(grant) };
        [first, Frame { id: "wage", name: "賃金引上げ枠", ..first }]
    };
    let words = |words| Some(Value::Words(words));
    let asked = normal(About::Requirement, words(old.name), words(text));
    let changed = normal(About::Provision, words(PROVISION.name), words(provision.name));
    check(&frames(old, PROVISION), &frames(new, provision), &[asked, changed]);

    // In the second frame it changes into something else, which is a difference of its own.
    let [first, second] = frames(new, PROVISION);
    let otherwise = Requirement { name: "賃金を80円以上引き上げる", ..REQUIREMENT };
    let second = Frame { requirements: keep(vec![otherwise]), ..second };
    let own = Difference { frame: Some(second.name), after: words(otherwise.name), ..asked };
    check(&frames(old, PROVISION), &[first, second], &[asked, own]);
    let back = Difference { before: own.after, after: own.before, ..own };
    let first_back = Difference { before: asked.after, after: asked.before, ..asked };
    check(&[first, second], &frames(old, PROVISION), &[first_back, back]);
}

#[test]
fn of_a_frame_that_gives_no_grant_the_requirements_are_compared() {
    let figures = Frame { gives: Gives::Figures(&[]), ..FRAME };
    let asks = Frame { requirements: &[REQUIREMENT], ..figures };
    let new = normal(About::Requirement, None, Some(Value::Words(REQUIREMENT.name)));
    check(&[figures], &[asks], &[new]);
    check(&[FRAME], &[figures], &[]);
}
