//! Which ids of articles a run has, so that each means one article. An archive has many: of a given id a hash is kept, and
//! of articles that are called by their numbers in a file only which numbers there are.

use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
};

/// Every id, with how its article came. Of ten million ids two have one hash once in some hundred thousand runs.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    /// Those that came as text.
    articles: HashSet<u64>,
    /// Those that came as records.
    records: HashSet<u64>,
    /// Those that came as records, and once more: what follows belongs to the second time as likely as to the first.
    again: HashSet<u64>,
    /// The numbers of articles without an id of their own, by the name of their file.
    members: HashMap<String, Numbers>,
}

/// What a record of an article belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Belongs {
    /// To the records of an article.
    ToRecords,
    /// To an article that came before, and is left out without a word.
    ToRepeated,
    /// To no article record.
    Nowhere,
}

impl Ids {
    pub(crate) fn is_taken(&self, id: &str) -> bool {
        let hash = hash(id);
        let is_member = || {
            let (file, number) = split(id)?;
            Some(self.members.get(file)?.have(number))
        };
        self.articles.contains(&hash) || self.records.contains(&hash) || is_member().unwrap_or_default()
    }

    /// Takes the id of an article that came as text.
    pub(crate) fn take_article(&mut self, id: &str) {
        let mut is_number = || {
            let (file, number) = split(id)?;
            Some(self.members.get_mut(file)?.take(number))
        };
        if !is_number().unwrap_or_default() {
            self.articles.insert(hash(id));
        }
    }

    /// Takes the id of an article record; false if the article was there before.
    pub(crate) fn take_record(&mut self, id: &str) -> bool {
        if self.is_taken(id) {
            self.again.insert(hash(id));
            return false;
        }
        self.records.insert(hash(id));
        true
    }

    /// What a record of the article `id` belongs to.
    pub(crate) fn belongs(&self, id: &str) -> Belongs {
        let hash = hash(id);
        if self.again.contains(&hash) {
            Belongs::ToRepeated
        } else if self.records.contains(&hash) {
            Belongs::ToRecords
        } else {
            Belongs::Nowhere
        }
    }

    /// The name of a file whose articles are called by their numbers: `name`, or `whole` where another file has that.
    pub(crate) fn name(&mut self, name: &str, whole: &str) -> String {
        let is_free = |name: &String| !self.members.contains_key(name);
        let more = (2..).map(|count: u32| format!("{whole}#{count}"));
        let name = [name, whole].map(str::to_owned).into_iter().chain(more).find(is_free).unwrap_or_default();
        self.members.insert(name.clone(), Numbers::default());
        name
    }

    /// `wanted`, or with a number behind it where that is taken.
    pub(crate) fn distinct(&self, wanted: String) -> String {
        if !self.is_taken(&wanted) {
            return wanted;
        }
        let more = (2..).map(|count: u32| format!("{wanted}#{count}"));
        more.into_iter().find(|id| !self.is_taken(id)).unwrap_or(wanted)
    }
}

fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

/// The file and the number of an article that is called by these.
pub(crate) fn split(id: &str) -> Option<(&str, u32)> {
    let (file, number) = id.rsplit_once('#')?;
    let is_plain = number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0');
    Some((file, number.parse().ok().filter(|_| is_plain)?))
}

/// Numbers that were taken in rising order, as first and last of each run.
#[derive(Debug, Default)]
struct Numbers(Vec<(u32, u32)>);

impl Numbers {
    /// Takes a number behind the last one; false where it is none.
    fn take(&mut self, number: u32) -> bool {
        match self.0.last_mut() {
            Some((_, last)) if *last >= number => return false,
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => self.0.push((number, number)),
        }
        true
    }

    fn have(&self, number: u32) -> bool {
        let at = self.0.partition_point(|(_, last)| *last < number);
        self.0.get(at).is_some_and(|(first, _)| *first <= number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_mean_one_article_whether_given_or_counted() {
        let mut ids = Ids::default();
        assert_eq!(ids.name("day", "a/day"), "day");
        for id in ["day#1", "day#2", "x", "day#4", "y#1", "day#3"] {
            assert!(!ids.is_taken(id), "{id}");
            ids.take_article(id);
            assert!(ids.is_taken(id), "{id}");
        }
        assert_eq!((ids.members["day"].0.as_slice(), ids.articles.len()), (&[(1, 2), (4, 4)][..], 3));
        for id in ["day#5", "day#0", "day#+1", "day#01", "day#", "day", "#1", "day#99999999999"] {
            assert!(!ids.is_taken(id), "{id}");
        }
        assert_eq!(ids.name("day", "b/day"), "b/day");
        assert_eq!(ids.name("day", "b/day"), "b/day#2");
        assert_eq!(ids.distinct("day#1".to_owned()), "day#1#2");
    }

    #[test]
    fn records_belong_to_an_article_that_came_once() {
        let mut ids = Ids::default();
        ids.take_article("x");
        assert_eq!([ids.take_record("a"), ids.take_record("b"), ids.take_record("b")], [true, true, false]);
        assert!(!ids.take_record("x"));
        let belong = ["a", "b", "x", "z"].map(|id| ids.belongs(id));
        assert_eq!(belong, [Belongs::ToRecords, Belongs::ToRepeated, Belongs::ToRepeated, Belongs::Nowhere]);
    }
}
