//! Hostile and broken pages.

use insta::assert_snapshot as snap;
use proptest::prelude::*;

use dom_query::Document;

use super::{fields, fragment, plain};
use crate::bounds::MOST_LEVELS;

/// The text of a page with this body, or why it is not read.
fn p(body: &str) -> String {
    fields(body.as_bytes().to_vec(), None, "")
        .map_or_else(|reason| reason, |fields| format!("{:?}", fields.text))
}

#[test]
fn scripts_are_no_text_and_entities_are() {
    snap!(p("<body><script>var a = '<p>Shares fell 9 percent.</p>';</script><p>Fish &amp; chips &lt;b&gt; &euro;5 &#8220;so&#x201d; &nosuch; AT&T</p>"), @r#""Fish & chips <b> €5 “so” &nosuch; AT&T\n""#);
    snap!(p("<body><p>One.</p><script>never closed <p>Two.</p>"), @r#""One.\n""#);
    snap!(p("<body><p>One.<!-- <p>Two.</p> --></p><style><p>Three.</p></style><p>a < b and 5<6</p><!-- never closed"), @r#""One.\n\na < b and 5<6\n""#);
    snap!(p("<body><p title=\"a > b\">One.</p><p title='>'>Two</p><a href=x\"y>Three.</a>"), @r#""One.\n\nTwo\n\nThree.\n""#);
    snap!(p("<body><p>One\u{0}two\u{7}three</p>"), @r#""Onetwo three\n""#);
    snap!(p("<html></html>"), @"no text in the page");
    snap!(p("<"), @r#""<\n""#);
}

#[test]
fn what_is_nested_too_deep_is_named() {
    for tag in
        ["div", "span", "table><tr><td", "ul><li", "blockquote", "a><div", "x-y", "button", "p><object"]
    {
        let page = format!("<body>{}<p>Deep.</p>", format!("<{tag}>").repeat(5000));
        let said = p(&page);
        assert!(
            said.contains("elements inside each other")
                || said.contains("Deep")
                || said == "no text in the page",
            "{tag}: {said}"
        );
    }
    // Marks in a line are no elements, and what never ends needs no end.
    snap!(p(&format!("<body>{}<p>Marked.</p>", "<b><i><font size=1>".repeat(5000))), @r#""Marked.\n""#);
    snap!(p(&format!("<body>{}Broken.", "Line.<br>".repeat(3))), @r#""Line.\n\nLine.\n\nLine.\n\nBroken.\n""#);
    assert!(p(&"<p>One".repeat(5000)).starts_with("\"One\\n\\nOne"));
}

/// Elements in the tree of a page, and how deep the deepest stands; `None` where no tree is built.
fn tree(page: &str) -> Option<(usize, usize)> {
    let document = Document::from(plain::plain(page).ok()?.html);
    let (mut nodes, mut many, mut deepest) = (vec![(document.root(), 0)], 0, 0);
    while let Some((node, level)) = nodes.pop() {
        (many, deepest) = (many + 1, deepest.max(level));
        nodes.extend(node.children_it(false).map(|child| (child, level + 1)));
    }
    Some((many, deepest))
}

/// Tags that end one another, or not.
const TAGS: [&str; 42] = [
    "<p>",
    "</p>",
    "<li>",
    "</li>",
    "<dd>",
    "</dd>",
    "<dt>",
    "<ul>",
    "</ul>",
    "<dl>",
    "</dl>",
    "<a>",
    "</a>",
    "<div>",
    "</div>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<caption>",
    "<button>",
    "</button>",
    "<h1>",
    "<h2>",
    "</h1>",
    "<option>",
    "<optgroup>",
    "<form>",
    "</form>",
    "<br>",
    "<span>",
    "<rt>",
    "<body a=1>",
    "</body>",
    "<section>",
    "</section>",
    "<title>",
    "</title>",
    "<x-y>",
    "a",
    "word. ",
];

#[test]
fn floods_of_tags_build_no_deep_tree() {
    for flood in [
        "<p>x<li><dd>",
        "<dt><dd><dl>",
        "<li><ul></li>",
        "<optgroup>",
        "<dd><li>",
        "<option><p>",
        "<dt></dl><li>",
    ] {
        if let Some((many, deepest)) = tree(&flood.repeat(2000)) {
            assert!(deepest <= 2 * MOST_LEVELS && many < 20_000, "{flood}: {many} elements, {deepest} deep");
        }
    }
}

#[test]
fn attributes_without_end_are_not_compared() {
    let many: String = (0..5000).fold(String::new(), |all, number| format!("{all} a{number}=1"));
    let made = plain::plain(&format!("<div{many}>One.</div>")).unwrap_or_default();
    assert_eq!(made.html, "<div>One.</div>");
}

#[test]
fn a_page_that_is_dear_to_search_is_taken_whole() {
    let page = format!("<body>{}{}", "<div>a".repeat(200), "<p>x</p>".repeat(25_000));
    let found = fields(page.into_bytes(), None, "").map(|fields| fields.text);
    assert_eq!(found.map(|text| (text.matches('a').count(), text.matches('x').count())), Ok((200, 25_000)));
}

#[test]
fn fragments() {
    let f = |html: &str| fragment(html).unwrap_or_else(|reason| reason).replace('\n', "/");
    snap!(f("<p>One <b>two</b>\n three.</p><ul><li>Four.<li>Five.</ul>Six.<br>Seven."), @"One two three.//Four.//Five.//Six.//Seven.");
    snap!(f("<table><tr><td>Port<td>Boxes<tr><td>Ravel<td>5,120</table>"), @"Port | Boxes//Ravel | 5,120");
    snap!(f("No marks."), @"No marks.");
    snap!(f("<p><a href=x>All of the story</a></p><p><a href=x>A sentence.</a></p>"), @"A sentence.");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_page_is_read(body in "(<(div|p|table|tr|td|a|script|li|title|h1|time datetime=\"2024-03-05\"|/div|/p|/table|/a|!--|svg)>?|[a-z .&;\"'<>=-]{0,8}){0,60}") {
        let _ = fields(body.into_bytes(), None, "https://a.example/2024/03/05/x");
    }

    #[test]
    fn no_flood_builds_a_deep_tree(tags in proptest::collection::vec(proptest::sample::select(&TAGS[..]), 1..6)) {
        if let Some((many, deepest)) = tree(&tags.concat().repeat(400)) {
            prop_assert!(deepest <= 2 * MOST_LEVELS, "{deepest} deep");
            prop_assert!(many <= 400 * tags.len() * 4 + 10, "{many} elements");
        }
    }

    #[test]
    fn plain_pages_stay_as_they_are(body in "[a-z <>/]{0,40}") {
        if let Ok(made) = plain::plain(&body) {
            prop_assert_eq!(plain::plain(&made.html).map(|again| again.html), Ok(made.html));
        }
    }
}
