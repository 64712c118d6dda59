//! What `factcheck why` prints: every piece of evidence and every veto between the numbers and the dated events of two
//! lines.

use std::{
    collections::BTreeSet,
    io::{BufReader, Write},
    path::{Path, PathBuf},
};

use factcheck_align::{
    claims::{self, ClaimRef},
    events::{EventRef, dated},
};
use factcheck_core::{claim::Claim, place::Place, record::Records};

use crate::{error::Error, pipeline, progress::Progress};

/// A place in a file, as it is written on the command line.
#[derive(Debug)]
struct Spot {
    file: PathBuf,
    line: u32,
    column: Option<u32>,
}

impl Spot {
    fn read(text: &str) -> Result<Self, Error> {
        let wrong = || Error::Usage(format!("{text:?} is no place; write FILE:LINE or FILE:LINE:COLUMN"));
        let mut parts: Vec<&str> = text.rsplitn(3, ':').collect();
        parts.reverse();
        let number = |part: &str| part.parse::<u32>().ok();
        match parts[..] {
            [file, line, column] if number(line).is_some() => {
                Ok(Self { file: file.into(), line: number(line).ok_or_else(wrong)?, column: number(column) })
            }
            [first, second, line] => {
                let file = format!("{first}:{second}").into();
                Ok(Self { file, line: number(line).ok_or_else(wrong)?, column: None })
            }
            [file, line] => {
                Ok(Self { file: file.into(), line: number(line).ok_or_else(wrong)?, column: None })
            }
            _ => Err(wrong()),
        }
    }

    fn folder(&self) -> PathBuf {
        let parent = self.file.parent().filter(|parent| !parent.as_os_str().is_empty());
        parent.map_or_else(|| PathBuf::from("."), Path::to_path_buf)
    }

    /// The claims that stand there.
    fn claims(&self, story: &[Records]) -> Vec<ClaimRef> {
        let name = self.file.file_name().unwrap_or_default();
        let mut found = Vec::new();
        for (article, records) in story.iter().enumerate() {
            if Path::new(&records.article.file).file_name() != Some(name) {
                continue;
            }
            for (claim, one) in records.claims.iter().enumerate() {
                let length = one.place.end - one.place.start;
                let covers = |column: u32| one.place.column <= column && column < one.place.column + length;
                if one.place.line == self.line && self.column.is_none_or(covers) {
                    found.push(ClaimRef { article, claim });
                }
            }
        }
        found
    }
}

impl Spot {
    /// The dated events that stand there, by their own words or by those of their time.
    fn events(&self, story: &[Records]) -> Vec<EventRef> {
        let name = self.file.file_name().unwrap_or_default();
        let mut found = Vec::new();
        for (article, records) in story.iter().enumerate() {
            if Path::new(&records.article.file).file_name() != Some(name) {
                continue;
            }
            for (event, one) in records.events.iter().enumerate() {
                let mut places = std::iter::once(&one.place).chain(&one.when);
                let covers = |place: &Place, column: u32| {
                    place.column <= column && column < place.column + (place.end - place.start)
                };
                if one.when.is_some()
                    && places.any(|place| {
                        place.line == self.line && self.column.is_none_or(|column| covers(place, column))
                    })
                {
                    found.push(EventRef { article, event });
                }
            }
        }
        found
    }
}

/// Prints why the numbers and the dated events at two places are or are not compared.
pub(crate) fn why(first: &str, second: &str, out: &mut dyn Write) -> Result<(), Error> {
    let spots = [Spot::read(first)?, Spot::read(second)?];
    let folders: BTreeSet<PathBuf> = spots.iter().map(Spot::folder).collect();
    let folders: Vec<PathBuf> = folders.into_iter().collect();
    let mut stdin = BufReader::new(std::io::empty());
    let loaded = factcheck_input::load(&folders, &mut stdin, None)?;
    let mut story = loaded.records;
    let progress = Progress::new("reading", None, true);
    story.extend(pipeline::extract(loaded.articles, &progress));
    story.sort_by(|a, b| (&a.article.file, &a.article.id).cmp(&(&b.article.file, &b.article.id)));
    factcheck_align::origins::assign(&mut story);
    let [left, right] = spots.each_ref().map(|spot| spot.claims(&story));
    for a in &left {
        for b in right.iter().filter(|b| *b != a) {
            pair(&story, *a, *b, out)?;
        }
    }
    let [early, late] = spots.each_ref().map(|spot| spot.events(&story));
    for (place, claims, events) in [(first, &left, &early), (second, &right, &late)] {
        if claims.is_empty() && events.is_empty() {
            writeln!(out, "No number and no dated event was read at {place}.")?;
        }
    }
    for why in dated::why(&story, &early, &late) {
        dates(&story, &why, out)?;
    }
    Ok(())
}

