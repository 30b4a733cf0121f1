//! Numbers, texts and lists.

use std::{collections::HashMap, str::Lines};

use hojokin_engine::SizeClass;

use crate::letters::Letters;

/// Packed rules.
#[derive(Clone, Debug, Default)]
pub struct Packed {
    /// Everything but the texts.
    pub bytes: Vec<u8>,
    /// All texts in the order of their first use, a line each, by the numbers of their letters.
    pub texts: Vec<u8>,
}

/// A value that can be packed.
pub(crate) trait Pack {
    /// Puts the value at the end of `out`.
    fn pack(&self, out: &mut Packer);
    /// Takes the next value.
    fn unpack(from: &mut Unpacker) -> Self;
}

/// Bytes in the making.
#[derive(Default)]
pub(crate) struct Packer {
    bytes: Vec<u8>,
    texts: String,
    places: HashMap<String, u64>,
}

impl Packer {
    /// A number, seven bits a byte, the lowest first.
    pub(crate) fn number(&mut self, mut number: u64) {
        while 0x7f < number {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// A text: 0 for the next one that has not been used yet, otherwise the place of an earlier one from 1 on.
    ///
    /// Most texts are used once, so most of these numbers are the same and compress to nothing.
    fn text(&mut self, text: &str) {
        assert!(!text.contains('\n'), "a text of rules is one line: {text}");
        let place = self.places.get(text).copied().unwrap_or_default();
        if place == 0 {
            self.texts.push_str(text);
            self.texts.push('\n');
            self.places.insert(text.to_owned(), self.places.len() as u64 + 1);
        }
        self.number(place);
    }

    /// The letters of the texts, and then everything else.
    pub(crate) fn finish(self) -> Packed {
        let letters = Letters::of(&self.texts);
        let mut all = Self::default();
        letters.numbers().into_iter().for_each(|number| all.number(number));
        all.bytes.extend(self.bytes);
        Packed { bytes: all.bytes, texts: letters.encode(&self.texts) }
    }
}

/// Bytes that are being taken apart.
pub(crate) struct Unpacker {
    bytes: &'static [u8],
    /// The texts that have not been used yet.
    rest: Lines<'static>,
    /// Those that have.
    used: Vec<&'static str>,
    /// The size classes, which tests name by their place.
    pub(crate) sizes: &'static [SizeClass],
}

impl Unpacker {
    /// Starts at the beginning.
    pub(crate) fn new(bytes: &'static [u8], texts: &[u8]) -> Self {
        let mut from = Self { bytes, rest: "".lines(), used: Vec::new(), sizes: &[] };
        let letters = Letters::read(|| from.number());
        let texts: &'static str = String::leak(letters.decode(texts));
        Self { rest: texts.lines(), ..from }
    }

    /// The texts that have been used, in the order of first use.
    pub(crate) fn texts(self) -> &'static [&'static str] {
        Vec::leak(self.used)
    }

    /// The next number; 0 after the end.
    pub(crate) fn number(&mut self) -> u64 {
        let mut number = 0_u64;
        let mut shift = 0_u32;
        while let Some((byte, rest)) = self.bytes.split_first() {
            self.bytes = rest;
            number |= u64::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if *byte < 0x80 {
                break;
            }
        }
        number
    }

    /// The next number, as a length or place in memory.
    pub(crate) fn length(&mut self) -> usize {
        usize::try_from(self.number()).unwrap_or(0)
    }
}

impl Pack for u64 {
    fn pack(&self, out: &mut Packer) {
        out.number(*self);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        from.number()
    }
}

/// Smaller numbers, packed as the largest kind.
macro_rules! numbers {
    ($($type:ty),*) => { $(impl Pack for $type {
        fn pack(&self, out: &mut Packer) {
            out.number(u64::from(*self));
        }

        fn unpack(from: &mut Unpacker) -> Self {
            Self::try_from(from.number()).unwrap_or(0)
        }
    })* };
}

numbers!(u8, u16, u32);

impl Pack for bool {
    fn pack(&self, out: &mut Packer) {
        out.number(u64::from(*self));
    }

    fn unpack(from: &mut Unpacker) -> Self {
        from.number() != 0
    }
}

impl Pack for &'static str {
    fn pack(&self, out: &mut Packer) {
        out.text(self);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        match from.length().checked_sub(1) {
            Some(place) => from.used.get(place).copied().unwrap_or(""),
            None => {
                let text = from.rest.next().unwrap_or("");
                from.used.push(text);
                text
            }
        }
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Packer) {
        self.is_some().pack(out);
        if let Some(value) = self {
            value.pack(out);
        }
    }

    fn unpack(from: &mut Unpacker) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<T: Pack + 'static> Pack for &'static [T] {
    fn pack(&self, out: &mut Packer) {
        out.number(self.len() as u64);
        for item in *self {
            item.pack(out);
        }
    }

    fn unpack(from: &mut Unpacker) -> Self {
        let mut items = Vec::new();
        for _ in 0..from.number() {
            items.push(T::unpack(from));
        }
        Vec::leak(items)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn both_ways<T: Pack + PartialEq + std::fmt::Debug>(values: &[T]) {
        let mut out = Packer::default();
        for value in values {
            value.pack(&mut out);
        }
        let packed = out.finish();
        let mut from = Unpacker::new(Vec::leak(packed.bytes), &packed.texts);
        for value in values {
            assert_eq!(&T::unpack(&mut from), value);
        }
    }

    #[test]
    fn numbers_of_every_length_come_back() {
        both_ways(&[0_u64, 1, 127, 128, 16_383, 16_384, u64::MAX]);
        both_ways(&[0_u16, u16::MAX]);
        both_ways(&[Some(5_u64), None]);
    }

    #[test]
    fn a_text_is_stored_once() {
        both_ways(&["補助", "", "率", "補助"]);
        let mut out = Packer::default();
        for text in ["補助", "率", "補助"] {
            text.pack(&mut out);
        }
        assert_eq!(out.texts, "補助\n率\n");
    }

    #[test]
    fn lists_come_back() {
        let lists: [&'static [u64]; 3] = [&[], &[7], &[1, 200, 3]];
        both_ways(&lists);
    }

    #[test]
    fn bytes_that_end_too_early_give_empty_values() {
        let mut from = Unpacker::new(&[0, 0, 0x85], &[]);
        assert_eq!(<&'static str>::unpack(&mut from), "");
        assert_eq!(u64::unpack(&mut from), 0);
    }
}
