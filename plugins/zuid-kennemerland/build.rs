//! Reads the regulation beside the source and embeds it.

fn main() {
    swv_regulation::embed();
}
