//! Secondary education: files 02 and 01 of VO.

use swv_core::{RecipientKind, SchoolKind};

use super::*;

const LOCATIONS_VO: &str = "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;\
                            GEMEENTENUMMER;GEMEENTENAAM;ONDERWIJSSTRUCTUUR\r\n";
const PUPILS_VO: &str = "INSTELLINGSCODE;VESTIGINGSCODE;INSTELLINGSNAAM VESTIGING;PLAATSNAAM VESTIGING;\
                         PROVINCIE VESTIGING;ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR;VMBO SECTOR;AFDELING;ELEMENTCODE;\
                         OPLEIDINGSNAAM;LEER- OF VERBLIJFSJAAR 1 - MAN;LEER- OF VERBLIJFSJAAR 1 - VROUW;\
                         LEER- OF VERBLIJFSJAAR 2 - MAN;LEER- OF VERBLIJFSJAAR 2 - VROUW\r\n";
const MAP: &str = "pc4;gemeente;swv_po;swv_vo\n1315;Almere;PO2401;VO2401\n2011;Haarlem;PO2704;VO2704\n";

struct Secondary {
    locations: String,
    pupils: String,
}

impl Secondary {
    fn new() -> Secondary {
        Secondary { locations: LOCATIONS_VO.to_owned(), pupils: PUPILS_VO.to_owned() }
    }

    fn location(mut self, code: &str, postcode: &str, structure: &str) -> Secondary {
        let brin = brin(code);
        self.locations +=
            &format!("Flevoland;41234;{brin};{code};School {code};{postcode};0034;ALMERE;{structure}\r\n");
        self
    }

    /// A row of 01, in which the location is two digits.
    fn pupils(mut self, code: &str, kind: &str, counts: &str) -> Secondary {
        let (brin, location) = code.split_at(4);
        self.pupils += &format!("{brin};{location};School {code};ALMERE;Flevoland;{kind};;;;;{counts}\r\n");
        self
    }

    fn import(&self, name: &str, year: Option<u16>) -> Result<Import, String> {
        let files = DuoFiles {
            locations: vec![opened("02-vo.csv", self.locations.as_bytes())],
            pupils: vec![opened(name, self.pupils.as_bytes())],
            postcodes: Some(opened("map.csv", MAP.as_bytes())),
            members: None,
        };
        let year = year.map(|year| CalendarYear::new(year).unwrap());
        let import = import(files, &"VO2401".parse().unwrap(), year, &mut |_| {}).map_err(|error| error.to_string())?;
        check_accounted(&import.report);
        Ok(import)
    }

    fn imported(&self) -> Import {
        self.import("01-2024.csv", None).unwrap()
    }
}

/// All pupils, those in HAVO and VWO, in VMBO and in practical training.
fn counts(import: &Import, id: &str) -> [PupilCount; 4] {
    let row = import.dataset.recipients.iter().position(|recipient| recipient.id == id).unwrap();
    ["leerlingen", "leerlingen-havo-vwo", "leerlingen-vmbo", "leerlingen-praktijkonderwijs"]
        .map(|name| import.dataset.find(name).unwrap().pupils(row))
}

#[test]
fn pupils_are_added_up_over_types_years_and_sexes() {
    let import = Secondary::new()
        .location("01AA00", "1315 AB", "HAVO/VWO")
        .location("01AA01", "1315 AB", "VBO/MAVO")
        .location("01BB00", "1315 AB", "PRO")
        .location("01CC00", "2011 AB", "HAVO")
        .pupils("01AA00", "Brugjaar 1-2", "10;11;12;13")
        .pupils("01AA00", "HAVO lj 4-5", "1;2;3;4")
        .pupils("01AA00", "VWO lj 4-6", "5;0;0;0")
        .pupils("01AA01", "Brugjaar 1-2", "7;7;7;7")
        .pupils("01AA01", "VMBO BL lj 3-4", "1;1;1;1")
        .pupils("01BB00", "Praktijkonderwijs alle vj", "9;8;7;6")
        .pupils("01CC00", "HAVO lj 4-5", "1;1;1;1")
        .imported();
    assert_eq!(ids(&import), ["01AA00", "01AA01", "01BB00"]);
    let exact = |numbers: [u32; 4]| numbers.map(PupilCount::Exact);
    assert_eq!(counts(&import, "01AA00"), exact([61, 61, 0, 0]));
    assert_eq!(counts(&import, "01AA01"), exact([32, 0, 32, 0]));
    assert_eq!(counts(&import, "01BB00"), exact([30, 0, 0, 30]));
    let school = RecipientKind::School;
    assert_eq!(recipient(&import, "01AA00").kind, school(SchoolKind::Vo));
    assert_eq!(recipient(&import, "01BB00").kind, school(SchoolKind::Pro));
    assert_eq!(import.report.counted_on.to_string(), "2024-10-01");
    assert_eq!(import.dataset.name, "duo-2024-VO2401");
    assert_eq!(skips(&import, DuoFile::SecondaryPupils), [(SkipReason::OtherSwv, 1)]);
    assert_eq!(file(&import, DuoFile::SecondaryPupils).used, 6);
}

