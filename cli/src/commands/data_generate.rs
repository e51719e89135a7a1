//! `swv data generate`: a synthetic dataset.

use std::path::{Path, PathBuf};

use clap::Args;
use swv_core::{
    CalendarYear, DatasetOrigin, GeneratedTotal, Language, RecipientKind, RegionId, Sector, Text, TotalBasis,
};
use swv_host::{Generated, LeftUnknown, Schools, WhyUnknown};

use super::word;
use crate::args::Global;
use crate::error::CliError;
use crate::files;
use crate::regions::Packages;
use crate::show::whole;
use crate::ui::Ui;

/// Make a synthetic dataset whose totals are those that the region published
#[derive(Args)]
#[command(after_help = "\
Examples:
  swv data generate zuid-kennemerland --seed 7 --out proef.json
  swv data generate almere --sector vo > proef.json
  swv data generate zuid-kennemerland --schools zk.json --out zk-synthetic.json
  swv allocate zuid-kennemerland --year 2024 --dataset zk-synthetic.json

The same seed gives the same dataset, on every machine. The dataset says that it
is synthetic and what each of its totals rests on: a published figure, or an
assumption where the region's documents state none.")]
pub(crate) struct GenerateArgs {
    /// The region's id; `swv regions` lists them
    region: RegionId,
    /// The sector
    #[arg(long, value_name = "po|vo", default_value = "po")]
    sector: Sector,
    /// The calendar year of the money
    #[arg(long, default_value = "2024")]
    year: CalendarYear,
    /// The number from which everything follows
    #[arg(long, default_value = "0")]
    seed: u32,
    /// A dataset of real schools, to keep; only what it lacks is made up
    #[arg(long, value_name = "DATASET")]
    schools: Option<PathBuf>,
    /// Where to write the dataset; without it, to standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub(crate) fn run(ui: &mut Ui, global: &Global, args: &GenerateArgs) -> Result<(), CliError> {
    let region = Packages::read(ui, global)?.load(&args.region)?;
    let schools = args.schools.as_deref().map(schools).transpose()?;
    let generated = region.generate(args.sector, args.year, args.seed, schools)?;
    let json = swv_exchange::dataset_file::json(&generated.dataset)?;
    match &args.out {
        Some(out) => {
            let inputs: Vec<&Path> = args.schools.iter().map(AsRef::as_ref).collect();
            files::write(out, json.as_bytes(), &inputs)?;
        }
        None => ui.json(&generated.dataset)?,
    }
    let mut lines = lines(&generated, ui.language);
    lines.extend(args.out.iter().map(|out| out.display().to_string()));
    ui.report(&lines)
}

fn schools(file: &Path) -> Result<Schools, CliError> {
    let (dataset, digest) = files::dataset(file)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Schools { dataset, origin: DatasetOrigin { file: name, digest: digest.to_string() } })
}

/// What was made, what it rests on, and what stays unknown.
fn lines(generated: &Generated, language: Language) -> Vec<String> {
    let dataset = &generated.dataset;
    let real: Vec<_> = dataset.quantities().filter(|column| column.synthetic == Some(false)).collect();
    let real: Vec<&str> = real.iter().map(|column| column.name.as_str()).collect();
    let name = &dataset.name;
    let (ontvangers, recipients) = match dataset.recipients.len() {
        1 => ("1 ontvanger".to_owned(), "1 recipient".to_owned()),
        number => (format!("{number} ontvangers"), format!("{number} recipients")),
    };
    let mut lines = vec![match real.join(", ") {
        real if real.is_empty() => {
            Text::new(format!("{name}: {ontvangers}, alles verzonnen"), format!("{name}: {recipients}, all made up"))
        }
        real => Text::new(
            format!("{name}: {ontvangers}; echt: {real}; de rest is verzonnen"),
            format!("{name}: {recipients}; real: {real}; the rest is made up"),
        ),
    }];
    let generation = dataset.generated.iter();
    lines.extend(generation.clone().flat_map(|made| &made.recipients).map(|made| {
        let (kind, number, basis) = (word(&made.kind), whole(language, i64::from(made.number)), basis(&made.rests_on));
        Text::new(format!("  {kind}: {number}, {}", basis.nl), format!("  {kind}: {number}, {}", basis.en))
    }));
    lines.extend(generation.flat_map(|made| &made.totals).map(|made| total(made, language)));
    let without_entry = generated.unknown.iter().filter(|left| left.because == WhyUnknown::NoEntry);
    let names: Vec<&str> = without_entry.map(|left| left.quantity.as_str()).collect();
    if !names.is_empty() {
        let names = names.join(", ");
        lines.push(Text::new(
            format!("! niet in synthetic.toml voor deze sector, dus onbekend: {names}"),
            format!("! without an entry in synthetic.toml for this sector, so unknown: {names}"),
        ));
    }
    lines.extend(generated.unknown.iter().filter_map(unknown));
    lines.iter().map(|line| line.in_language(language).to_owned()).collect()
}

fn total(made: &GeneratedTotal, language: Language) -> Text {
    let (number, kinds) = (whole(language, i64::from(made.total)), kinds(&made.kinds));
    let (name, basis) = (&made.quantity, basis(&made.rests_on));
    Text::new(
        format!("  {name} ({kinds}): {number}, {}", basis.nl),
        format!("  {name} ({kinds}): {number}, {}", basis.en),
    )
}

fn basis(basis: &TotalBasis) -> Text {
    match basis {
        TotalBasis::Figure { id, year } => {
            Text::new(format!("gepubliceerd: {id} {year}"), format!("published: {id} {year}"))
        }
        TotalBasis::Parameter { key } => Text::new(format!("parameter {key}"), format!("parameter {key}")),
        TotalBasis::Assumed => Text::new("verzonnen totaal", "made-up total"),
        TotalBasis::Counts => Text::new("volgt uit de andere aantallen", "follows from the other counts"),
    }
}

/// A quantity that `synthetic.toml` names and that could not be made.
fn unknown(left: &LeftUnknown) -> Option<Text> {
    let name = format!("{} ({})", left.quantity, kinds(&left.kinds));
    let (nl, en) = match &left.because {
        WhyUnknown::NoEntry => return None,
        WhyUnknown::NoRecipient => {
            ("er is geen ontvanger van deze soort".to_owned(), "there is no recipient of this kind".to_owned())
        }
        WhyUnknown::NoTotal => {
            ("er is geen totaal voor dit jaar".to_owned(), "there is no total for this year".to_owned())
        }
        WhyUnknown::RealSchools => (
            "wat echte scholen zijn, wordt niet verzonnen".to_owned(),
            "what real schools are is not made up".to_owned(),
        ),
        WhyUnknown::Needs(other) => (format!("{other} is onbekend"), format!("{other} is unknown")),
    };
    Some(Text::new(format!("! {name}: blijft onbekend, {nl}"), format!("! {name}: stays unknown, {en}")))
}

fn kinds(kinds: &[RecipientKind]) -> String {
    kinds.iter().map(word).collect::<Vec<_>>().join(", ")
}