/// What two dated events have in common, and what follows from it.
fn dates(story: &[Records], why: &dated::Why, out: &mut dyn Write) -> Result<(), Error> {
    for at in why.ends {
        let records = &story[at.article];
        let event = &records.events[at.event];
        let place = format!("{}:{}:{}", records.article.file, event.place.line, event.place.column);
        let when = event.when.as_ref().map(|when| when.quote.as_str()).unwrap_or_default();
        writeln!(out, "{place} “{}” ({}), “{when}” ({})", event.place.quote, event.class, event.window)?;
        let named: Vec<&str> = event.participants.iter().map(|one| one.name.as_str()).collect();
        if !named.is_empty() {
            writeln!(out, "    participants: {}", named.join(", "))?;
        }
    }
    let like = &why.likeness;
    writeln!(out, "  words in common: {:.2} of the poorer, rarity {:.1}", like.share, like.sum)?;
    writeln!(out, "  participants in common: {}, figures: {}", like.named, like.figures)?;
    match &why.verdict {
        Err(reason) => writeln!(out, "  not compared: {reason}\n")?,
        Ok(pair) => {
            for piece in &pair.evidence {
                writeln!(out, "  {:+6.2}  {}", piece.weight, piece.what)?;
            }
            let verdict = if pair.meets { "both can hold" } else { "both cannot hold" };
            writeln!(out, "  confidence {:.2}: paired; {verdict}\n", pair.confidence)?;
        }
    }
    Ok(())
}

fn pair(story: &[Records], a: ClaimRef, b: ClaimRef, out: &mut dyn Write) -> Result<(), Error> {
    for at in [a, b] {
        describe(&story[at.article], at.of(story), out)?;
    }
    let why = claims::why(story, a, b);
    if let Some(veto) = why.veto {
        writeln!(out, "  not compared: {veto}\n")?;
        return Ok(());
    }
    for piece in &why.evidence {
        writeln!(out, "  {:+6.2}  {}", piece.weight, piece.what)?;
    }
    let total: f64 = why.evidence.iter().map(|piece| piece.weight).sum();
    let verdict = match (why.paired, why.values.agree()) {
        (false, _) => "not paired",
        (true, true) => "paired; both can hold",
        (true, false) => "paired; both cannot hold",
    };
    writeln!(out, "  {total:+6.2}  in all, confidence {:.2}: {verdict}\n", why.confidence)?;
    Ok(())
}

fn describe(records: &Records, claim: &Claim, out: &mut dyn Write) -> Result<(), Error> {
    let place = format!("{}:{}:{}", records.article.file, claim.place.line, claim.place.column);
    let unit = claim.amount.unit.plural();
    writeln!(out, "{place} “{}” ({} {unit})", claim.place.quote, claim.amount.allowed)?;
    let lists =
        [claim.basis.join(", "), claim.scope.join(", "), claim.names.join(", "), claim.near.join(" ")];
    let fields = [
        ("measure", claim.measure.as_str()),
        ("class", claim.class.as_str()),
        ("subject", claim.subject.as_str()),
        ("object", claim.object.as_str()),
        ("place", claim.location.as_str()),
        ("basis", lists[0].as_str()),
        ("part", lists[1].as_str()),
        ("names", lists[2].as_str()),
        ("words", lists[3].as_str()),
    ];
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        writeln!(out, "    {name}: {value}")?;
    }
    if !claim.period.is_any() {
        writeln!(out, "    period: {}", claim.period)?;
    }
    Ok(())
}
