//! XML that is not to be trusted.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;

const EXPECTED: Expected = Expected { root: "r", namespace: "urn:r", attachment: "inhoud" };

fn read(text: &str) -> Result<Tree<'_>, XmlError> {
    parse(text.as_bytes(), &EXPECTED)
}

/// The error of a document within `<r xmlns="urn:r">`, which takes 17 columns.
#[track_caller]
fn inside(text: &str) -> XmlError {
    read(&format!("<r xmlns=\"urn:r\">{text}</r>")).err().unwrap()
}

#[track_caller]
fn check(error: &XmlError, (line, column): (usize, usize), path: &str, kind: &XmlErrorKind) {
    assert_eq!((error.position, error.path.as_str()), (Position { line, column }, path));
    assert_eq!(&error.kind, kind);
}

/// Names and texts of all elements, each after its depth.
fn outline(tree: &Tree<'_>) -> Vec<String> {
    let mut open = vec![(tree.root(), 0)];
    let mut lines = Vec::new();
    while let Some((element, depth)) = open.pop() {
        lines.push(format!("{depth} {} {:?}", element.name(), element.text()));
        let children: Vec<_> = element.children().map(|child| (child, depth + 1)).collect();
        open.extend(children.into_iter().rev());
    }
    lines
}

#[test]
fn elements_keep_their_order_text_and_place() {
    let text = "\u{feff}<?xml version='1.0' encoding='utf-8'?>\n<r xmlns='urn:r'>\n  <a> één <!-- x -->&amp; <![CDATA[<b>]]>&#x21; </a>\n  <b/>\n</r>\n";
    let tree = read(text).unwrap();
    assert_eq!(outline(&tree), ["0 r \"\"", "1 a \"één & <b>!\"", "1 b \"\""]);
    assert_eq!(tree.root().child("b").unwrap().position(), Position { line: 4, column: 3 });
    assert_eq!(tree.len(), 3);
    assert_eq!(tree.root().size(), 3);
}

#[test]
fn a_prefix_is_no_part_of_a_name_and_another_namespace_is() {
    let tree = read("<p:r xmlns:p='urn:r' xmlns:q='urn:q'><p:a/><q:a/><a/><p:b q:c='1' d='2'/></p:r>").unwrap();
    let expected = ["0 r", "1 a", "1 {urn:q}a", "1 {}a", "1 b", "2 @q:c", "2 @d"];
    assert_eq!(outline(&tree), expected.map(|line| format!("{line} \"\"")));
}

#[test]
fn a_root_of_another_namespace_or_name_is_refused() {
    let error = |text| read(text).err().unwrap();
    check(&error("<r/>"), (1, 1), "", &XmlErrorKind::Namespace { found: None, expected: "urn:r" });
    let other = XmlErrorKind::Namespace { found: Some("urn:q".to_owned()), expected: "urn:r" };
    check(&error("<r xmlns='urn:q'/>"), (1, 1), "", &other);
    assert!(other.to_string().contains("`urn:q`") && other.to_string().contains("`urn:r`"), "{other}");
    let root = XmlErrorKind::Root { found: "q".to_owned(), expected: "r" };
    check(&error("\n <q xmlns='urn:r'/>"), (2, 2), "", &root);
    let prefix = XmlErrorKind::UndeclaredPrefix { prefix: "p".to_owned() };
    check(&inside("<p:a/>"), (1, 18), "r", &prefix);
}

#[test]
fn a_doctype_is_refused_before_anything_of_it_counts() {
    let mut laughs = "<!DOCTYPE r [<!ENTITY a0 'ha'>".to_owned();
    for level in 1..12 {
        laughs.push_str(&format!("<!ENTITY a{level} '{}'>", format!("&a{};", level - 1).repeat(10)));
    }
    for doctype in [laughs.as_str(), "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>"] {
        let text = format!("<?xml version='1.0'?>\n{doctype}]>\n<r xmlns='urn:r'>&a11;</r>");
        check(&read(&text).err().unwrap(), (2, 1), "", &XmlErrorKind::Doctype);
    }
    check(&read("<!DOCTYPE r><r xmlns='urn:r'/>").err().unwrap(), (1, 1), "", &XmlErrorKind::Doctype);
    let inner = inside("<!DOCTYPE r>");
    assert_eq!(inner.kind, XmlErrorKind::Doctype);
}

