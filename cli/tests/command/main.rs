//! The built `hojokin` command, from its input to its output and exit code.

mod run;

mod batch;
mod cases;
mod check;
mod copied;
mod editions;
mod refusals;
mod unread;
mod words;
