//! Which files of a folder are articles.

use std::{
    collections::{BTreeMap, HashMap},
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use factcheck_core::coverage::Skipped;
use sha2::{Digest, Sha256};

use crate::{
    error::Error,
    formats, kinds,
    open::Head,
    sources::{self, Metadata, Sources},
    unpack::is_packed,
    walk::walk,
};

/// A file to be read, and what is known of it beside its content.
#[derive(Debug)]
pub(crate) struct Pending {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What it is called: its path inside the path given, with `/`.
    pub(crate) file: String,
    /// Its row of `sources.csv`.
    pub(crate) metadata: Option<Metadata>,
}

/// What is in a folder.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    /// The articles, by name.
    pub(crate) files: Vec<Pending>,
    /// Rows of `sources.csv` that cannot be used, and what cannot be read.
    pub(crate) skipped: Vec<Skipped>,
    /// What is no article of the run, and no fault of anything: hidden files, other sorts of files, copies.
    pub(crate) left_out: Vec<Skipped>,
}

/// The articles of a folder and of the folders inside it. What files do not say themselves stands in the
/// `sources.csv` of the innermost folder that knows them.
///
/// # Errors
/// The folder cannot be read, or has nothing in it to check or to say.
pub(crate) fn list(folder: &Path) -> Result<Listing, Error> {
    let walk = walk(folder, usize::MAX).map_err(|error| Error::io(folder, error))?;
    let mut listing = Listing { skipped: walk.skipped, ..Listing::default() };
    let mut left_out: BTreeMap<String, String> =
        walk.left_out.into_iter().map(|(name, why)| (name, why.to_owned())).collect();
    let mut files = BTreeMap::new();
    let folders = std::iter::once("").chain(walk.folders.iter().map(String::as_str));
    for inner in folders.filter(|inner| walk.files.contains(&join(inner, sources::NAME))) {
        for (file, metadata) in rows(&folder.join(inner), &mut listing.skipped) {
            files.insert(join(inner, &file), Some(metadata));
        }
    }
    for file in walk.files {
        let name = file.rsplit('/').next().unwrap_or_default();
        if files.contains_key(&file) || OWN.contains(&name) {
            continue;
        }
        match no_article(&folder.join(&file), Path::new(name)) {
            Some(why) => drop(left_out.insert(file, why.to_owned())),
            None => drop(files.insert(file, None)),
        }
    }
    left_out.retain(|name, _| !files.contains_key(name));
    let pending = |(file, metadata): (String, _)| Pending { path: folder.join(&file), file, metadata };
    listing.files = files.into_iter().map(pending).collect();
    left_out.extend(take_copies(&mut listing.files));
    listing.left_out = left_out.into_iter().map(|(place, reason)| Skipped { place, reason }).collect();
    if listing.files.is_empty() && listing.skipped.is_empty() {
        return Err(Error::NoArticles { path: folder.to_owned() });
    }
    Ok(listing)
}

/// Why a file that is not listed is none of the articles. What it is counts before what it is called; a page, a feed
/// or a web archive may be called anything that no other sort of file is.
fn no_article(path: &Path, name: &Path) -> Option<&'static str> {
    let head = head(path).unwrap_or_default();
    let is_document = head.starts_with(b"PK") && formats::is_in_folders(name);
    if let Some(said) = kinds::binary(&head).filter(|_| !is_document) {
        return Some(said);
    }
    if formats::is_in_folders(name) {
        return None;
    }
    if kinds::has_zeros(&head) && !is_packed(&head) {
        return Some(ZEROS);
    }
    let tells_itself = !formats::is_known(name) && formats::tells_itself(&Head::new(head, name));
    (!tells_itself).then_some(OTHER)
}

/// The first bytes of a file; of a pipe or a device none, which could wait for ever.
fn head(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if fs::metadata(path)?.is_file() {
        File::open(path)?.take(kinds::HEAD as u64).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// What is said of other data.
const ZEROS: &str = "no text: it has zero bytes";

/// What is said of other sorts of files.
const OTHER: &str = "no article by its name; listed in sources.csv or given itself it is read";

/// Files of this program beside articles.
pub(crate) const OWN: [&str; 2] = [sources::NAME, "factcheck.toml"];

/// The rows of a folder's `sources.csv` whose files are there.
fn rows(folder: &Path, skipped: &mut Vec<Skipped>) -> Vec<(String, Metadata)> {
    let table = shown(&folder.join(sources::NAME));
    let mut sources = Sources::read(folder, table.clone());
    let listed: Vec<String> = sources.files().map(str::to_owned).collect();
    for file in listed.iter().filter(|file| !folder.join(file).is_file()) {
        sources.drop_missing(file, &table);
    }
    skipped.extend(sources.problems(|_| true));
    listed.into_iter().filter_map(|file| Some((file.clone(), sources.get(&file)?.clone()))).collect()
}

/// Takes out files that have the same bytes as another and of which `sources.csv` says nothing; with their reasons.
fn take_copies(files: &mut Vec<Pending>) -> Vec<(String, String)> {
    let mut sizes = HashMap::<u64, usize>::new();
    let size = |file: &Pending| fs::metadata(&file.path).map(|data| data.len()).unwrap_or_default();
    for file in files.iter() {
        *sizes.entry(size(file)).or_default() += 1;
    }
    // Only files of one size are read for this, those that are listed first.
    let mut alike: Vec<&Pending> =
        files.iter().filter(|file| size(file) > 0 && sizes.get(&size(file)) > Some(&1)).collect();
    alike.sort_by_key(|file| file.metadata.is_none());
    let mut first = HashMap::new();
    let mut copies = BTreeMap::new();
    for file in alike {
        let Ok(digest) = digest(&file.path) else { continue };
        let known = first.entry(digest).or_insert_with(|| file.file.clone());
        if *known != file.file && file.metadata.is_none() {
            copies.insert(file.file.clone(), format!("the same as {known}, byte for byte"));
        }
    }
    files.retain(|file| !copies.contains_key(&file.file));
    copies.into_iter().collect()
}

fn digest(path: &Path) -> io::Result<[u8; 32]> {
    let mut hash = Sha256::new();
    let mut reader = BufReader::new(File::open(path)?);
    loop {
        let bytes = reader.fill_buf()?;
        if bytes.is_empty() {
            return Ok(hash.finalize().into());
        }
        hash.update(bytes);
        let used = bytes.len();
        reader.consume(used);
    }
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// A path as messages show it, the same on every system.
pub(crate) fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
