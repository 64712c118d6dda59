//! Which ids of articles a run has, so that each means one article.

use std::collections::HashMap;

/// Every id, with how its article came.
#[derive(Debug, Default)]
pub(crate) struct Ids(HashMap<String, Came>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Came {
    AsText,
    AsRecords,
    /// As records, and once more: what follows belongs to the second time as likely as to the first.
    Again,
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
        self.0.contains_key(id)
    }

    /// Takes the id of an article that came as text.
    pub(crate) fn take_article(&mut self, id: &str) {
        self.0.insert(id.to_owned(), Came::AsText);
    }

    /// Takes the id of an article record; false if the article was there before.
    pub(crate) fn take_record(&mut self, id: &str) -> bool {
        if let Some(came) = self.0.get_mut(id) {
            *came = Came::Again;
            return false;
        }
        self.0.insert(id.to_owned(), Came::AsRecords);
        true
    }

    /// What a record of the article `id` belongs to.
    pub(crate) fn belongs(&self, id: &str) -> Belongs {
        match self.0.get(id) {
            Some(Came::AsRecords) => Belongs::ToRecords,
            Some(Came::Again) => Belongs::ToRepeated,
            Some(Came::AsText) | None => Belongs::Nowhere,
        }
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
