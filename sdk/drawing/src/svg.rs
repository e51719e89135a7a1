//! A procedure as a picture: SVG without scripts, styles or fonts of its own,
//! in black on white.

use std::fmt::Write as _;

use swv_core::Language;

use super::block::{Block, Mark, Style, escaped};
use super::chart::{Arrow, Chart, Place, PlaceKind, decides};
use super::layout::{Area, Link, MARGIN, Route, Size, Unit, layout};

/// The widest text in a place and beside an arrow.
const IN_PLACE: Unit = 260;
const BESIDE_ARROW: Unit = 190;
/// From the border of a place to its text.
const PADDING: Unit = 10;
/// The room above the first place for the dot where a case starts.
const START: Unit = 26;
/// The size of an arrow's head.
const HEAD: Unit = 9;

/// The text of the picture.
pub(crate) fn svg(chart: &Chart, language: Language) -> String {
    let places: Vec<Block> = chart.places.iter().map(|place| in_place(place, language)).collect();
    let labels: Vec<Block> = chart.arrows.iter().map(beside_arrow).collect();
    let sizes: Vec<Size> = places.iter().map(|block| padded(block.size())).collect();
    let link = |(arrow, label): (&Arrow, &Block)| Link { from: arrow.from, to: arrow.to, label: label.size() };
    let links: Vec<Link> = chart.arrows.iter().zip(&labels).map(link).collect();
    let layout = layout(&sizes, &links);

    let mut heading = Block::default();
    let wide = layout.size.width.max(480) - 2 * MARGIN;
    heading.add(Style::Heading, Mark::None, wide, &chart.title);
    let legend = legend(wide, language);
    let top = MARGIN + heading.size().height + START - 8;
    let width = layout.size.width.max(heading.size().width.max(legend.size().width) + 2 * MARGIN);
    let height = top + layout.size.height + legend.size().height + MARGIN;

    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\" xml:lang=\"{language}\" font-family=\"Arial, Helvetica, 'Liberation Sans', sans-serif\">\n\
         <title>{}</title>\n<desc>{}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n",
        escaped(&chart.title),
        escaped(&chart.description)
    );
    svg.push_str("<g fill=\"#000\" stroke=\"none\">\n");
    heading.draw(&mut svg, MARGIN, MARGIN);
    let _ = writeln!(svg, "<g transform=\"translate(0 {top})\">");
    for ((arrow, label), route) in chart.arrows.iter().zip(&labels).zip(&layout.routes) {
        draw_arrow(&mut svg, &chart.words_of(arrow), label, route);
    }
    for (at, ((place, block), area)) in chart.places.iter().zip(&places).zip(&layout.places).enumerate() {
        if at == 0 {
            start(&mut svg, *area);
        }
        draw_place(&mut svg, place, block, *area);
    }
    svg.push_str("</g>\n");
    legend.draw(&mut svg, MARGIN, top + layout.size.height);
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn padded(size: Size) -> Size {
    Size { width: size.width.max(90) + 2 * PADDING, height: size.height + 2 * PADDING }
}

fn in_place(place: &Place, language: Language) -> Block {
    let mut block = Block::default();
    block.add(Style::Title, Mark::None, IN_PLACE, &place.title);
    if let Some(who) = &place.decides {
        block.add(Style::Person, Mark::None, IN_PLACE, &decides(language, who));
    }
    for step in &place.steps {
        block.skip(4);
        block.add(Style::Plain, Mark::Dash, IN_PLACE, &step.title);
        block.add(Style::Person, Mark::Blank, IN_PLACE, &step.actor);
    }
    for term in &place.terms {
        block.skip(4);
        block.add(Style::Plain, Mark::Clock, IN_PLACE, term);
    }
    block
}

fn beside_arrow(arrow: &Arrow) -> Block {
    let mut block = Block::default();
    for (at, step) in arrow.steps.iter().enumerate() {
        if at > 0 {
            block.skip(5);
        }
        block.add(Style::Plain, Mark::None, BESIDE_ARROW, &step.title);
        block.add(Style::Person, Mark::None, BESIDE_ARROW, &step.actor);
    }
    block
}

fn legend(width: Unit, language: Language) -> Block {
    let mut block = Block::default();
    let over = language.choose("dubbele rand: de procedure is voorbij", "double border: the procedure is over");
    let step = language.choose("stap die de toestand niet verandert", "step that does not change the state");
    let term = language.choose("termijn die in de toestand loopt", "term that runs in the state");
    block.add(Style::Plain, Mark::None, width, over);
    block.add(Style::Plain, Mark::Dash, width, step);
    block.add(Style::Plain, Mark::Clock, width, term);
    block
}

fn draw_place(svg: &mut String, place: &Place, block: &Block, area: Area) {
    let Area { x, y, size: Size { width, height } } = area;
    let _ = writeln!(svg, "<g class=\"place\">\n<title>{}</title>", escaped(&place.title));
    let border = match place.kind {
        PlaceKind::Open => " rx=\"8\"",
        PlaceKind::Closed => "",
        PlaceKind::AnyOpen => " rx=\"8\" stroke-dasharray=\"5 4\"",
    };
    let rect = |x: Unit, y: Unit, width: Unit, height: Unit| {
        format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"#fff\" stroke=\"#000\"{border}/>\n"
        )
    };
    svg.push_str(&rect(x, y, width, height));
    if place.kind == PlaceKind::Closed {
        svg.push_str(&rect(x + 4, y + 4, width - 8, height - 8));
    }
    svg.push_str("<g>\n");
    block.draw(svg, x + PADDING, y + PADDING - 2);
    svg.push_str("</g>\n</g>\n");
}

/// The dot from which a case starts in its first state.
fn start(svg: &mut String, area: Area) {
    let x = area.x + area.size.width / 2;
    let _ = writeln!(svg, "<circle cx=\"{x}\" cy=\"{}\" r=\"6\"/>", area.y - START);
    let _ = writeln!(svg, "<path d=\"M{x} {}V{}\" fill=\"none\" stroke=\"#000\"/>", area.y - START, area.y - HEAD);
    head(svg, (x, area.y), false);
}

fn draw_arrow(svg: &mut String, words: &str, label: &Block, route: &Route) {
    let (Some(first), Some(last)) = (route.points.first(), route.points.last()) else { return };
    let end = if route.upwards { *first } else { *last };
    let _ = writeln!(svg, "<g class=\"arrow\">\n<title>{}</title>", escaped(words));
    let mut path = format!("M{} {}", first.0, first.1);
    for (at, pair) in route.points.windows(2).enumerate() {
        let &[(from_x, from_y), (x, y)] = pair else { continue };
        let _ = match at % 2 {
            0 => write!(path, "V{y}"),
            _ if x == from_x => write!(path, "V{y}"),
            // Straight at both ends, so that a head points the way.
            _ => {
                let (middle, curve) = ((from_y + y) / 2, y - HEAD);
                write!(path, "V{}C{from_x} {middle} {x} {middle} {x} {curve}V{y}", from_y + HEAD)
            }
        };
    }
    let _ = writeln!(svg, "<path d=\"{path}\" fill=\"none\" stroke=\"#000\"/>");
    head(svg, end, route.upwards);
    label.draw(svg, route.label.x, route.label.y);
    svg.push_str("</g>\n");
}

/// The head of an arrow, its point here.
fn head(svg: &mut String, (x, y): (Unit, Unit), upwards: bool) {
    let behind = if upwards { HEAD } else { -HEAD };
    let _ = writeln!(svg, "<path d=\"M{x} {y}l-4 {behind}h8z\"/>");
}
