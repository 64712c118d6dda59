//! From inputs to a run: load, extract, group by story, check. Deterministic whatever the order of the inputs.

use std::{collections::BTreeMap, io};

use factcheck_core::{
    article::Article,
    claim::Claim,
    coverage::{Coverage, Skipped},
    event::Event,
    finding::{Finding, Severity, identify, order},
    record::{ArticleRecord, Record, Records},
    reference::{KnownEvent, References},
};
use factcheck_extract::Extractor;
use factcheck_input::page;
use factcheck_report::Run;
use rayon::prelude::*;

use crate::{
    config::Aliases,
    coverage,
    found::{Found, Open},
    furniture,
    progress::Progress,
    rows::{Scribe, Written},
    spool::{self, Waiting},
};

/// Which checks run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Checks {
    pub(crate) numbers: bool,
    pub(crate) timeline: bool,
}

/// Reads every article, in parallel, in order.
pub(crate) fn extract(articles: Vec<Article>, progress: &Progress) -> Vec<Records> {
    let read = |extractor: &mut Extractor, article| {
        let records = read(extractor, article);
        progress.tick();
        records
    };
    articles.into_par_iter().map_init(Extractor::new, read).collect()
}

/// Reads one article, which is no longer needed then.
pub(crate) fn read(extractor: &mut Extractor, mut article: Article) -> Records {
    date(&mut article);
    extractor.extract(&article)
}

/// Reads the numbers and times of one article alone; each record is handed to `give` when it is made.
pub(crate) fn read_figures<E>(
    extractor: &mut Extractor,
    mut article: Article,
    give: impl FnMut(Record) -> Result<(), E>,
) -> Result<ArticleRecord, E> {
    date(&mut article);
    extractor.figure_records(&article, give)
}

/// Takes the dates of publication and of the last change from the text where nothing else gives them.
pub(crate) fn date(article: &mut Article) {
    if article.published.is_none()
        && let Some(stamp) = factcheck_extract::time::publication_date(&article.text)
    {
        article.published = Some(stamp);
        "dateline".clone_into(&mut article.published_from);
    }
    if article.updated.is_none() {
        let told = factcheck_extract::time::update_date(&article.text);
        article.updated = told.filter(|told| article.published.is_some_and(|first| first.date <= told.date));
    }
}

/// How stories are checked.
pub(crate) struct Checker<'a> {
    /// Published figures and dated events.
    pub(crate) references: &'a References,
    /// The dated events among them.
    pub(crate) known: Vec<KnownEvent>,
    /// Which checks run.
    pub(crate) checks: Checks,
    /// What the desk calls persons and bodies.
    pub(crate) aliases: &'a Aliases,
    /// What of a story is kept.
    pub(crate) keeps: Keeps,
    /// What earlier runs found, for a run that keeps no records.
    pub(crate) found: Option<Found>,
    /// Who makes rows of the findings of a story as soon as it was checked, where nothing else is asked of them.
    pub(crate) scribe: Option<Scribe<'a>>,
    /// Counts articles that are read, where it is known how many there are.
    pub(crate) progress: Progress,
}

/// What of a story is kept once it was checked: an archive has more than a report of its findings needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Keeps {
    /// Articles, claims, events and page furniture, and what coverage says of each article.
    pub(crate) records: bool,
    /// What of a record only comparing needs: no table shows it, only records written as they are do.
    pub(crate) evidence: bool,
    /// Findings that say that two articles agree.
    pub(crate) agreements: bool,
}

/// What is known of one story.
pub(crate) struct Checked {
    pub(crate) name: String,
    pub(crate) run: Run,
    /// Its findings, where rows are made of them at once: the run has none of them then.
    pub(crate) written: Written,
}

