//! `swv`: computes, explains and compares the rules of Dutch
//! samenwerkingsverbanden passend onderwijs.

mod args;
mod commands;
mod error;
mod files;
mod known_days;
mod output;
mod plugin_build;
mod regions;
mod show;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command, DataCommand, DataImport, PluginCommand};
use error::CliError;

/// Done.
const DONE: u8 = 0;
/// A check found something.
const FOUND: u8 = 1;
/// The input or the command is wrong.
const WRONG: u8 = 2;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            eprintln!("{}", output::harmless(&format!("error: {error}")));
            for hint in error.hints() {
                eprintln!("hint: {hint}");
            }
            ExitCode::from(WRONG)
        }
    }
}

fn run(cli: &Cli) -> Result<u8, CliError> {
    let global = &cli.global;
    match &cli.command {
        Command::Compare(args) => commands::compare::run(global, args).map(|()| DONE),
        Command::Regions => commands::regions::run(global).map(|()| DONE),
        Command::Budget(args) => commands::budget::run(global, args).map(|found| if found { FOUND } else { DONE }),
        Command::Indicators(args) => commands::indicators::run(global, args).map(|()| DONE),
        Command::Allocate(args) => commands::allocate::run(global, args).map(|()| DONE),
        Command::Case(args) => commands::case::run(global, args).map(|found| if found { FOUND } else { DONE }),
        Command::Norm(args) => commands::norm::run(global, args).map(|found| if found { FOUND } else { DONE }),
        Command::Procedure(args) => commands::procedure::run(global, args).map(|()| DONE),
        Command::Data(DataCommand::Import(DataImport::Duo(args))) => {
            commands::data_import_duo::run(global, args).map(|()| DONE)
        }
        Command::Data(DataCommand::Generate(args)) => commands::data_generate::run(global, args).map(|()| DONE),
        Command::Schema(args) => commands::schema::run(args).map(|()| DONE),
        Command::Parameters(args) => commands::parameters::run(global, args).map(|()| DONE),
        Command::Plugin(PluginCommand::Build(args)) => {
            commands::plugin_build::run(args).map(|found| if found { FOUND } else { DONE })
        }
        Command::Completions(args) => commands::completions::run(args).map(|()| DONE),
    }
}
