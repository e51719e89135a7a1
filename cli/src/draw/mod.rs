//! Procedures as pictures. What a region wrote is text in them, never markup.

mod block;
mod chart;
mod harmless;
mod layout;
mod mermaid;
mod svg;
#[cfg(test)]
mod tests;

use swv_core::Language;
use swv_core::procedure::Procedure;

use chart::Chart;

/// What a procedure can be drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Drawing {
    /// Text that Mermaid draws, in Markdown among others
    Mermaid,
    /// A picture
    Svg,
}

/// The most states and steps that a drawing has room for.
pub(crate) const MOST: (usize, usize) = (30, 100);

/// A drawing of a procedure; none of one with more states or steps than
/// [`MOST`], in which nobody would find the way.
pub(crate) fn draw(procedure: &Procedure, drawing: Drawing, language: Language) -> Option<String> {
    let (states, steps) = MOST;
    if procedure.states.len() > states || procedure.steps.len() > steps {
        return None;
    }
    let chart = Chart::of(procedure, language);
    Some(match drawing {
        Drawing::Mermaid => mermaid::mermaid(&chart, language),
        Drawing::Svg => svg::svg(&chart, language),
    })
}