impl Checker<'_> {
    /// Reads and checks stories, in parallel.
    ///
    /// # Errors
    /// An article that waited is not what it was, or a row cannot be written.
    pub(crate) fn check(&self, stories: Vec<Waiting>) -> io::Result<Vec<Checked>> {
        stories.into_par_iter().map_init(Open::new, |open, story| self.look_up(story, open)).collect()
    }

    /// One story that may be known from an earlier run.
    fn look_up(&self, story: Waiting, open: &mut Open) -> io::Result<Checked> {
        let Some((found, key)) = self.found.as_ref().and_then(|found| Some((found, found.key(&story)?)))
        else {
            return self.write_story(story.open()?);
        };
        if let Some(checked) = found.get(&key, open) {
            story.articles.iter().for_each(|_| self.progress.tick());
            return Ok(checked);
        }
        let checked = self.write_story(story.open()?)?;
        found.put(&key, &checked);
        Ok(checked)
    }

    /// One story, its findings as rows where they are to be written as such.
    fn write_story(&self, story: spool::Story) -> io::Result<Checked> {
        let mut checked = self.check_story(story);
        if let Some(scribe) = &self.scribe {
            checked.written = scribe.write(std::mem::take(&mut checked.run.findings))?;
        }
        Ok(checked)
    }

    /// One story: its articles by file and id, and not by how they came.
    fn check_story(&self, mut story: spool::Story) -> Checked {
        let copies = story.take_copies();
        story.articles.iter_mut().for_each(page::annotate);
        let furniture = if self.keeps.records { furniture::pieces(&story.articles) } else { Vec::new() };
        let mut records = story.records;
        records.extend(extract(story.articles, &self.progress));
        records.sort_by(|a, b| (&a.article.file, &a.article.id).cmp(&(&b.article.file, &b.article.id)));
        self.aliases.apply(&mut records);
        let name = records.first().map(|records| records.article.story.clone()).unwrap_or_default();
        let mut story = check_story(records, self.references, &self.known, self.checks);
        let mut run = Run { furniture, ..Run::default() };
        run.coverage.stories = 1;
        run.coverage.left_out = copies;
        run.coverage.questions = story.questions;
        let rows = coverage::rows(&story.records, &story.findings, &story.aligned);
        if self.keeps.records {
            run.coverage.articles = rows.collect();
            run.events = in_order(&mut story);
            run.claims.reserve_exact(story.records.iter().map(|records| records.claims.len()).sum());
            for records in story.records {
                run.articles.push(records.article);
                run.claims.extend(records.claims);
            }
            if !self.keeps.evidence {
                run.articles.iter_mut().for_each(ArticleRecord::forget_evidence);
                run.claims.iter_mut().for_each(Claim::forget_evidence);
                run.events.iter_mut().for_each(|(event, _)| event.forget_evidence());
            }
        } else {
            rows.for_each(|row| run.coverage.unlisted.add(&row));
            run.coverage.unlisted.left_out += std::mem::take(&mut run.coverage.left_out).len() as u64;
        }
        run.findings = story.findings;
        identify(&mut run.findings);
        if !self.keeps.agreements {
            run.findings.retain(|finding| finding.severity != Severity::Agreement);
        }
        Checked { name, run, written: Written::default() }
    }
}

/// One run of all stories, by their names.
pub(crate) fn gather(mut stories: Vec<Checked>, skipped: Vec<Skipped>) -> Run {
    stories.sort_by(|a, b| a.name.cmp(&b.name));
    let mut run = Run::default();
    let mut coverage = Coverage { skipped, ..Coverage::default() };
    // A vector that grows by doubling would hold an archive's records twice.
    let total = |count: fn(&Run) -> usize| stories.iter().map(|story| count(&story.run)).sum();
    run.claims.reserve_exact(total(|run| run.claims.len()));
    run.events.reserve_exact(total(|run| run.events.len()));
    for Checked { run: story, .. } in stories {
        coverage.stories += story.coverage.stories;
        coverage.questions = coverage.questions.saturating_add(story.coverage.questions);
        coverage.articles.extend(story.coverage.articles);
        coverage.left_out.extend(story.coverage.left_out);
        run.articles.extend(story.articles);
        run.claims.extend(story.claims);
        run.events.extend(story.events);
        run.furniture.extend(story.furniture);
        run.findings.extend(story.findings);
    }
    run.coverage = coverage;
    run.findings.sort_by(order);
    run
}

/// The events of a story in the order of time, each with its cluster: mentions of one event stand together, at the first
/// day that one of them tells; what nothing dates comes last, as it stands in the articles.
fn in_order(story: &mut Story) -> Vec<(Event, Option<String>)> {
    let clusters: BTreeMap<String, String> = std::mem::take(&mut story.clusters).into_iter().collect();
    let events = story.records.iter_mut().flat_map(|records| std::mem::take(&mut records.events));
    let mut events: Vec<(Event, Option<String>)> = events
        .map(|event| (clusters.get(&event.id).cloned(), event))
        .map(|(cluster, event)| (event, cluster))
        .collect();
    let mut first = BTreeMap::new();
    for (event, cluster) in &events {
        if let (Some(cluster), Some(_), Some(day)) = (cluster, &event.when, event.window.earliest) {
            let known = first.entry(cluster.clone()).or_insert(day);
            *known = day.min(*known);
        }
    }
    events.sort_by_key(|(event, cluster)| {
        let own = event.window.earliest.filter(|_| event.when.is_some());
        let day = cluster.as_ref().and_then(|cluster| first.get(cluster).copied()).or(own);
        // Within the sort a missing day is the last of all; the sort keeps the articles' order otherwise.
        (day.is_none(), day, cluster.clone())
    });
    events
}

struct Story {
    records: Vec<Records>,
    findings: Vec<Finding>,
    /// Per article, how many claims and events were aligned.
    aligned: Vec<u32>,
    questions: u32,
    clusters: Vec<(String, String)>,
}

fn check_story(
    mut records: Vec<Records>,
    references: &References,
    known: &[KnownEvent],
    checks: Checks,
) -> Story {
    factcheck_align::origins::assign(&mut records);
    let mut findings = Vec::new();
    let mut aligned = vec![0; records.len()];
    let mut questions = 0;
    let mut clusters = Vec::new();
    if checks.numbers {
        let checked = factcheck_numbers::check(&records, references);
        findings.extend(checked.findings);
        add(&mut aligned, &checked.aligned);
        questions += checked.questions;
    }
    if checks.timeline {
        let checked = factcheck_timeline::check(&records, known);
        findings.extend(checked.findings);
        add(&mut aligned, &checked.aligned);
        questions += checked.questions;
        clusters = checked.clusters;
    }
    Story { records, findings, aligned, questions, clusters }
}

fn add(counts: &mut [u32], more: &[u32]) {
    for (count, more) in counts.iter_mut().zip(more) {
        *count += more;
    }
}
