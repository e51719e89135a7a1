//! Procedures as pictures: text that Mermaid draws, or SVG.
//!
//! What a region wrote is text in them, never markup or syntax: a drawing can
//! stand in a page among other things. An SVG has no scripts, styles or fonts
//! of its own, and says in words what it shows. The same procedure gives the
//! same drawing, byte for byte, everywhere.
//!
//! Nothing here reads or writes a file.
//!
//! ```
//! use swv_core::{Language, procedure::stated};
//! use swv_drawing::{Drawing, draw};
//!
//! let stated: stated::Procedure = toml::from_str(r#"
//!     id = "aanvraag"
//!     nl = "aanvraag"
//!     en = "application"
//!     sectors = ["po"]
//!     document = "plan"
//!     section = "6"
//!     actors = { school = { nl = "school", en = "school" } }
//!     states = [
//!         { id = "voorbereiding", nl = "voorbereiding", en = "preparation" },
//!         { id = "ingediend", nl = "ingediend", en = "submitted", closed = true },
//!     ]
//!
//!     [[steps]]
//!     event = "indienen"
//!     nl = "indienen"
//!     en = "submit"
//!     by = "school"
//!     from = ["voorbereiding"]
//!     to = "ingediend"
//!     section = "6"
//! "#)?;
//! let procedure = stated.read().map_err(|faults| faults[0].to_string())?;
//! let drawn = draw(&procedure, Drawing::Mermaid, Language::Nl)?;
//! assert!(drawn.contains("s1 --> s2 : indienen (school)"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![deny(missing_docs)]

mod block;
mod chart;
mod harmless;
mod layout;
mod lines;
mod mermaid;
mod svg;
#[cfg(test)]
mod tests;

use swv_core::Language;
use swv_core::procedure::Procedure;

use chart::Chart;
pub use lines::wrapped;

/// What a procedure can be drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Text that Mermaid draws, in Markdown among others.
    Mermaid,
    /// A picture.
    Svg,
}

/// The most states of a procedure that is drawn.
pub const MOST_STATES: usize = 30;
/// The most steps of a procedure that is drawn.
pub const MOST_STEPS: usize = 100;

/// A procedure is too large to draw: nobody would find the way in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "procedure {procedure} has {states} states and {steps} steps, and a drawing has room for {MOST_STATES} and \
     {MOST_STEPS}"
)]
pub struct TooLarge {
    /// The id of the procedure.
    pub procedure: String,
    /// How many states it has.
    pub states: usize,
    /// How many steps it has.
    pub steps: usize,
}

/// A drawing of a procedure, with its words in one language.
///
/// # Errors
/// [`TooLarge`] where it has more than [`MOST_STATES`] or [`MOST_STEPS`].
pub fn draw(procedure: &Procedure, drawing: Drawing, language: Language) -> Result<String, TooLarge> {
    let (states, steps) = (procedure.states.len(), procedure.steps.len());
    if states > MOST_STATES || steps > MOST_STEPS {
        return Err(TooLarge { procedure: procedure.id.clone(), states, steps });
    }
    let chart = Chart::of(procedure, language);
    Ok(match drawing {
        Drawing::Mermaid => mermaid::mermaid(&chart, language),
        Drawing::Svg => svg::svg(&chart, language),
    })
}
