//! The name that was meant, where another was given.

use strsim::osa_distance;

/// The name most like the one given, where one of them is like it at all.
///
/// ```
/// use swv_core::nearest;
///
/// assert_eq!(nearest("aanvrag", ["besluit", "aanvraag"]), Some("aanvraag"));
/// assert_eq!(nearest("x", ["besluit", "aanvraag"]), None);
/// ```
pub fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = given.chars().count().div_ceil(3);
    let near = known.into_iter().map(|name| (osa_distance(given, name), name));
    near.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// The name that was meant by one of several words: the one most like it in
/// letters, or else the one that has the most of its words and the fewest
/// others, the first of several.
///
/// ```
/// use swv_core::nearest_in_words;
///
/// let known = ["leerlingen", "plaatsingen-gespecialiseerd", "plaatsingen-opvanghuis"];
/// assert_eq!(nearest_in_words("plaatsingen", known), Some("plaatsingen-gespecialiseerd"));
/// assert_eq!(nearest_in_words("Plaatsing_opvanghuizen", known), Some("plaatsingen-opvanghuis"));
/// assert_eq!(nearest_in_words("telefoon", known), None);
/// assert_eq!(nearest_in_words("wijk", ["plaatsen-day-a-week-school"]), None);
/// ```
pub fn nearest_in_words<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let words = |name: &str| -> Vec<String> {
        let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let given = words(given);
    if let Some(name) = nearest(&given.join("-"), known.iter().copied()) {
        return Some(name);
    }
    let likeness = |name: &&str| {
        let of_name = words(name);
        let is_like = |word: &String, other: &String| osa_distance(word, other) <= word.chars().count() / 4;
        let like = |word: &&String| word.len() > 2 && of_name.iter().any(|other| is_like(word, other));
        let shared = given.iter().filter(like).count();
        let exact = given.iter().filter(|word| of_name.contains(word)).count();
        (shared, exact, std::cmp::Reverse(of_name.len()))
    };
    let best = known.iter().map(likeness).max().filter(|(shared, ..)| *shared > 0)?;
    known.into_iter().find(|name| likeness(name) == best)
}
