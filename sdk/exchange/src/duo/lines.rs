//! The report in words.

use swv_core::{Language, LocationCode, PupilCount, SwvNumber, Text};

use super::report::{
    FileReport, ImportReport, KindTotal, MunicipalityCase, MunicipalityIs, NoPostcode, SkipReason, Skipped,
};

impl ImportReport {
    /// The report as lines for a person; those that say more of the line above
    /// them are indented.
    pub fn lines(&self, language: Language) -> Vec<String> {
        let mut lines = vec![self.heading()];
        lines.extend(self.totals.iter().map(total));
        lines.extend(specialised(&self.totals));
        for file in &self.files {
            lines.push(file_heading(file));
            lines.extend(file.skipped.iter().map(skipped));
            lines.extend(names_cleaned(file));
        }
        lines.extend(without_count(&self.without_count));
        section(&mut lines, &self.placed_by_municipality, |count| {
            let (is, are) =
                (plural(count, "vestiging is", "vestigingen zijn"), plural(count, "location is", "locations are"));
            Text::new(
                format!("{count} {is} geplaatst op gemeente, omdat geen postcode het samenwerkingsverband aanwijst:"),
                format!("{count} {are} placed by municipality, because no postcode tells the partnership:"),
            )
        });
        section(&mut lines, &self.not_placed, |count| {
            let (nl, en) = (
                plural(count, "vestiging is", "vestigingen zijn"),
                plural(count, "location cannot be placed and is", "locations cannot be placed and are"),
            );
            Text::new(
                format!("{count} {nl} niet te plaatsen en weggelaten; voeg toe wat bij {} hoort:", self.swv),
                format!("{count} {en} left out; add what belongs to {}:", self.swv),
            )
        });
        lines.iter().map(|line| line.in_language(language).to_owned()).collect()
    }

    fn heading(&self) -> Text {
        let locations: usize = self.totals.iter().map(|total| total.locations).sum();
        let (nl, en) = if self.provisional { (" (voorlopig)", " (provisional)") } else { ("", "") };
        let (vestigingen, locations_are) =
            (plural(locations, "vestiging", "vestigingen"), plural(locations, "location", "locations"));
        Text::new(
            format!("{}, leerlingen op {}{nl}: {locations} {vestigingen}", self.swv, self.counted_on),
            format!("{}, pupils on {}{en}: {locations} {locations_are}", self.swv, self.counted_on),
        )
    }
}

fn total(total: &KindTotal) -> Text {
    let KindTotal { kind, locations, pupils, unknown } = total;
    let (mut nl, mut en) = (String::new(), String::new());
    if *unknown > 0 {
        let (vestigingen, of) =
            (plural(*unknown, "vestiging", "vestigingen"), plural(*unknown, "location", "locations"));
        nl = format!("; van {unknown} {vestigingen} is het aantal onbekend");
        en = format!("; the number of {unknown} {of} is unknown");
    }
    let (vestigingen, locations_are) =
        (plural(*locations, "vestiging", "vestigingen"), plural(*locations, "location", "locations"));
    let pupils = count(*pupils);
    Text::new(
        format!("  {kind}: {locations} {vestigingen}, {} leerlingen{nl}", pupils.nl),
        format!("  {kind}: {locations} {locations_are}, {} pupils{en}", pupils.en),
    )
}

/// What file 06 does not tell of SO and SO/VSO locations.
fn specialised(totals: &[KindTotal]) -> Option<Text> {
    totals.iter().any(|total| total.kind.is_specialised()).then(|| {
        Text::new(
            "  let op: bij so_vso zijn de vso-leerlingen meegeteld, en scholen van cluster 1 en 2, die bij geen \
             samenwerkingsverband horen, zijn in bestand 06 niet te herkennen",
            "  note: so_vso counts include VSO pupils, and file 06 does not mark schools of cluster 1 and 2, which \
             belong to no partnership",
        )
    })
}

fn file_heading(file: &FileReport) -> Text {
    let FileReport { name, read, used, .. } = file;
    let skipped = read - used;
    Text::new(
        format!("{name}: {read} rijen gelezen, {used} gebruikt, {skipped} overgeslagen"),
        format!("{name}: {read} rows read, {used} used, {skipped} skipped"),
    )
}

