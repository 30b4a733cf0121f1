//! The types beside the estimate, field by field: wages, repayment, and programmes together.

use hojokin_engine::{
    Combination, Combinations, Days, HourlyWage, MinimumWages, Pair, Prefecture, Revision,
    Together,
    mechanism::{
        repayment::{Promise, RepaymentRule},
        wage_target::{WageBase, WageRule},
    },
};

use crate::bytes::{Pack, Packer, Unpacker};

record! {
    WageRule { base, add, also_regional, cite }
    RepaymentRule { promises, waivers, cite }
    MinimumWages { revisions, prefectures, sources }
    Revision { name, cites, days }
    Days { prefectures, cite }
    Prefecture { code, wages }
    HourlyWage { yen, since }
    Combinations { pairs, otherwise, sources }
    Pair { one, other, combination }
    Combination { verdict, text, cite }
}

variants! {
    WageBase { 0 RegionalOrCurrent {} 1 Current {} ; Regional {} }
    Promise { 0 Growth {} 1 MinimumWage {} ; LargeRaise {} }
    Together { 0 Yes {} 1 No {} ; Unknown {} }
}
