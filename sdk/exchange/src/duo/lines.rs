//! The report in words.

use swv_core::{Language, LocationCode, PupilCount, SchoolKind, SwvNumber, Text};

use super::DuoFile;
use super::report::{
    FileReport, ImportReport, KindTotal, MunicipalityCase, MunicipalityIs, NoPostcode, SkipReason, Skipped,
};

impl ImportReport {
    /// The report as lines for a person; those that say more of the line above
    /// them are indented.
    pub fn lines(&self, language: Language) -> Vec<String> {
        let mut lines = vec![self.heading()];
        lines.extend(self.totals.iter().map(total));
        lines.extend(specialised(self));
        for file in &self.files {
            lines.push(file_heading(file));
            lines.extend(file.skipped.iter().map(skipped));
            lines.extend(names_cleaned(file));
        }
        lines.extend(without_count(&self.without_count));
        lines.extend(placed_by_list(&self.placed_by_list));
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
        let (nl, en) = match self.provisional {
            Some(true) => (" (voorlopig)", " (provisional)"),
            Some(false) => ("", ""),
            None => (
                " (of zij voorlopig zijn, zegt bestand 01 niet)",
                " (whether they are provisional, file 01 does not say)",
            ),
        };
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
fn specialised(report: &ImportReport) -> Option<Text> {
    let some = |is: fn(&KindTotal) -> bool| report.totals.iter().any(is);
    let undivided = some(|total| total.kind == SchoolKind::SoVso);
    let clusters = some(|total| total.kind.is_specialised())
        && !report.files.iter().any(|file| file.file == DuoFile::SpecialLocations);
    let (mut nl, mut en) = (Vec::new(), Vec::new());
    if undivided {
        nl.push("bij so_vso zijn so en vso niet te scheiden");
        en.push("so_vso counts do not divide SO and VSO");
    }
    if clusters {
        nl.push("scholen van cluster 1 en 2, die bij geen samenwerkingsverband horen, zijn zonder bestand 09 niet te herkennen");
        en.push("without file 09 nothing marks schools of cluster 1 and 2, which belong to no partnership");
    }
    let note = Text::new(format!("  let op: {}", nl.join("; ")), format!("  note: {}", en.join("; ")));
    (!nl.is_empty()).then_some(note)
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
        SkipReason::OtherSector => ("van de andere sector", "of the other sector"),
        SkipReason::ClusterOneOrTwo => (
            "van cluster 1 of 2, die bij geen samenwerkingsverband horen",
            "of cluster 1 or 2, which belong to no partnership",
        ),
        SkipReason::Vavo => {
            ("van leerlingen in het vavo, van geen onderwijstype", "of pupils in adult education (VAVO), of no type")
        }
        SkipReason::NoPupils => (
            "zonder leerlingen in dat jaar en in geen bestand met vestigingen: gesloten of nog niet open",
            "without pupils in that year and in no file of locations: closed, or not open yet",
        ),
        SkipReason::NotInLocations => (
            "in geen bestand met vestigingen, zodat het samenwerkingsverband niet blijkt",
            "in no file of locations, so that nothing tells the partnership",
        ),
        SkipReason::NotListed => {
            ("niet in de lijst van scholen per samenwerkingsverband", "not in the list of schools of each partnership")
        }
        SkipReason::SchoolInSeveral => (
            "van een school die volgens de lijst bij meer samenwerkingsverbanden hoort",
            "of a school that the list has in several partnerships",
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
            format!("zonder rij in een bestand met leerlingen, aantal onbekend: {codes}"),
            format!("without a row in a file of pupils, number unknown: {codes}"),
        )
    })
}

fn placed_by_list(locations: &[LocationCode]) -> Option<Text> {
    let codes = locations.iter().map(LocationCode::as_str).collect::<Vec<_>>().join(", ");
    (!locations.is_empty()).then(|| {
        Text::new(
            format!(
                "volgens de lijst van DUO van dit samenwerkingsverband, volgens de postcode van een ander: {codes}"
            ),
            format!("of this partnership by DUO's list, and of another by their postcode: {codes}"),
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
        NoPostcode::NotInLocations => Text::new("in geen bestand met vestigingen", "in no file of locations"),
        NoPostcode::Empty => Text::new("zonder postcode", "without a postcode"),
        NoPostcode::NoMap => Text::new("zonder postcodekaart", "without a postcode map"),
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
        MunicipalityIs::Unknown => Text::new(
            format!("een andere vestiging van de school is van {possible}"),
            format!("another location of the school is of {possible}"),
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
