//! What a page says of its article in JSON-LD, the vocabulary of schema.org.

use serde_json::Value;

/// The article of a page, "" for what is not said.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) headline: String,
    pub(super) publisher: String,
    pub(super) published: String,
    pub(super) modified: String,
    pub(super) url: String,
    /// The text, a paragraph a line where it has paragraphs; of a live blog that of its entries.
    pub(super) body: String,
}

/// More objects than that are no description of a page.
const MOST_OBJECTS: usize = 10_000;

/// Reads the blocks of a page. The first article that has a date is the page's own, else the first article.
pub(super) fn read(blocks: &[String]) -> Said {
    let values: Vec<Value> =
        blocks.iter().filter_map(|block| serde_json::from_str(cleaned(block)).ok()).collect();
    let objects = objects(&values);
    let articles: Vec<&Value> = objects.iter().copied().filter(|object| is_article(object)).collect();
    let dated = articles.iter().find(|article| !text(&article["datePublished"]).is_empty());
    let Some(article) = dated.or(articles.first()) else {
        // A page without an article may still say whose it is.
        let site = objects.iter().find(|object| is_a(object, |kind| kind == "WebSite"));
        return Said {
            publisher: site.map_or_else(String::new, |site| text(&site["name"])),
            ..Said::default()
        };
    };
    let publisher = [&article["publisher"], &article["sourceOrganization"], &article["provider"]];
    let publisher = publisher.into_iter().map(|value| name(value, &objects)).find(|name| !name.is_empty());
    let url = [&article["url"], &article["mainEntityOfPage"], &article["@id"]];
    let url = url.into_iter().map(address).find(|url| url.starts_with("http"));
    Said {
        headline: text(&article["headline"]),
        publisher: publisher.unwrap_or_default(),
        published: text(&article["datePublished"]),
        modified: text(&article["dateModified"]),
        url: url.unwrap_or_default(),
        body: of_same(article, &articles).map(body).find(|body| !body.is_empty()).unwrap_or_default(),
    }
}

/// An article and what else is said of it: some pages say its dates in one block and its text in another.
fn of_same<'a>(article: &'a Value, articles: &'a [&'a Value]) -> impl Iterator<Item = &'a Value> {
    let headline = text(&article["headline"]);
    let others = articles.iter().copied();
    let same = move |other: &&Value| !headline.is_empty() && text(&other["headline"]) == headline;
    [article].into_iter().chain(others.filter(same))
}

fn body(article: &Value) -> String {
    let own = text(&article["articleBody"]);
    let entries = article["liveBlogUpdate"].as_array().map_or(&[][..], Vec::as_slice);
    let told = entries.iter().flat_map(|entry| [text(&entry["headline"]), text(&entry["articleBody"])]);
    let lines = [own].into_iter().chain(told).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Some pages close their blocks as a comment or a section of another language.
fn cleaned(block: &str) -> &str {
    let block = block.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[");
    block.trim_end_matches("-->").trim_end_matches("//]]>").trim().trim_end_matches(';')
}

/// Every object, in the order of the page, those outside before those inside.
fn objects(values: &[Value]) -> Vec<&Value> {
    let mut found = Vec::new();
    let mut left: Vec<&Value> = values.iter().rev().collect();
    while let Some(value) = left.pop() {
        if found.len() >= MOST_OBJECTS {
            break;
        }
        match value {
            Value::Array(items) => left.extend(items.iter().rev()),
            Value::Object(fields) => {
                found.push(value);
                left.extend(fields.values().filter(|value| value.is_array() || value.is_object()));
            }
            _ => {}
        }
    }
    found
}

fn is_article(object: &Value) -> bool {
    is_a(object, |kind| kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report")
}

fn is_a(object: &Value, wanted: impl Fn(&str) -> bool) -> bool {
    let kinds = match &object["@type"] {
        Value::Array(kinds) => kinds.iter().collect(),
        kind => vec![kind],
    };
    kinds
        .into_iter()
        .filter_map(Value::as_str)
        .any(|kind| wanted(kind.rsplit(['/', ':']).next().unwrap_or(kind)))
}

/// The name of an organisation, written out, or said elsewhere under its id.
fn name(value: &Value, objects: &[&Value]) -> String {
    let value = if let Value::Array(items) = value { items.first().unwrap_or(&Value::Null) } else { value };
    let own = text(value);
    let own = if own.is_empty() { text(&value["name"]) } else { own };
    if !own.is_empty() {
        return own;
    }
    let Some(id) = value["@id"].as_str() else { return String::new() };
    let named = objects.iter().filter(|object| object["@id"] == id).map(|object| text(&object["name"]));
    named.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
}

fn address(value: &Value) -> String {
    let own = text(value);
    if own.is_empty() { text(&value["@id"]) } else { own }
}

fn text(value: &Value) -> String {
    let value = if let Value::Array(items) = value { items.first().unwrap_or(&Value::Null) } else { value };
    value.as_str().map(str::trim).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::*;

    #[test]
    fn articles_in_every_shape() {
        let r = |block: &str| {
            let Said { headline, publisher, published, modified, url, body } = read(&[block.to_owned()]);
            format!("{headline} | {publisher} | {published} | {modified} | {url}{body}")
        };
        snap!(r(r#"{"@type":"NewsArticle","headline":"Two cranes fall","datePublished":"2024-03-05","publisher":{"@type":"Organization","name":"The Quay"}}"#), @"Two cranes fall | The Quay | 2024-03-05 |  |");
        snap!(r(r#"[{"@type":"BreadcrumbList"},{"@type":["Article","ReportageNewsArticle"],"headline":["A"],"dateModified":"2024-03-06","publisher":"Dock","mainEntityOfPage":{"@id":"https://a.example/1"}}]"#), @"A | Dock |  | 2024-03-06 | https://a.example/1");
        // A graph whose publisher is said elsewhere.
        snap!(r(r##"{"@graph":[{"@type":"WebSite","@id":"#s","name":"Site"},{"@type":"Article","headline":"A","publisher":{"@id":"#o"}},{"@type":"Organization","@id":"#o","name":"Pier Daily"}]}"##), @"A | Pier Daily |  |  |");
        // Articles of a list of links are inside another object and have no date.
        snap!(r(r#"{"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"Other"}],"hasPart":{"@type":"LiveBlogPosting","headline":"Live","datePublished":"2024-03-05"}}"#), @"Live |  | 2024-03-05 |  |");
        snap!(r(r#"{"@type":"WebSite","name":"Site"}"#), @" | Site |  |  |");
        snap!(r("{"), @" |  |  |  |");
        snap!(r(&"[".repeat(100_000)), @" |  |  |  |");
    }
}
