//! Which of DUO's files a file is, by its header.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;
use swv_core::Sector;

/// A file that an import reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DuoFile {
    /// The map from postcode area to SWV.
    Postcodes,
    /// DUO's list of the schools of each SWV.
    Members,
    /// File 02 of primary education: all regular primary locations.
    Locations,
    /// File 09 of primary education: all locations for SBO, SO and VSO.
    SpecialLocations,
    /// File 02 of secondary education: all regular secondary locations.
    SecondaryLocations,
    /// File 06 of primary education: pupils per location and year.
    Pupils,
    /// File 01 of secondary education: pupils per location and type.
    SecondaryPupils,
}

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Which locations there are, and where.
    Locations,
    /// How many pupils they have.
    Pupils,
    /// Which area is of which SWV.
    Postcodes,
    /// Which school is of which SWV.
    Members,
}

impl DuoFile {
    /// What it is for.
    pub fn role(self) -> Role {
        match self {
            DuoFile::Postcodes => Role::Postcodes,
            DuoFile::Members => Role::Members,
            DuoFile::Locations | DuoFile::SpecialLocations | DuoFile::SecondaryLocations => Role::Locations,
            DuoFile::Pupils | DuoFile::SecondaryPupils => Role::Pupils,
        }
    }

    /// Whether an import for a sector reads it.
    pub(super) fn is_for(self, sector: Sector) -> bool {
        match self {
            DuoFile::Postcodes | DuoFile::Members | DuoFile::SpecialLocations => true,
            DuoFile::Locations => sector == Sector::Po,
            DuoFile::SecondaryLocations | DuoFile::SecondaryPupils => sector == Sector::Vo,
            // Its VSO is of the SWV of secondary education.
            DuoFile::Pupils => true,
        }
    }

    /// The file that every import for a sector needs in a role.
    pub(super) fn needed(role: Role, sector: Sector) -> DuoFile {
        match (role, sector) {
            (Role::Postcodes, _) => DuoFile::Postcodes,
            (Role::Members, _) => DuoFile::Members,
            (Role::Locations, Sector::Po) => DuoFile::Locations,
            (Role::Locations, Sector::Vo) => DuoFile::SecondaryLocations,
            (Role::Pupils, Sector::Po) => DuoFile::Pupils,
            (Role::Pupils, Sector::Vo) => DuoFile::SecondaryPupils,
        }
    }
}

/// What people know it by.
impl fmt::Display for DuoFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            DuoFile::Postcodes => "the map from postcode areas to partnerships (pc4, gemeente, swv_po, swv_vo)",
            DuoFile::Members => "DUO's list of the schools of each partnership",
            DuoFile::Locations => "DUO's file 02 of primary education (alle schoolvestigingen basisonderwijs)",
            DuoFile::SpecialLocations => "DUO's file 09 of primary education (alle vestigingen sbo, so en vso)",
            DuoFile::SecondaryLocations => "DUO's file 02 of secondary education (alle vestigingen vo)",
            DuoFile::Pupils => {
                "DUO's file 06 of primary education (historisch overzicht aantal leerlingen per schoolvestiging)"
            }
            DuoFile::SecondaryPupils => {
                "DUO's file 01 of secondary education (leerlingen vo per vestiging naar onderwijstype)"
            }
        })
    }
}

/// What people give it as.
impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Role::Locations => "locations",
            Role::Pupils => "pupils",
            Role::Postcodes => "postcodes",
            Role::Members => "members",
        })
    }
}

/// A file, as its header shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// One that an import reads.
    Read(DuoFile),
    /// Another one of DUO's, by what people know it by.
    Other(&'static str),
    /// None that is known.
    Unknown,
}