#[test]
fn an_entity_that_xml_does_not_have_is_refused() {
    let problem = XmlErrorKind::Entity { name: "euro".to_owned() };
    check(&inside("<a>&euro;</a>"), (1, 21), "r/a", &problem);
    assert!(problem.to_string().contains("`&euro;`"), "{problem}");
}

#[test]
fn every_limit_holds_at_its_edge() {
    let nested = |depth: usize| format!("{}{}", "<a>".repeat(depth - 1), "</a>".repeat(depth - 1));
    let within = |text: &str| read(&format!("<r xmlns=\"urn:r\">{text}</r>")).is_ok();
    assert!(within(&nested(MAX_DEPTH)));
    assert_eq!(inside(&nested(MAX_DEPTH + 1)).kind, XmlErrorKind::TooDeep);
    assert!(within(&"<a/>".repeat(MAX_ELEMENTS - 1)));
    assert_eq!(inside(&"<a/>".repeat(MAX_ELEMENTS)).kind, XmlErrorKind::TooManyElements);
    let text = |length: usize| format!("<a>{}</a>", "x".repeat(length));
    assert!(within(&text(MAX_TEXT_BYTES)));
    check(&inside(&text(MAX_TEXT_BYTES + 1)), (1, 21), "r/a", &XmlErrorKind::TextTooLong);
    let attachment = |length: usize| format!("<inhoud>{}</inhoud>", "x".repeat(length));
    assert!(within(&attachment(MAX_ATTACHMENT_BYTES)));
    assert_eq!(inside(&attachment(MAX_ATTACHMENT_BYTES + 1)).kind, XmlErrorKind::AttachmentTooLong);
    let attributes = |count: usize| (0..count).map(|at| format!(" a{at}=''")).collect::<String>();
    assert!(within(&format!("<a{}/>", attributes(MAX_ATTRIBUTES))));
    assert_eq!(inside(&format!("<a{}/>", attributes(MAX_ATTRIBUTES + 1))).kind, XmlErrorKind::TooManyAttributes);
    assert!(within(&format!("<{}/>", "a".repeat(MAX_NAME_BYTES))));
    assert_eq!(inside(&format!("<{}/>", "a".repeat(MAX_NAME_BYTES + 1))).kind, XmlErrorKind::NameTooLong);
    assert_eq!(inside(&format!("<a {}=''/>", "a".repeat(MAX_NAME_BYTES + 1))).kind, XmlErrorKind::NameTooLong);
    let spaces = |count: usize| (0..count).map(|at| format!(" xmlns:n{at}='urn:{at}'")).collect::<String>();
    let error = inside(&format!("<a{}/>", spaces(MAX_NAMESPACES)));
    assert!(matches!(error.kind, XmlErrorKind::Malformed { .. }), "{error:?}");
}

#[test]
fn pieces_of_one_text_count_together() {
    let half = "x".repeat(MAX_TEXT_BYTES / 2);
    let text = format!("<a>{half}<!-- -->{half}&#120;</a>");
    assert_eq!(inside(&text).kind, XmlErrorKind::TextTooLong);
}

#[test]
fn only_utf_8_of_xml_1_0_is_read() {
    let error = parse(b"<r xmlns='urn:r'>\n\xC3\xA9\xE9</r>", &EXPECTED).err().unwrap();
    check(&error, (2, 2), "", &XmlErrorKind::NotUtf8 { byte: 0xE9 });
    assert!(error.kind.to_string().starts_with("byte 0xE9 is not UTF-8"), "{error:?}");
    let utf_16: Vec<u8> = "\u{feff}<r/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let error = parse(&utf_16, &EXPECTED).err().unwrap();
    check(&error, (1, 1), "", &XmlErrorKind::Utf16(swv_core::reading::NotUtf8::Utf16));
    let declared = |declaration: &str| read(&format!("{declaration}<r xmlns='urn:r'/>")).err().unwrap().kind;
    assert_eq!(
        declared("<?xml version='1.0' encoding='ISO-8859-1'?>"),
        XmlErrorKind::Encoding { declared: "ISO-8859-1".to_owned() }
    );
    assert_eq!(declared("<?xml version='1.1'?>"), XmlErrorKind::Version { declared: "1.1".to_owned() });
    assert_eq!(declared(" <?xml version='1.0'?>"), XmlErrorKind::LateDeclaration);
    assert!(matches!(declared("<?xml encoding='utf-8'?>"), XmlErrorKind::Malformed { .. }));
}

