//! `[aliases]`: other names by which a desk knows that one person or body is meant. They take the place of what the
//! articles write before anything is compared; quotes stay as they are.

use std::collections::{BTreeMap, HashMap};

use factcheck_core::record::Records;
use serde::Deserialize;

/// The other names of each name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub(crate) struct Aliases(pub(crate) BTreeMap<String, Vec<String>>);

impl Aliases {
    pub(super) fn check(&self) -> Result<(), String> {
        let mut owners: HashMap<String, &str> = HashMap::new();
        for (name, others) in &self.0 {
            for other in others {
                let before = owners.insert(other.to_lowercase(), name);
                if let Some(before) = before.filter(|before| before != name) {
                    return Err(format!(
                        "aliases: \"{other}\" is an alias of \"{before}\" and of \"{name}\""
                    ));
                }
                let is_name = |known: &&String| known.to_lowercase() == other.to_lowercase();
                if let Some(known) = self.0.keys().find(is_name).filter(|known| *known != name) {
                    return Err(format!(
                        "aliases: \"{other}\" is an alias of \"{name}\" and a name, \"{known}\""
                    ));
                }
            }
        }
        Ok(())
    }

    /// Writes the desk's names into the records.
    pub(crate) fn apply(&self, records: &mut [Records]) {
        if self.0.is_empty() {
            return;
        }
        let names: HashMap<String, &str> = self
            .0
            .iter()
            .flat_map(|(name, others)| others.iter().map(move |other| (other.to_lowercase(), name.as_str())))
            .collect();
        let rename = |text: &mut String| {
            let bare = text.strip_prefix("the ").or_else(|| text.strip_prefix("The ")).unwrap_or(text);
            let known = [text.as_str(), bare].iter().find_map(|text| names.get(&text.to_lowercase()));
            if let Some(name) = known {
                (*name).clone_into(text);
            }
        };
        for records in records {
            for claim in &mut records.claims {
                let texts = [&mut claim.subject, &mut claim.object, &mut claim.location, &mut claim.speaker];
                texts.into_iter().chain([&mut claim.anchor]).chain(&mut claim.names).for_each(rename);
                claim.names.sort();
                claim.names.dedup();
            }
            for event in &mut records.events {
                let names = event.participants.iter_mut().map(|one| &mut one.name);
                names.chain([&mut event.location, &mut event.speaker]).for_each(rename);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use super::*;

    #[test]
    fn a_name_has_one_meaning() {
        let a = |text: &str| {
            let aliases: Aliases = toml::from_str(text).expect("a table");
            aliases.check().err().unwrap_or_default()
        };
        snap!(a("Harbour = [\"Port\", \"port\"]"), @"");
        snap!(a("Harbour = [\"Port\"]\nQuay = [\"port\"]"), @r#"aliases: "port" is an alias of "Harbour" and of "Quay""#);
        snap!(a("Harbour = [\"Quay\"]\nQuay = []"), @r#"aliases: "Quay" is an alias of "Harbour" and a name, "Quay""#);
    }
}
