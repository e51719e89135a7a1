//! What the regions say of basisondersteuning, and how scans and norms are
//! put together.

use std::collections::BTreeSet;

use swv_core::norm::{LayerStatus, ScanResult};
use swv_core::{NationalNorm, NormLevel, NormStanding, NormSubject, Sector, SelfScan, Status};
use swv_host::{Held, NormComparison, NormReport, Region, RegionError, ScansReport};
use swv_tests::{REGIONS, region};

fn almere(sector: Sector) -> NormReport {
    region("almere").norm(sector).unwrap()
}

fn ids(norm: &NormReport, level: NormLevel) -> Vec<&str> {
    norm.items.iter().filter(|item| item.level == level).map(|item| item.id.as_str()).collect()
}

#[test]
fn each_region_has_its_own_standing() {
    use NormStanding::{NoneByChoice, Norm, Silent};
    let standings = REGIONS.map(|id| region(id).norm(Sector::Po).unwrap().status);
    assert_eq!(standings, [Norm, Silent, NoneByChoice]);
    assert_eq!(almere(Sector::Vo).status, Norm);
}

/// Annex XI, 3: levels 1 and 2 are the basic norm, 3 is the target, 4 is
/// specialised.
#[test]
fn the_four_levels_of_almere_are_three_of_the_norm() {
    for sector in [Sector::Po, Sector::Vo] {
        for item in almere(sector).items.iter().filter(|item| item.id.contains("-niveau-")) {
            let expected = match item.document_level {
                Some(1 | 2) => NormLevel::Basis,
                Some(3) => NormLevel::Target,
                Some(4) => NormLevel::Specialised,
                other => panic!("{}: level {other:?}", item.id),
            };
            assert_eq!(item.level, expected, "{}", item.id);
            assert!(item.id.ends_with(&format!("-niveau-{}", item.document_level.unwrap())), "{}", item.id);
        }
    }
}

/// Annex XI, 4: six themes, of which one in primary education only.
#[test]
fn almere_has_six_themes_in_primary_and_five_in_secondary_education() {
    let themes = |sector| {
        let of_level_one = |id: &&str| id.ends_with("-niveau-1");
        ids(&almere(sector), NormLevel::Basis).into_iter().filter(of_level_one).map(str::to_owned).collect::<Vec<_>>()
    };
    let (po, vo) = (themes(Sector::Po), themes(Sector::Vo));
    assert_eq!((po.len(), vo.len()), (6, 5));
    let only_po: Vec<_> = po.iter().filter(|theme| !vo.contains(theme)).collect();
    assert_eq!(only_po, ["moeilijk-lerend-niveau-1"]);
}

/// Annex XI, 2.3: the two networks, and the plan below the leaving level.
#[test]
fn primary_and_secondary_education_in_almere_differ_where_the_norm_says_so() {
    let sectors = [Sector::Po, Sector::Vo].map(|sector| {
        let norm = almere(sector);
        norm.items.into_iter().map(|item| item.id).filter(|id| !id.starts_with("moeilijk")).collect::<BTreeSet<_>>()
    });
    let only = |one: usize, other: usize| sectors[one].difference(&sectors[other]).cloned().collect::<Vec<_>>();
    assert_eq!(only(0, 1), ["netwerk-in-de-wijk", "wijkondersteuningsprofiel"]);
    assert_eq!(only(1, 0), ["klankbordgroep", "opp-bij-lager-uitstroomniveau"]);
}

/// Annex XI, 4: three protocols by law.
#[test]
fn three_protocols_of_almere_are_demanded_by_law() {
    let norm = almere(Sector::Vo);
    let protocols = norm.items.iter().filter(|item| item.statutory && item.id.starts_with("protocol-"));
    let protocols: Vec<_> = protocols.map(|item| item.id.as_str()).collect();
    assert_eq!(protocols, ["protocol-veiligheid", "protocol-medisch-handelen", "protocol-meldcode"]);
}

/// Annex XI, annex 1: three lines in 2024, ten to 2026.
#[test]
fn the_agenda_of_almere_has_the_terms_that_are_printed() {
    let agenda = almere(Sector::Po).agenda;
    let printed = |section: &str| {
        let of_list = agenda.iter().filter(|line| line.source.as_ref().unwrap().section.ends_with(section));
        of_list.map(|line| (line.term.clone().unwrap(), line.until.unwrap().to_string())).collect::<Vec<_>>()
    };
    let of_2024 = printed("uitvoeringsagenda 2024");
    let expected = [("april/mei", "2024-05-31"), ("mei/juni", "2024-06-30"), ("april/mei/juni", "2024-06-30")];
    assert_eq!(of_2024, expected.map(|(term, day)| (term.to_owned(), day.to_owned())));
    let to_2026 = printed("uitvoeringsagenda 2024-2026");
    assert_eq!(to_2026.len(), 10);
    let long: Vec<_> = to_2026.iter().filter(|(term, day)| term == "24-26" && day == "2026-07-31").collect();
    assert_eq!(long.len(), 2, "accounting to one another, and the right to be heard");
    assert!(agenda.iter().all(|line| line.until.is_none() || line.status == Status::Interpreted));
}

