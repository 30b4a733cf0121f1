//! Everything that the README asks a person to type.

fn main() {}