/// Which file has this header, of one that is given in a role: a list of the
/// schools of each SWV may have their addresses too.
pub(super) fn shown(header: &[String], role: Role) -> Shown {
    let names: Vec<String> = header.iter().map(|name| folded(name)).collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    let has_any = |of: &[&str]| of.iter().any(|name| has(name));
    let begins = |with: &str| names.iter().any(|name| name.starts_with(with));
    let has_swv = names.iter().any(|name| is_swv(name));
    let placed = has_any(LOCATION) && has("POSTCODE");
    match () {
        () if has("PC4") => Shown::Read(DuoFile::Postcodes),
        () if has("EXAMENKANDIDATEN") => Shown::Other("DUO's file of examinations of secondary education"),
        () if begins("POSTCODE LEERLING") => Shown::Other("DUO's file of pupils by where they live"),
        () if has("AANTAL VO LEERLINGEN UITBESTEED AAN VAVO") => {
            Shown::Other("DUO's file 03 of secondary education (leerlingen vo per vestiging en bestuur, vavo apart)")
        }
        () if begins("LEEFTIJD ") => Shown::Other("DUO's file of pupils in primary education by age"),
        () if names.iter().any(|name| is_year_of_sex(name)) => Shown::Read(DuoFile::SecondaryPupils),
        () if names.iter().any(|name| count_year(name).is_some()) => Shown::Read(DuoFile::Pupils),
        () if placed && has_any(KIND_OF_SPECIAL) => Shown::Read(DuoFile::SpecialLocations),
        () if placed && has(STRUCTURE) => Shown::Read(DuoFile::SecondaryLocations),
        () if has_swv && has_any(INSTITUTION) && !(role == Role::Locations && placed) => Shown::Read(DuoFile::Members),
        () if placed && has("VESTIGINGSNAAM") => Shown::Read(DuoFile::Locations),
        () if has("INSTELLINGSNAAM") && has_any(INSTITUTION) && has("POSTCODE") => {
            Shown::Other("DUO's file of main locations (hoofdvestigingen), without the other ones")
        }
        () if has("BEVOEGD GEZAG NAAM") && !has_any(INSTITUTION) => Shown::Other("DUO's file of boards"),
        () if has_swv => Shown::Other("DUO's list of partnerships, without their schools"),
        () => Shown::Unknown,
    }
}

/// The columns of the code of a school, over the years.
pub(super) const INSTITUTION: &[&str] = &["INSTELLINGSCODE", "BRIN NUMMER", "BRINNUMMER", "BRIN"];
/// The columns of the code of a location.
pub(super) const LOCATION: &[&str] = &["VESTIGINGSCODE", "VESTIGINGSNUMMER", "BRINVESTIGINGSNUMMER"];
/// The columns of the number of a board.
pub(super) const BOARD: &[&str] = &["BEVOEGD GEZAG NUMMER", "BEVOEGD GEZAG"];
/// The column of what a location for SBO, SO or VSO is.
pub(super) const KIND_OF_SPECIAL: &[&str] = &["SOORT PRIMAIR ONDERWIJS"];
/// The column of which types of secondary education a location has.
pub(super) const STRUCTURE: &str = "ONDERWIJSSTRUCTUUR";
/// Whether a folded name may be that of a column with the number of a
/// partnership; which of several has it, its values tell.
pub(super) fn is_swv(folded: &str) -> bool {
    let begins = |with: &str| folded.strip_prefix(with).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    begins("SWV")
        || folded.starts_with("SAMENWERKINGSVERBAND")
        || folded == "ADMINISTRATIENUMMER"
        || folded == "NUMMER SAMENWERKINGSVERBAND"
}

/// What the columns of DUO's files are called, each of which is itself and no
/// misspelling of another.
pub(super) const KNOWN_COLUMNS: &[&str] = &[
    "PROVINCIE",
    "PROVINCIE VESTIGING",
    "BEVOEGD GEZAG NUMMER",
    "BEVOEGD GEZAG NAAM",
    "BEVOEGD GEZAG",
    "INSTELLINGSCODE",
    "INSTELLINGSNAAM",
    "INSTELLINGSNAAM VESTIGING",
    "BRIN NUMMER",
    "VESTIGINGSCODE",
    "VESTIGINGSNUMMER",
    "VESTIGINGSNAAM",
    "NAAM VESTIGING",
    "SOORT VESTIGING",
    "SOORT PRIMAIR ONDERWIJS",
    "STRAATNAAM",
    "HUISNUMMER TOEVOEGING",
    "POSTCODE",
    "PLAATSNAAM",
    "PLAATSNAAM VESTIGING",
    "GEMEENTENUMMER",
    "GEMEENTENAAM",
    "GEMEENTECODE VESTIGING",
    "GEMEENTENAAM VESTIGING",
    "DENOMINATIE",
    "DENOMINATIE VESTIGING",
    "TELEFOONNUMMER",
    "INTERNETADRES",
    "CLUSTER",
    "ONDERWIJS",
    "ONDERWIJSSTRUCTUUR",
    "STRAATNAAM CORRESPONDENTIEADRES",
    "HUISNUMMER TOEVOEGING CORRESPONDENTIEADRES",
    "POSTCODE CORRESPONDENTIEADRES",
    "PLAATSNAAM CORRESPONDENTIEADRES",
    "VMBO SECTOR",
    "AFDELING",
    "ELEMENTCODE",
    "OPLEIDINGSNAAM",
    "PC4",
    "GEMEENTE",
    "SWV PO",
    "SWV VO",
];

