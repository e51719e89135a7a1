use std::path::Path;
#[test]
fn dump() {
    for region in ["almere", "zuid-kennemerland", "haarlemmermeer"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../plugins").join(region);
        match swv_regulation::read(&folder) {
            Ok(r) => println!(
                "{region} procedures {} norm {}",
                r.procedures.unwrap_or_default().len(),
                r.norm.unwrap_or_default().len()
            ),
            Err(e) => println!("{e}"),
        }
    }
}
