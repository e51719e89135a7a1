//! The arguments of `swv case import-oso`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use swv_core::{RegionId, SwvNumber};

#[derive(Subcommand)]
pub(crate) enum CaseCommand {
    /// Make a case file of an OSO dossier
    ///
    /// Reads a request of a primary school to its samenwerkingsverband (OSO 2019.1, profile POSWV). A pseudonym takes the
    /// place of the pupil. What identifies a person, was left out of the exchange, or is not asked for by the procedure
    /// is not kept; a report on stderr names each by its path. What the dossier does not tell stands in the case file as
    /// a comment, to be filled in.
    #[command(
        override_usage = "\
swv case import-oso [OPTIONS] --region <REGION> --key-file <FILE> <DOSSIER>
       swv case import-oso --new-key <FILE>",
        after_help = "\
Examples:
  swv case import-oso --new-key sleutel.txt
  swv case import-oso dossier.xml --region almere --key-file sleutel.txt --out zaak.toml
  swv case import-oso dossier.xml --region almere --key-file sleutel.txt --report verslag.json
  swv case almere zaak.toml --as-of 2025-03-01

The key makes the pseudonyms: with the same key, the same pupil of the same school
has the same one. Keep it secret, and keep it."
    )]
    ImportOso(ImportOsoArgs),
}

#[derive(Args)]
pub(crate) struct ImportOsoArgs {
    /// The dossier
    #[arg(value_name = "DOSSIER", required_unless_present = "new_key")]
    pub(crate) dossier: Option<PathBuf>,
    /// The region whose procedure the case follows
    #[arg(long, value_name = "REGION", required_unless_present = "new_key")]
    pub(crate) region: Option<RegionId>,
    /// The file of the key of the pseudonyms
    #[arg(long, value_name = "FILE", required_unless_present = "new_key")]
    pub(crate) key_file: Option<PathBuf>,
    /// The procedure's id
    #[arg(long, value_name = "NAME", default_value = "toelaatbaarheidsverklaring")]
    pub(crate) procedure: String,
    /// The samenwerkingsverband of the school that sends the dossier, which does not tell it
    #[arg(long, value_name = "NUMBER")]
    pub(crate) enrolled_in: Option<SwvNumber>,
    /// Where to write the case: TOML, or JSON where the name ends so; to standard output if not given
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Where to write the report as JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// Make a new key in a file that is not there yet, and no more
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["dossier", "region", "key_file", "procedure", "enrolled_in", "out", "report"]
    )]
    pub(crate) new_key: Option<PathBuf>,
}