#[test]
fn first_years_of_a_broad_location_make_both_types_an_interval() {
    let import = Secondary::new()
        .location("01AA00", "1315 AB", "VBO/MAVO/HAVO/VWO")
        .pupils("01AA00", "Brugjaar 1-2", "25;25;25;25")
        .pupils("01AA00", "HAVO lj 4-5", "20;20;20;20")
        .pupils("01AA00", "VMBO TL lj 3-4", "10;10;10;10")
        .imported();
    let between = |low, high| PupilCount::between(low, high).unwrap();
    let expected = [PupilCount::Exact(220), between(80, 180), between(40, 140), PupilCount::Exact(0)];
    assert_eq!(counts(&import, "01AA00"), expected);
}

#[test]
fn suppressed_and_unknown_counts_stay_so_in_sums() {
    let import = Secondary::new()
        .location("01AA00", "1315 AB", "HAVO")
        .location("01BB00", "1315 AB", "HAVO")
        .location("01DD00", "1315 AB", "HAVO")
        .pupils("01AA00", "HAVO lj 4-5", "10;<5;-1;0")
        .pupils("01BB00", "HAVO lj 4-5", "10;;0;0")
        .imported();
    assert_eq!(counts(&import, "01AA00")[1], PupilCount::between(12, 18).unwrap());
    assert_eq!(counts(&import, "01BB00")[1], PupilCount::Unknown);
    assert_eq!(counts(&import, "01DD00"), [PupilCount::Unknown; 4]);
    assert_eq!(import.report.without_count, ["01DD00".parse().unwrap()]);
}

#[test]
fn pupils_in_adult_education_are_left_out_and_told() {
    let import = Secondary::new()
        .location("01AA00", "1315 AB", "HAVO")
        .pupils("01AA00", "HAVO lj 4-5", "10;0;0;0")
        .pupils("01AA00", "HAVO uitbest. aan VAVO", "3;0;0;0")
        .imported();
    assert_eq!(counts(&import, "01AA00")[0], PupilCount::Exact(10));
    assert_eq!(skips(&import, DuoFile::SecondaryPupils), [(SkipReason::Vavo, 1)]);
}

#[test]
fn a_location_that_02_lacks_is_placed_by_the_file_of_pupils_or_named() {
    let files = Secondary::new()
        .location("01AA00", "1315 AB", "HAVO")
        .pupils("01AA00", "HAVO lj 4-5", "1;1;1;1")
        .pupils("01AA02", "HAVO lj 4-5", "2;2;2;2")
        .pupils("09ZZ00", "HAVO lj 4-5", "3;3;3;3");
    let import = files.imported();
    assert_eq!(ids(&import), ["01AA00"]);
    let [case] = import.report.not_placed.as_slice() else { panic!("{:?}", import.report.not_placed) };
    assert_eq!((case.location.as_str(), case.municipality_is), ("01AA02", MunicipalityIs::Unknown));
    assert_eq!(skips(&import, DuoFile::SecondaryPupils), [(SkipReason::NotInLocations, 2)]);
    let column = "SAMENWERKINGSVERBAND PASSEND ONDERWIJS VO;";
    let pupils = files.pupils.replace("ONDERWIJSTYPE VO", &format!("{column}ONDERWIJSTYPE VO"));
    let pupils = pupils.replace("Flevoland;HAVO", "Flevoland;VO2401 Almere;HAVO");
    let told = Secondary { pupils, ..files }.imported();
    assert_eq!(ids(&told), ["01AA00", "01AA02", "09ZZ00"]);
}

