//! The days that a calendar knows: those that come with the program, and the
//! user's own.

use std::path::PathBuf;

use clap::Args;
use swv_core::calendar::KnownDays;
use swv_core::{HolidayRegion, SchoolHolidays, WorkingDays};

use crate::error::CliError;
use crate::files;
use crate::ui::Ui;

/// Days that a calendar cannot compute.
#[derive(Args)]
pub(crate) struct Days {
    /// School holidays in the place of those that come with the program
    #[arg(long, value_name = "FILE")]
    pub(crate) school_holidays: Option<PathBuf>,
    /// Decrees that equate days with a public holiday, in the place of those of the same years
    #[arg(long, value_name = "FILE")]
    pub(crate) equated_days: Option<PathBuf>,
    /// The holiday region of the school; that of the region if not given
    #[arg(long, value_name = "noord|midden|zuid", value_parser = holiday_region)]
    pub(crate) holiday_region: Option<HolidayRegion>,
}

fn holiday_region(text: &str) -> Result<HolidayRegion, String> {
    serde_json::from_value(text.into()).map_err(|_| "the regions are noord, midden and zuid".to_owned())
}

/// The days that are known, with the user's own in the place of those that
/// come with the program.
pub(crate) fn read(ui: &mut Ui, args: &Days) -> Result<KnownDays, CliError> {
    let mut school_holidays = swv_host::school_holidays();
    if let Some(file) = &args.school_holidays {
        let (all, replaced) = school_holidays.replaced_by(files::typed::<SchoolHolidays>(file, "school-holidays")?);
        for one in replaced {
            let (before, after) = (one.before, one.after);
            let note = format!(
                "note: {} of region {} in {}: {} until {} takes the place of {} until {}",
                after.kind, after.region, after.school_year, after.from, after.until, before.from, before.until
            );
            ui.note(&note);
        }
        school_holidays = all;
    }
    let mut working_days = swv_host::working_days();
    if let Some(file) = &args.equated_days {
        working_days = working_days.replaced_by(files::typed::<WorkingDays>(file, "equated-days")?);
    }
    Ok(KnownDays { working_days, school_holidays, region: args.holiday_region })
}