#[test]
fn a_character_that_xml_forbids_is_refused_also_by_its_number() {
    check(&inside("<a>xy\u{1}</a>"), (1, 23), "r/a", &XmlErrorKind::Character { code: 1 });
    check(&inside("<a><![CDATA[x\u{1}]]></a>"), (1, 31), "r/a", &XmlErrorKind::Character { code: 1 });
    for reference in ["&#1;", "&#xFFFF;"] {
        let problem = inside(&format!("<a>{reference}</a>")).kind;
        assert!(matches!(problem, XmlErrorKind::Character { .. }), "{problem:?}");
    }
    for reference in ["&#0;", "&#xD800;", "&#x110000;", "&#;", "&#99999999999;"] {
        let problem = inside(&format!("<a>{reference}</a>")).kind;
        assert!(matches!(problem, XmlErrorKind::Malformed { .. }), "{reference}: {problem:?}");
    }
}

#[test]
fn a_file_that_is_cut_short_tells_what_is_still_open() {
    let error = |text| read(text).err().unwrap();
    let open = |open: &str| XmlErrorKind::Truncated { open: open.to_owned() };
    check(&error("<r xmlns='urn:r'><a>\nx"), (2, 2), "r/a", &open("a"));
    check(&error("<r xmlns='urn:r'>"), (1, 18), "r", &open("r"));
    for text in ["<r xmlns='urn:r'><a", "<r xmlns='urn:r'></", "<r xmlns='urn:r'><!-- ", "<r xmlns='urn:r"] {
        assert!(matches!(error(text).kind, XmlErrorKind::Malformed { .. }), "{text}");
    }
}

#[test]
fn one_root_and_nothing_else_is_a_document() {
    for text in ["", " \n", "<?xml version='1.0'?>", "<!-- r -->"] {
        assert_eq!(read(text).err().unwrap().kind, XmlErrorKind::NoRoot, "{text:?}");
    }
    for text in [
        "<r xmlns='urn:r'/>x",
        "x<r xmlns='urn:r'/>",
        "<r xmlns='urn:r'/>&amp;",
        "<r xmlns='urn:r'/><r xmlns='urn:r'/>",
    ] {
        assert_eq!(read(text).err().unwrap().kind, XmlErrorKind::OutsideRoot, "{text:?}");
    }
    assert!(read("<r xmlns='urn:r'/>\n<!-- na -->\n").is_ok());
}

#[test]
fn tags_that_do_not_match_are_told_with_their_place() {
    let error = inside("\n<a></b>");
    assert_eq!((error.position, error.path.as_str()), (Position { line: 2, column: 4 }, "r/a"));
    let text = error.kind.to_string();
    assert!(text.contains("`</a>`") && text.contains("`</b>`"), "{text}");
    for text in ["</b>", "<a b/>", "<a b='1' b='2'/>", "<a b=1/>", "a & b", "<!-- a -- b -->"] {
        let problem = inside(text).kind;
        assert!(matches!(problem, XmlErrorKind::Malformed { .. }), "{text}: {problem:?}");
    }
}

#[test]
fn a_message_stays_short_whatever_the_file_holds() {
    let long = "x".repeat(5000);
    for text in [format!("<a></{long}>"), format!("<a>&{long};</a>"), format!("<p{long}:a/>")] {
        let message = inside(&text).kind.to_string();
        assert!(message.len() < 600, "{} bytes", message.len());
    }
}
