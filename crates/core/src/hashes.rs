//! Many hashes in a record: nobody reads them, so that they are one short text, Base64 of their bytes with the lowest first. A
//! list of numbers is read too.

use std::fmt;

use base64::{Engine, prelude::BASE64_STANDARD_NO_PAD};
use serde::{
    Deserializer, Serializer,
    de::{self, SeqAccess, Visitor},
};

pub(crate) fn serialize<S: Serializer>(hashes: &[u32], serializer: S) -> Result<S::Ok, S::Error> {
    let bytes: Vec<u8> = hashes.iter().flat_map(|hash| hash.to_le_bytes()).collect();
    serializer.serialize_str(&BASE64_STANDARD_NO_PAD.encode(bytes))
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u32>, D::Error> {
    deserializer.deserialize_any(Reader)
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Vec<u32>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("hashes in Base64")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        let bytes = BASE64_STANDARD_NO_PAD.decode(text).map_err(E::custom)?;
        match bytes.as_chunks() {
            (hashes, []) => Ok(hashes.iter().map(|hash| u32::from_le_bytes(*hash)).collect()),
            _ => Err(E::custom("a hash has four bytes")),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut hashes = Vec::new();
        while let Some(hash) = list.next_element()? {
            hashes.push(hash);
        }
        Ok(hashes)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn hashes_come_back() {
        for (hashes, text) in [(vec![], ""), (vec![7], "BwAAAA"), (vec![1, u32::MAX], "AQAAAP////8")] {
            assert_eq!(serialize(&hashes, serde_json::value::Serializer).unwrap(), Value::from(text));
            assert_eq!(deserialize(Value::from(text)).unwrap(), hashes);
            assert_eq!(deserialize(json!(hashes)).unwrap(), hashes);
        }
        let told = |value: Value| deserialize(value).unwrap_err().to_string();
        assert_eq!(told("AQAA".into()), "a hash has four bytes");
        assert_eq!(told("A\u{e9}".into()).get(..14), Some("Invalid symbol"));
        assert!(told(7.into()).contains("hashes in Base64"));
    }
}
