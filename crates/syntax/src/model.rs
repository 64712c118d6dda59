//! The files of the models: a mark, then sections, each a length and that many bytes. Read in
//! place, so that starting costs nothing.

/// The first bytes of every model file.
pub(crate) const MARK: &[u8; 4] = b"fcm1";

/// The sections of a model file, one after the other.
pub(crate) struct Sections<'m>(&'m [u8]);

impl<'m> Sections<'m> {
    /// Opens a file, if it is one.
    pub(crate) fn new(bytes: &'m [u8]) -> Option<Self> {
        bytes.strip_prefix(MARK).map(Self)
    }

    /// The next section.
    pub(crate) fn next(&mut self) -> Option<&'m [u8]> {
        let (length, rest) = self.0.split_first_chunk::<4>()?;
        let (section, rest) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
        self.0 = rest;
        Some(section)
    }
}

/// Writes a model file from its sections; those beyond 4 GiB are cut off.
pub(crate) fn write(sections: &[&[u8]]) -> Vec<u8> {
    let mut file = MARK.to_vec();
    for section in sections {
        let length = u32::try_from(section.len()).unwrap_or(u32::MAX);
        file.extend_from_slice(&length.to_le_bytes());
        file.extend_from_slice(section);
    }
    file
}