fn skipped(skipped: &Skipped) -> Text {
    let (nl, en) = match skipped.reason {
        SkipReason::OtherSwv => ("van een ander samenwerkingsverband", "of another partnership"),
        SkipReason::NoSwv => ("van geen samenwerkingsverband", "of no partnership"),
        SkipReason::Secondary => {
            ("vso, van een samenwerkingsverband vo", "VSO, of a partnership of secondary education")
        }
        SkipReason::NoPupils => (
            "zonder leerlingen in dat jaar en niet in bestand 02: gesloten of nog niet open",
            "without pupils in that year and not in file 02: closed, or not open yet",
        ),
        SkipReason::MunicipalitySplit => {
            ("niet te plaatsen, de gemeente is verdeeld", "cannot be placed, the municipality is split")
        }
        SkipReason::MunicipalityNotInMap => (
            "niet te plaatsen, de gemeente staat niet in de postcodekaart",
            "cannot be placed, the municipality is not in the postcode map",
        ),
    };
    let (rows, examples) = (skipped.rows, skipped.examples.join(", "));
    let (such_as_nl, such_as_en) = if rows > skipped.examples.len() { ("zoals ", "such as ") } else { ("", "") };
    Text::new(format!("  {rows} {nl} ({such_as_nl}{examples})"), format!("  {rows} {en} ({such_as_en}{examples})"))
}

fn names_cleaned(file: &FileReport) -> Option<Text> {
    let count = file.names_cleaned;
    let (namen, names) = (plural(count, "naam", "namen"), plural(count, "name", "names"));
    (count > 0).then(|| {
        Text::new(
            format!("  in {count} {namen} zijn overtollige aanhalingstekens weggehaald"),
            format!("  stray quotes taken out of {count} {names}"),
        )
    })
}

fn without_count(locations: &[LocationCode]) -> Option<Text> {
    let codes = locations.iter().map(LocationCode::as_str).collect::<Vec<_>>().join(", ");
    (!locations.is_empty()).then(|| {
        Text::new(
            format!("zonder rij in bestand 06, aantal leerlingen onbekend: {codes}"),
            format!("without a row in file 06, number of pupils unknown: {codes}"),
        )
    })
}

fn section(lines: &mut Vec<Text>, cases: &[MunicipalityCase], heading: impl Fn(usize) -> Text) {
    if !cases.is_empty() {
        lines.push(heading(cases.len()));
        lines.extend(cases.iter().map(case));
    }
}

fn case(case: &MunicipalityCase) -> Text {
    let MunicipalityCase { location, name, kind, municipality, .. } = case;
    let (pupils, because, tells) = (count(case.pupils), because(&case.because), municipality_tells(case));
    Text::new(
        format!("  {location} {name} ({kind}, {} leerlingen): {}; {municipality}: {}", pupils.nl, because.nl, tells.nl),
        format!("  {location} {name} ({kind}, {} pupils): {}; {municipality}: {}", pupils.en, because.en, tells.en),
    )
}

fn because(because: &NoPostcode) -> Text {
    match because {
        NoPostcode::NotInLocations => Text::new("niet in bestand 02", "not in file 02"),
        NoPostcode::Empty => Text::new("zonder postcode in bestand 02", "without a postcode in file 02"),
        NoPostcode::NotInMap(postcode) => {
            Text::new(format!("{postcode} niet in de postcodekaart"), format!("{postcode} not in the postcode map"))
        }
    }
}

fn municipality_tells(case: &MunicipalityCase) -> Text {
    let possible = case.possible.iter().map(SwvNumber::as_str).collect::<Vec<_>>().join(", ");
    match case.municipality_is {
        MunicipalityIs::InOneSwv => Text::new(
            format!("de hele gemeente ligt in {possible}"),
            format!("all of the municipality is in {possible}"),
        ),
        MunicipalityIs::Split => Text::new(
            format!("de gemeente is verdeeld over {possible}"),
            format!("municipality is split over {possible}"),
        ),
        MunicipalityIs::NotInMap if possible.is_empty() => {
            Text::new("de gemeente staat niet in de postcodekaart", "municipality is not in the postcode map")
        }
        MunicipalityIs::NotInMap => Text::new(
            format!("de gemeente staat niet in de postcodekaart, delen ervan liggen in {possible}"),
            format!("municipality is not in the postcode map, parts of it lie in {possible}"),
        ),
    }
}

fn count(pupils: PupilCount) -> Text {
    match pupils {
        PupilCount::Unknown => Text::new("onbekend aantal", "unknown number of"),
        known => Text::new(known.to_string(), known.to_string()),
    }
}

fn plural<'a>(count: usize, one: &'a str, more: &'a str) -> &'a str {
    if count == 1 { one } else { more }
}