#[test]
fn the_year_is_that_of_the_name_or_asked_for() {
    let files = Secondary::new().location("01AA00", "1315 AB", "HAVO").pupils("01AA00", "HAVO lj 4-5", "1;1;1;1");
    let error = files.import("vo.csv", None).unwrap_err();
    assert!(error.starts_with("vo.csv: does not say of which year its counts are"), "{error}");
    assert_eq!(files.import("vo.csv", Some(2023)).unwrap().report.counted_on.to_string(), "2023-10-01");
    assert!(files.import("01-2024.csv", Some(2023)).unwrap_err().starts_with("01-2024.csv: is of 2024 by its name"));
    assert_eq!(files.imported().report.provisional, None);
}

#[test]
fn headers_of_2021_and_before_are_read() {
    let files = Secondary::new().location("01AA00", "1315 AB", "HAVO").pupils("01AA00", "HAVO lj 4-5", "1;1;1;1");
    let old = |text: &str| text.replacen("INSTELLINGSCODE;VESTIGINGSCODE", "BRIN NUMMER;VESTIGINGSNUMMER", 1);
    let files = Secondary { locations: old(&files.locations), pupils: old(&files.pupils) };
    assert_eq!(counts(&files.imported(), "01AA00")[0], PupilCount::Exact(4));
}

#[test]
fn special_schools_of_secondary_education_come_from_09_and_06() {
    let secondary = Secondary::new().location("01AA00", "1315 AB", "HAVO").pupils("01AA00", "HAVO lj 4-5", "1;1;1;1");
    let special = "SOORT PRIMAIR ONDERWIJS;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;\
                   GEMEENTENUMMER;GEMEENTENAAM;CLUSTER;ONDERWIJS\r\n\
                   (V)SO;41234;14WX;14WX00;Both;1315 AB;0034;ALMERE;3;SO + VSO\r\n\
                   (V)SO;41234;14WX;14WX01;Vso;1315 AB;0034;ALMERE;3;SO + VSO\r\n\
                   SBAO;41234;14WY;14WY00;Sbo;1315 AB;0034;ALMERE; ;SBAO\r\n";
    let counts_06 = format!(
        "{PUPILS}\r\n14WX;14WX00;Both;SO/VSO;41234;34;ALMERE;90;80\r\n14WX;14WX01;Vso;VSO;41234;34;ALMERE;70;60\r\n\
         14WY;14WY00;Sbo;SBO;41234;34;ALMERE;50;40\r\n"
    );
    let files = DuoFiles {
        locations: vec![opened("02-vo.csv", secondary.locations.as_bytes()), opened("09.csv", special.as_bytes())],
        pupils: vec![opened("06.csv", counts_06.as_bytes()), opened("01-2024.csv", secondary.pupils.as_bytes())],
        postcodes: Some(opened("map.csv", MAP.as_bytes())),
        members: None,
    };
    let import = import(files, &"VO2401".parse().unwrap(), None, &mut |_| {}).unwrap();
    check_accounted(&import.report);
    assert_eq!(ids(&import), ["01AA00", "14WX00", "14WX01"]);
    assert_eq!(pupils(&import, "14WX00"), PupilCount::between(0, 90).unwrap(), "of 2024, as file 01");
    assert_eq!(pupils(&import, "14WX01"), PupilCount::Exact(70));
    assert_eq!(recipient(&import, "14WX01").kind, RecipientKind::School(SchoolKind::Vso));
}

#[test]
fn files_of_the_other_sector_are_named() {
    let primary = Files::new();
    let error = primary.import("VO2704", None).unwrap_err().to_string();
    assert!(
        error.starts_with("02.csv: is DUO's file 02 of primary education")
            && error.contains("reads DUO's file 02 of secondary"),
        "{error}"
    );
    let secondary = Secondary::new().location("01AA00", "1315 AB", "HAVO");
    let files = Files { locations: secondary.locations.into_bytes(), ..Files::new() };
    let error = files.error();
    assert!(error.starts_with("02.csv: is DUO's file 02 of secondary education"), "{error}");
}