#[test]
fn zuid_kennemerland_sets_no_norm_and_the_parts_of_its_profile_are_owed_instead() {
    let norm = region("zuid-kennemerland").norm(Sector::Po).unwrap();
    assert_eq!(ids(&norm, NormLevel::Basis), [""; 0]);
    let parts: BTreeSet<_> = norm.items.iter().map(|item| item.aspect.nl.as_str()).collect();
    for part in ["deel 1 populatie", "deel 2 onderwijsaanbod", "deel 3 professionaliteit"] {
        assert!(parts.contains(part), "{part}");
    }
    let advised = [
        "sop-jaarlijks-geactualiseerd",
        "sop-populatie-gevolgd",
        "hoogbegaafdheid-beleidsplan",
        "hoogbegaafdheid-professionalisering",
    ];
    assert_eq!(ids(&norm, NormLevel::Advised), advised);
    assert!(norm.items.iter().all(|item| item.sectors == [Sector::Po]));
}

#[test]
fn haarlemmermeer_describes_and_owes_nothing() {
    let norm = region("haarlemmermeer").norm(Sector::Po).unwrap();
    assert!(!norm.items.is_empty() && norm.items.iter().all(|item| item.level == NormLevel::Described));
    assert!(norm.reasoning.unwrap().contains("volledige ondersteuningsplan"));
}

/// A shared list that holds what nobody says is a list that nobody kept up.
#[test]
fn every_shared_subject_is_one_of_some_region() {
    let compared = comparison(&REGIONS, None);
    let named: Vec<_> = compared.subjects.iter().map(|subject| subject.subject.as_str()).collect();
    let all: Vec<_> = NormSubject::all().iter().map(|subject| subject.id).collect();
    assert_eq!(named, all);
}

#[test]
fn a_sector_that_a_region_does_not_have_is_told_apart() {
    let error = region("haarlemmermeer").norm(Sector::Vo).unwrap_err();
    assert!(matches!(error, RegionError::Sector { .. }), "{error}");
}

fn comparison(ids: &[&str], national: Option<&NationalNorm>) -> NormComparison {
    let regions: Vec<Region> = ids.iter().map(|id| region(id)).collect();
    NormComparison::of(&regions, Sector::Po, national).unwrap()
}

#[test]
fn norms_are_compared_by_subject_and_silence_is_no_lack() {
    let compared = comparison(&REGIONS, None);
    let held = |subject: &str| {
        let found = compared.subjects.iter().find(|known| known.subject == subject).unwrap();
        found.regions.values().map(|holding| holding.held).collect::<Vec<_>>()
    };
    assert_eq!(held("medisch-handelen"), [Held::Owed, Held::Silent, Held::Lacks]);
    assert_eq!(held("ontwikkelingsperspectief"), [Held::Owed, Held::Stated, Held::Owed]);
    assert_eq!(held("zelfevaluatie"), [Held::Stated, Held::Silent, Held::Lacks]);
    assert_eq!(compared.same, [""; 0], "a region that is silent owes nothing for certain");
    let [almere, haarlemmermeer, zuid_kennemerland] = compared.regions.as_slice() else { panic!() };
    assert!(almere.owed_only_here.contains(&"medisch-handelen".to_owned()));
    assert!(haarlemmermeer.lacks.is_empty() && haarlemmermeer.unknown.contains(&"rekenen".to_owned()));
    assert!(zuid_kennemerland.lacks.contains(&"medisch-handelen".to_owned()));
    assert!(zuid_kennemerland.less_here.contains(&"ondersteuningsstructuur".to_owned()));
}

#[test]
fn what_two_regions_owe_alike_is_the_same() {
    let same = comparison(&["almere", "zuid-kennemerland"], None).same;
    let expected = [
        "basiskwaliteit",
        "ondersteuningsprofiel",
        "expertise-in-de-school",
        "ambities",
        "scholing",
        "ontwikkelingsperspectief",
        "samenwerking-met-ouders",
        "ketenpartners",
        "meldcode",
        "begaafdheid",
    ];
    assert_eq!(same, expected);
}

