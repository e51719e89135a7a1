//! `swv completions`: completions for a shell.

use clap::CommandFactory;

use crate::args::{Cli, CompletionsArgs};
use crate::error::CliError;
use crate::output;

pub(crate) fn run(args: &CompletionsArgs) -> Result<(), CliError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "swv", &mut script);
    Ok(output::print(&String::from_utf8_lossy(&script))?)
}
