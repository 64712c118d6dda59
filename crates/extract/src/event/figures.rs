//! The figures of a sentence, as they are printed: two accounts with one rare figure tell of one thing.

use crate::{time, tree::Tree};

/// The numbers of two digits and more that belong to no time, with a mark of money or share before them; sorted.
pub(super) fn of(tree: Tree, times: &[time::Found]) -> Vec<String> {
    let dated = |at: usize| times.iter().any(|time| tree.lies_in(at, time.span));
    let form = |at: usize| if at < tree.len() { tree.form(at) } else { "" };
    let mark = |at: usize| {
        let before = at.checked_sub(1).map(form).unwrap_or_default();
        let beside = [before, form(at), form(at + 1)];
        if [before, form(at)].iter().any(|form| form.contains(['$', '€', '£'])) {
            "$"
        } else if beside[1..].iter().any(|form| form.contains('%') || form.starts_with("percent")) {
            "%"
        } else {
            ""
        }
    };
    let mut figures: Vec<String> = (0..tree.len())
        .filter_map(|at| Some((at, figure(tree.form(at))?)))
        .filter(|(at, _)| !dated(*at))
        .map(|(at, figure)| mark(at).to_owned() + &figure)
        .collect();
    figures.sort();
    figures.dedup();
    figures
}

/// "$1,200" is 1200, "5.9%" is 5.9; nothing for single digits, and for words with other letters in them.
fn figure(form: &str) -> Option<String> {
    if !form.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let plain = form.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',') || !c.is_alphanumeric());
    if !plain || form.bytes().filter(u8::is_ascii_digit).count() < 2 {
        return None;
    }
    // Without the marks before and behind, most have nothing else in them.
    let bare = form.trim_matches(|c: char| !c.is_ascii_digit());
    if bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return Some(bare.to_owned());
    }
    Some(bare.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect())
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn keeps_what_is_printed() {
        assert_eq!(figure("$1,200").as_deref(), Some("1200"));
        assert_eq!(figure("5.9%").as_deref(), Some("5.9"));
        assert_eq!((figure("7"), figure("B52"), figure("...")), (None, None, None));
    }
}
