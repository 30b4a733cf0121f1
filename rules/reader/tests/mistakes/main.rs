//! A broken rule file comes back with every mistake in it, each with its line, its column and a caret.

mod sample;

mod band;
mod calculation;
mod condition;
mod grant;
mod keys;
mod rules;
mod sources;
