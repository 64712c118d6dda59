//! The lines of `factcheck extract`: which records are printed, and how the lines of one article are made. Records
//! become lines where they are made, and only the lines are kept.

use std::{
    fs::File,
    io::{self, Seek, Write},
};

use factcheck_core::{
    article::Article,
    line::{Line, LineWriter},
    record::Record,
};
use factcheck_extract::Extractor;

use crate::{args::Kind, pipeline};

/// Lines of one kind that wait for others are held up to so many bytes, and those of a longer article in a
/// temporary file.
const HELD: usize = 4 << 20;

/// Lines that wait for nothing are written when they have about so many bytes.
const WRITTEN: usize = 64 << 10;

/// The kinds of record that are printed; none given is all. Records of articles are always printed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Only<'a>(pub(crate) &'a [Kind]);

impl Only<'_> {
    fn prints(self, line: Line) -> bool {
        let kind = match line {
            Line::Article(_) => return true,
            Line::Quantity(_) => Kind::Quantities,
            Line::Time(_) => Kind::Times,
            Line::Entity(_) => Kind::Entities,
            Line::Claim(_) => Kind::Claims,
            Line::Event(_) => Kind::Events,
            Line::Relation(_) => Kind::Relations,
        };
        self.0.is_empty() || self.0.contains(&kind)
    }

    /// Whether nothing is printed that needs more than the numbers and times of each sentence.
    fn is_figures(self) -> bool {
        !self.0.is_empty() && self.0.iter().all(|kind| matches!(kind, Kind::Quantities | Kind::Times))
    }

    /// Adds the record's line to `lines`, if it is one of these.
    pub(crate) fn add_line(self, record: &Record, lines: &mut Vec<u8>) -> io::Result<()> {
        let line = record.into();
        if self.prints(line) { LineWriter::default().write(line, lines) } else { Ok(()) }
    }

    /// Reads the article and adds the lines of its records to `lines`, one kind after the other.
    pub(crate) fn add_article(
        self,
        extractor: &mut Extractor,
        article: Article,
        lines: &mut Vec<u8>,
    ) -> io::Result<()> {
        if self.is_figures() {
            return self.write_figures(extractor, article, lines);
        }
        let records = pipeline::read(extractor, article);
        let mut writer = LineWriter::default();
        records.lines().filter(|line| self.prints(*line)).try_for_each(|line| writer.write(line, lines))
    }

    /// The same for an article so long that its lines are not held: they are written when there are some.
    pub(crate) fn write_article(
        self,
        extractor: &mut Extractor,
        article: Article,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        if self.is_figures() {
            return self.write_figures(extractor, article, out);
        }
        let records = pipeline::read(extractor, article);
        let (mut writer, mut lines) = (LineWriter::default(), Vec::new());
        for line in records.lines().filter(|line| self.prints(*line)) {
            writer.write(line, &mut lines)?;
            if lines.len() >= WRITTEN {
                out.write_all(&lines)?;
                lines.clear();
                writer.forget();
            }
        }
        out.write_all(&lines)
    }

    /// Numbers and times are met together, and the record of their article is known last.
    fn write_figures(
        self,
        extractor: &mut Extractor,
        article: Article,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let (mut quantities, mut times) = (Lines::default(), Lines::default());
        let article = pipeline::read_figures(extractor, article, |record| {
            let lines = if let Record::Quantity(_) = record { &mut quantities } else { &mut times };
            self.add_line(&record, &mut lines.held)?;
            lines.spill(HELD)
        })?;
        let mut line = Vec::new();
        self.add_line(&Record::Article(Box::new(article)), &mut line)?;
        out.write_all(&line)?;
        quantities.write(out)?;
        times.write(out)
    }
}

/// Lines that wait for others which come before them.
#[derive(Debug, Default)]
struct Lines {
    /// The earlier ones, where they are many.
    spilled: Option<File>,
    held: Vec<u8>,
}

impl Lines {
    /// Puts the lines away if they are more than so many bytes.
    fn spill(&mut self, most: usize) -> io::Result<()> {
        if self.held.len() <= most {
            return Ok(());
        }
        let file = match &mut self.spilled {
            Some(file) => file,
            none => none.insert(tempfile::tempfile()?),
        };
        file.write_all(&self.held)?;
        self.held.clear();
        Ok(())
    }

    fn write(self, out: &mut dyn Write) -> io::Result<()> {
        if let Some(mut file) = self.spilled {
            file.rewind()?;
            io::copy(&mut file, out)?;
        }
        out.write_all(&self.held)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn lines_come_back_in_order_whether_put_away_or_not() {
        for most in [0, 7, 1000] {
            let (mut lines, mut all, mut out) = (Lines::default(), Vec::new(), Vec::new());
            for number in 0..100 {
                let line = format!("{number}\n");
                all.extend(line.bytes());
                lines.held.extend(line.bytes());
                lines.spill(most).unwrap();
            }
            assert_eq!(lines.spilled.is_some(), most < 1000);
            lines.write(&mut out).unwrap();
            assert_eq!(out, all);
        }
    }
}