/// A name in a header in the form in which DUO's files write it alike over the
/// years: `BEVOEGD_GEZAG_NUMMER` and `Bevoegd gezag nummer` are one.
pub(super) fn folded(name: &str) -> String {
    let words = name.split(|letter: char| letter.is_whitespace() || matches!(letter, '_' | '-'));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").to_uppercase()
}

/// The year of a column of counts in file 06, by its folded name.
pub(super) fn count_year(folded: &str) -> Option<u16> {
    folded.strip_prefix("LEERLINGEN ")?.parse().ok()
}

/// Whether a folded name is that of a column of counts in file 01 of secondary
/// education: a year in school and a sex.
pub(super) fn is_year_of_sex(folded: &str) -> bool {
    let of_year = folded.strip_prefix("LEER OF VERBLIJFSJAAR ");
    of_year.is_some_and(|rest| rest.ends_with(" MAN") || rest.ends_with(" VROUW"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_all_years_fold_alike() {
        for name in ["BEVOEGD_GEZAG_NUMMER", "BEVOEGD GEZAG NUMMER", " Bevoegd gezag-nummer "] {
            assert_eq!(folded(name), "BEVOEGD GEZAG NUMMER");
        }
        assert!(is_year_of_sex(&folded("LEER- OF VERBLIJFSJAAR 3 - VROUW")));
        assert_eq!(count_year(&folded("LEERLINGEN_2025")), Some(2025));
    }

    #[test]
    fn a_file_is_known_by_its_header() {
        let in_role = |header: &str, role| shown(&header.split(';').map(str::to_owned).collect::<Vec<_>>(), role);
        let shown = |header: &str| in_role(header, Role::Members);
        let read = |header: &str| match shown(header) {
            Shown::Read(file) => file,
            other => panic!("{header}: {other:?}"),
        };
        for (header, file) in [
            ("pc4;gemeente;swv_po;swv_vo", DuoFile::Postcodes),
            ("ADMINISTRATIENUMMER;NAAM;BRIN NUMMER;POSTCODE", DuoFile::Members),
            ("SWV;INSTELLINGSCODE;VESTIGINGSCODE", DuoFile::Members),
            ("SAMENWERKINGSVERBAND PO;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE", DuoFile::Members),
            ("INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE", DuoFile::Locations),
            ("BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;POSTCODE", DuoFile::Locations),
            (
                "SOORT PRIMAIR ONDERWIJS;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE",
                DuoFile::SpecialLocations,
            ),
            ("INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;ONDERWIJSSTRUCTUUR", DuoFile::SecondaryLocations),
            ("INSTELLINGSCODE;VESTIGINGSCODE;SOORT_VESTIGING;LEERLINGEN_2024", DuoFile::Pupils),
            ("BRIN NUMMER;VESTIGINGSNUMMER;LEER- OF VERBLIJFSJAAR 1 - MAN", DuoFile::SecondaryPupils),
        ] {
            assert_eq!(read(header), file, "{header}");
        }
        for header in [
            "INSTELLINGSCODE;VESTIGINGSCODE;AANTAL LEERLINGEN;AANTAL VO LEERLINGEN UITBESTEED AAN VAVO",
            "INSTELLINGSCODE;INSTELLINGSNAAM;POSTCODE",
            "BEVOEGD GEZAG NUMMER;BEVOEGD GEZAG NAAM;POSTCODE",
            "INSTELLINGSCODE;VESTIGINGSCODE;LEEFTIJD_4;LEEFTIJD_5",
        ] {
            assert!(matches!(shown(header), Shown::Other(_)), "{header}");
        }
        assert_eq!(shown("naam;adres"), Shown::Unknown);
        let both = "SWV;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE";
        assert_eq!(in_role(both, Role::Locations), Shown::Read(DuoFile::Locations));
    }
}
