//! `swv`: computes, explains and compares the rules of Dutch
//! samenwerkingsverbanden passend onderwijs.

mod args;
mod commands;
mod error;
mod files;
mod known_days;
mod plugin_build;
mod regions;
mod show;
mod ui;

use std::process::ExitCode;

use clap::Parser;
use swv_core::Language;

use args::Format;
use commands::{Cli, Outcome};
use ui::Ui;

/// Done.
const DONE: u8 = 0;
/// A check found something, or an answer is incomplete and `--strict` asks.
const FOUND: u8 = 1;
/// The input or the command is wrong.
const WRONG: u8 = 2;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(answer) => return Ui::new(Language::default(), Format::Table).help(&answer).into(),
    };
    let mut ui = Ui::new(cli.global.lang, cli.global.format);
    ExitCode::from(match commands::run(&mut ui, &cli) {
        Ok(Outcome::Done) if cli.global.strict && !ui.is_final => {
            ui.note(show::say(
                ui.language,
                "onvolledig: niet alles is (precies) bekend",
                "incomplete: not everything is known (exactly)",
            ));
            FOUND
        }
        Ok(Outcome::Done) => DONE,
        Ok(Outcome::Found) => FOUND,
        Err(error) => {
            ui.error(&error);
            WRONG
        }
    })
}
