//! The kinds of words that the dictionary does not have, remembered by each thread: asking `WordNet` for their base forms
//! costs more than all else that is asked of them.

use std::cell::RefCell;

use crate::forms::Form;
use crate::memory::Memory;

thread_local! {
    static SEEN: RefCell<Memory<[u8; 2], 1024>> = RefCell::default();
}

/// What `ask` says of the word, or said before.
pub(crate) fn remembered(word: &str, form: &Form, ask: impl Fn() -> [u8; 2]) -> [u8; 2] {
    SEEN.with(|seen| match seen.try_borrow_mut() {
        Ok(mut seen) => seen.get(word, form, ask),
        Err(_) => ask(),
    })
}
