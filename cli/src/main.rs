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
mod texts;
mod ui;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};
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
    let words = || std::env::args_os().map(|word| word.to_string_lossy().into_owned());
    let help = texts::language(words(), |name| std::env::var(name).ok());
    let command = match help {
        Language::Nl => texts::in_dutch(Cli::command()),
        Language::En => Cli::command(),
    };
    let cli = match command.try_get_matches().and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(answer) => return Ui::new(help, help, Format::Table).help(&answer).into(),
    };
    let mut ui = Ui::new(cli.global.lang, help, cli.global.format);
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
