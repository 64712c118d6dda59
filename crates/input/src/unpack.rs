//! Packed streams, unpacked as they are read, with a bound on what comes out.

use std::{
    cell::Cell,
    io::{self, BufRead, BufReader, Read},
    rc::Rc,
};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::{
    BlockDecodingStrategy, FrameDecoder,
    errors::{FrameDecoderError, ReadFrameHeaderError},
};

use crate::bounds::{FREE_BYTES, MOST_TIMES};

/// The stream inside, if these first bytes are those of a packed one.
pub(crate) fn unpack<'a>(
    head: &[u8],
    reader: Box<dyn BufRead + 'a>,
) -> Result<Box<dyn BufRead + 'a>, Box<dyn BufRead + 'a>> {
    let taken = Rc::new(Cell::new(0));
    let counted = |reader| Counted { reader, taken: taken.clone() };
    let (what, packed): (_, Box<dyn Read + 'a>) = match head {
        [0x1F, 0x8B, ..] => ("gzip", Box::new(MultiGzDecoder::new(counted(reader)))),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => ("zstd", Box::new(Zstd::new(counted(reader)))),
        _ => return Err(reader),
    };
    Ok(Box::new(BufReader::new(Bounded { packed, what, taken, given: 0 })))
}

/// Whether these are the first bytes of a packed stream.
pub(crate) fn is_packed(head: &[u8]) -> bool {
    head.starts_with(&[0x1F, 0x8B]) || head.starts_with(&[0x28, 0xB5, 0x2F, 0xFD])
}

/// Counts the packed bytes.
struct Counted<'a> {
    reader: Box<dyn BufRead + 'a>,
    taken: Rc<Cell<u64>>,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.reader.read(buffer)?;
        self.taken.set(self.taken.get() + length as u64);
        Ok(length)
    }
}

impl BufRead for Counted<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.reader.fill_buf()
    }

    fn consume(&mut self, length: usize) {
        self.taken.set(self.taken.get() + length as u64);
        self.reader.consume(length);
    }
}

/// Ends where more comes out than an honest file has in it.
struct Bounded<'a> {
    packed: Box<dyn Read + 'a>,
    what: &'static str,
    taken: Rc<Cell<u64>>,
    given: u64,
}

impl Read for Bounded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let what = self.what;
        let damaged =
            |error| io::Error::new(io::ErrorKind::InvalidData, format!("damaged {what} data: {error}"));
        let length = self.packed.read(buffer).map_err(damaged)?;
        self.given += length as u64;
        if self.given > FREE_BYTES && self.given / MOST_TIMES > self.taken.get() {
            let problem = format!("its {what} data unpack to more than {MOST_TIMES} times their size");
            return Err(io::Error::new(io::ErrorKind::InvalidData, problem));
        }
        Ok(length)
    }
}

/// Frames of zstd, one after the other.
struct Zstd<R> {
    reader: R,
    decoder: FrameDecoder,
    /// Whether a frame has begun and is not at its end.
    inside: bool,
}

impl<R: BufRead> Read for Zstd<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.inside || self.begin()? {
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let one = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.reader, one).map_err(io::Error::other)?;
            }
            let length = self.decoder.read(buffer)?;
            if length > 0 || buffer.is_empty() {
                return Ok(length);
            }
            self.inside = false;
        }
        Ok(0)
    }
}

impl<R: BufRead> Zstd<R> {
    fn new(reader: R) -> Self {
        Self { reader, decoder: FrameDecoder::new(), inside: false }
    }

    /// Begins the next frame, past what a writer put between two; false at the end.
    fn begin(&mut self) -> io::Result<bool> {
        while !self.reader.fill_buf()?.is_empty() {
            match self.decoder.reset(&mut self.reader) {
                Ok(()) => {
                    self.inside = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    io::copy(&mut self.reader.by_ref().take(u64::from(length)), &mut io::sink())?;
                }
                Err(error) => return Err(io::Error::other(error)),
            }
        }
        Ok(false)
    }
}
