//! `swv completions`: completions for a shell.

use clap::{Args, CommandFactory};

use super::Cli;
use crate::error::CliError;
use crate::ui::Ui;

/// Print completions for a shell
#[derive(Args)]
#[command(after_help = "\
Examples:
  swv completions bash > ~/.local/share/bash-completion/completions/swv")]
pub(crate) struct CompletionsArgs {
    /// The shell
    shell: clap_complete::Shell,
}

pub(crate) fn run(ui: &mut Ui, args: &CompletionsArgs) -> Result<(), CliError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "swv", &mut script);
    ui.data(&String::from_utf8_lossy(&script))
}
