//! `swv procedure`: a region's procedures, listed, shown and drawn.

use std::fs;

use insta::assert_snapshot;
use swv_core::procedure::Procedure;
use swv_tests::{Swv, region};

fn procedures() -> Vec<Procedure> {
    region("almere").procedures().unwrap().to_vec()
}

#[test]
fn the_procedures_of_a_region_are_listed() {
    let swv = Swv::new();
    assert_snapshot!("procedures_nl", swv.run("procedure almere"));
    assert_snapshot!("procedures_csv", swv.run("--lang en procedure almere --format csv"));
    let listed: Vec<Procedure> = serde_json::from_str(&swv.run("procedure almere --format json").stdout).unwrap();
    assert_eq!(listed, procedures());
}

#[test]
fn a_procedure_is_shown_with_all_that_the_region_states_of_it() {
    let swv = Swv::new();
    assert_snapshot!("procedure_nl", swv.run("procedure almere overbruggingsbudget"));
    assert_snapshot!(
        "procedure_sources",
        swv.run("--lang en procedure almere verlenging-toelaatbaarheidsverklaring --sources")
    );
    assert_snapshot!("procedure_csv", swv.run("--lang en procedure almere zorgplicht --format csv"));
    for procedure in procedures() {
        let id = &procedure.id;
        let shown = swv.run(&format!("procedure almere {id}"));
        assert_eq!((shown.code, shown.stderr.as_str()), (0, ""), "{id}");
        for part in
            procedure.terms.iter().map(|term| &term.what).chain(procedure.requirements.iter().map(|part| &part.what))
        {
            assert!(shown.stdout.contains(&part.nl), "{id}: {}", part.nl);
        }
        let json = swv.run(&format!("procedure almere {id} --format json")).stdout;
        assert_eq!(serde_json::from_str::<Procedure>(&json).unwrap(), procedure);
    }
}

#[test]
fn every_procedure_can_be_drawn() {
    let swv = Swv::new();
    assert_snapshot!("procedure_mermaid", swv.run("--lang en procedure almere overbruggingsbudget --draw mermaid"));
    for procedure in procedures() {
        let id = &procedure.id;
        let svg = swv.run(&format!("procedure almere {id} --draw svg"));
        assert!(svg.code == 0 && svg.stdout.starts_with("<svg ") && svg.stdout.ends_with("</svg>\n"), "{id}");
        let titles = procedure.states.iter().map(|state| state.title.nl.clone());
        let moving = procedure.steps.iter().filter(|step| step.to.is_some()).map(|step| step.title.nl.clone());
        for title in titles.chain(moving) {
            assert!(svg.stdout.contains(&title), "{id}: {title}");
        }
        let mermaid = swv.run(&format!("procedure almere {id} --draw mermaid"));
        assert!(mermaid.code == 0 && mermaid.stdout.starts_with("stateDiagram-v2\n"), "{id}");
    }
}

#[test]
fn a_drawing_goes_into_a_file_whole() {
    let swv = Swv::new();
    let answer = swv.run("procedure almere zorgplicht --draw svg --out zorgplicht.svg");
    assert_eq!((answer.code, answer.stdout.as_str(), answer.stderr.as_str()), (0, "", ""));
    let written = fs::read_to_string(swv.folder().join("zorgplicht.svg")).unwrap();
    assert_eq!(written, swv.run("procedure almere zorgplicht --draw svg").stdout);
    fs::create_dir(swv.folder().join("map")).unwrap();
    assert_snapshot!("procedure_out_is_a_folder", swv.run("procedure almere zorgplicht --draw svg --out map"));
}

#[test]
fn what_there_is_not_ends_with_2_and_the_nearest_name_first() {
    let swv = Swv::new();
    assert_snapshot!("unknown_procedure", swv.run("procedure almere toelaatbaarheid"));
    assert_snapshot!("unknown_region_of_procedure", swv.run("procedure almeer"));
    for line in ["procedure almere --draw svg", "procedure almere --sources", "procedure almere zorgplicht --out x.svg"]
    {
        assert_eq!(swv.run(line).code, 2, "{line}");
    }
}