/// A national norm that nobody has set, to hold the regions against.
fn national() -> NationalNorm {
    let item = |id: &str, sectors: &str| {
        format!(
            r#"{{ "id": "{id}", "subject": "{id}", "level": "basis", "sectors": [{sectors}],
                "aspect": {{ "nl": "verzonnen", "en": "made up" }},
                "obligation": {{ "nl": "verzonnen", "en": "made up" }},
                "provenance": {{ "status": "explicit", "source": {{ "document": "verzonnen", "section": "1" }} }} }}"#
        )
    };
    let items = [
        item("rekenen", r#""po", "vo""#),
        item("populatie", r#""po""#),
        item("ondersteuningsstructuur", r#""po""#),
        item("meldcode", r#""vo""#),
    ];
    let text = format!(r#"{{ "title": "verzonnen", "status": "synthetic", "items": [{}] }}"#, items.join(","));
    serde_json::from_str(&text).unwrap()
}

#[test]
fn regions_are_held_against_a_national_norm_of_the_sector() {
    let compared = comparison(&REGIONS, Some(&national()));
    assert_eq!(compared.national.as_ref().unwrap().status, LayerStatus::Synthetic);
    let against = |index: usize| compared.regions[index].against_national.clone().unwrap();
    let (almere, haarlemmermeer, zuid_kennemerland) = (against(0), against(1), against(2));
    assert_eq!(
        (almere.covers, almere.lacks),
        (vec!["ondersteuningsstructuur".to_owned(), "rekenen".to_owned()], vec!["populatie".to_owned()])
    );
    assert_eq!(haarlemmermeer.unknown, ["populatie", "ondersteuningsstructuur", "rekenen"]);
    assert_eq!(
        (zuid_kennemerland.covers, zuid_kennemerland.less),
        (vec!["populatie".to_owned()], vec!["ondersteuningsstructuur".to_owned()])
    );
    assert_eq!(zuid_kennemerland.lacks, ["rekenen"]);
    assert!(almere.beyond.contains(&"meldcode".to_owned()), "of the other sector, so beyond this one");
}

#[test]
fn a_region_without_the_sector_is_left_out_of_a_comparison_by_name() {
    let regions: Vec<Region> = REGIONS.iter().map(|id| region(id)).collect();
    let compared = NormComparison::of(&regions, Sector::Vo, None).unwrap();
    assert_eq!((compared.regions.len(), compared.left_out.len()), (1, 2));
}

/// A made-up school that answers yes to everything owed but these.
fn school(name: &str, district: Option<&str>, board: Option<&str>, but: &[(&str, &str)]) -> (String, SelfScan) {
    let owed = almere(Sector::Po).items.into_iter().filter(|item| item.level.is_owed()).map(|item| item.id);
    let answer = |id: String| {
        let other = but.iter().find(|(known, _)| *known == id);
        let answer = other.map_or("yes", |(_, answer)| answer).to_owned();
        (id, answer)
    };
    let more =
        but.iter().filter(|(id, _)| id.ends_with("-3")).map(|(id, answer)| ((*id).to_owned(), (*answer).to_owned()));
    let scan = SelfScan {
        school: name.to_owned(),
        location: None,
        sector: Sector::Po,
        district: district.map(str::to_owned),
        board: board.map(str::to_owned),
        scanned_on: None,
        synthetic: true,
        answers: owed.map(answer).chain(more).collect(),
    };
    (format!("{name}.toml"), scan)
}

fn scans(scans: &[(String, SelfScan)]) -> Result<ScansReport, RegionError> {
    region("almere").scans(Sector::Po, scans)
}

#[test]
fn schools_are_counted_by_district_by_board_and_all_together() {
    let report = scans(&[
        school("A", Some("Haven"), Some("41001"), &[]),
        school("B", Some("Haven"), Some("41002"), &[("zorgplicht", "no"), ("rekenen-niveau-3", "partly")]),
        school("C", None, Some("41001"), &[("zorgplicht", "unknown"), ("zorgadviesteam", "partly")]),
        school("D", Some("Buiten"), None, &[("zorgplicht", "unknown")]),
    ])
    .unwrap();
    let results: Vec<_> = report.scans.iter().map(|scan| scan.result).collect();
    assert_eq!(results, [ScanResult::Meets, ScanResult::FallsShort, ScanResult::FallsShort, ScanResult::Unknown]);
    let counts = |totals: &[swv_host::ScanTotal]| {
        let count = |total: &swv_host::ScanTotal| {
            (total.name.clone(), total.schools, total.meets, total.falls_short, total.unknown)
        };
        totals.iter().map(count).collect::<Vec<_>>()
    };
    let (buiten, haven) = (Some("Buiten".to_owned()), Some("Haven".to_owned()));
    assert_eq!(counts(&report.districts), [(buiten, 1, 0, 0, 1), (haven, 2, 1, 1, 0), (None, 1, 0, 1, 0)]);
    let (one, two) = (Some("41001".to_owned()), Some("41002".to_owned()));
    assert_eq!(counts(&report.boards), [(one, 2, 1, 1, 0), (two, 1, 0, 1, 0), (None, 1, 0, 0, 1)]);
    assert_eq!(counts(std::slice::from_ref(&report.whole)), [(None, 4, 1, 2, 1)]);
    assert_eq!((report.whole.works_towards_target, report.whole.meets_target), (1, 0));
    let item = report.whole.per_item.iter().find(|item| item.id == "zorgplicht").unwrap();
    assert_eq!((item.yes, item.partly, item.no, item.unknown), (1, 0, 1, 2));
    assert!(report.synthetic);
    for total in report.districts.iter().chain(&report.boards) {
        assert!(total.per_item.iter().all(|item| item.yes + item.partly + item.no + item.unknown == total.schools));
    }
}

/// The self-scan of a made-up school that answers so to every item but one.
fn scan_but(norm: &NormReport, all: &str, id: &str, answer: &str) -> Vec<(String, SelfScan)> {
    let answers = norm.items.iter().map(|item| {
        let word = if item.id == id { answer } else { all };
        (item.id.clone(), word.to_owned())
    });
    let scan = SelfScan {
        school: "S".to_owned(),
        location: None,
        sector: norm.sector,
        district: None,
        board: None,
        scanned_on: None,
        synthetic: true,
        answers: answers.collect(),
    };
    vec![("s.toml".to_owned(), scan)]
}

#[test]
fn every_item_of_every_region_counts_for_itself_and_for_what_its_level_says() {
    for id in REGIONS {
        let region = region(id);
        for sector in [Sector::Po, Sector::Vo] {
            let Ok(norm) = region.norm(sector) else { continue };
            let owes = norm.items.iter().any(|item| item.level.is_owed());
            for item in &norm.items {
                for answer in ["partly", "no", "unknown"] {
                    let report = region.scans(sector, &scan_but(&norm, "yes", &item.id, answer)).unwrap();
                    let scan = &report.scans[0];
                    let expected = match (owes, item.level.is_owed(), answer) {
                        (false, ..) => ScanResult::Unknown,
                        (true, false, _) => ScanResult::Meets,
                        (true, true, "unknown") => ScanResult::Unknown,
                        (true, true, _) => ScanResult::FallsShort,
                    };
                    assert_eq!(scan.result, expected, "{id} {sector} {} {answer}", item.id);
                    let named = [&scan.falls_short, &scan.works_towards].into_iter().flatten().cloned();
                    let named: Vec<_> = named.chain(scan.missing.iter().map(|missing| missing.what.clone())).collect();
                    let left_alone = !item.level.is_owed() && answer == "no";
                    assert_eq!(named.len(), usize::from(!left_alone), "{id} {sector} {} {answer}", item.id);
                    assert!(named.iter().all(|name| *name == item.id), "{id} {sector} {} {answer}", item.id);
                }
            }
        }
    }
}

#[test]
fn what_is_unknown_is_missing_by_name_and_not_met() {
    let report = scans(&[school("A", None, None, &[("zorgplicht", "unknown")])]).unwrap();
    let scan = &report.scans[0];
    let item = scan.per_item.iter().find(|item| item.id == "zorgplicht").unwrap();
    assert_eq!(item.meets, None);
    let missing = scan.missing.iter().find(|missing| missing.what == "zorgplicht").unwrap();
    assert_eq!(missing.recipient.as_deref(), Some("A"));
    assert_eq!(scan.falls_short, [""; 0]);
}

#[test]
fn one_school_in_two_files_is_refused_beside_everything_else_that_is_wrong() {
    let (_, again) = school("A", None, None, &[]);
    let mut wrong = school("B", None, None, &[("zorgplicht", "soms")]);
    wrong.1.answers.push(("verzonnen".to_owned(), "yes".to_owned()));
    let error = scans(&[school("A", None, None, &[]), ("later.toml".to_owned(), again), wrong]).unwrap_err();
    let text = error.to_string();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3, "{error}");
    assert_eq!(lines[0], "later.toml: A is scanned in A.toml too; give one scan of each school");
    assert!(lines[1].starts_with("B.toml: answers: zorgplicht: \"soms\" is no answer"), "{error}");
    assert!(lines[2].starts_with("B.toml: answers: the norm has no item \"verzonnen\""), "{error}");
}

#[test]
fn schools_of_one_name_are_told_apart_by_their_location_or_their_board() {
    let with_location = |code: &str| {
        let (file, mut scan) = school("De Boog", None, None, &[]);
        scan.location = Some(code.parse().unwrap());
        (file, scan)
    };
    assert!(scans(&[with_location("12AB00"), with_location("12AB01")]).is_ok());
    assert!(scans(&[with_location("12AB00"), with_location("12AB00")]).is_err());
    assert!(scans(&[school("De Boog", None, Some("41001"), &[]), school("De Boog", None, Some("41002"), &[])]).is_ok());
}
