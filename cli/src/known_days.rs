//! The days that a calendar knows: those that come with the program, and the
//! user's own.

use swv_core::calendar::KnownDays;
use swv_core::{SchoolHolidays, WorkingDays};

use crate::args::Days;
use crate::error::CliError;
use crate::{files, output};

/// The days that are known, with the user's own in the place of those that
/// come with the program.
pub(crate) fn read(args: &Days) -> Result<KnownDays, CliError> {
    let mut school_holidays = swv_host::school_holidays();
    if let Some(file) = &args.school_holidays {
        let (all, replaced) = school_holidays.replaced_by(files::typed::<SchoolHolidays>(file, "school-holidays")?);
        for one in replaced {
            let (before, after) = (one.before, one.after);
            let note = format!(
                "note: {} of region {} in {}: {} until {} takes the place of {} until {}",
                after.kind, after.region, after.school_year, after.from, after.until, before.from, before.until
            );
            eprintln!("{}", output::harmless(&note));
        }
        school_holidays = all;
    }
    let mut working_days = swv_host::working_days();
    if let Some(file) = &args.equated_days {
        working_days = working_days.replaced_by(files::typed::<WorkingDays>(file, "equated-days")?);
    }
    Ok(KnownDays { working_days, school_holidays, region: args.holiday_region })
}
