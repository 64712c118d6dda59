//! Calendar arithmetic: periods with a name (a day, an ISO week, a quarter, a decade ...), how they follow
//! each other, and how TIMEX3 writes them.
//!
//! Years are astronomical: 0 is 1 BC, -479 is 480 BC. Everything is checked: what would leave chrono's
//! calendar is `None`. This module knows nothing of text and reads no clock.

mod days;
mod feasts;
mod period;
mod season;
#[cfg(test)]
mod tests;

pub use days::{
    add_days, add_months, iso, monday, nth_weekday, on_or_after, on_or_before, shift, weeks_in_year,
};
pub use feasts::easter;
pub use period::{Grain, Period};
pub use season::Season;

/// Whether a word names a month, in full or in short, in any case and maybe with a stop: "May", "sept.".
#[must_use]
pub fn is_month_name(word: &str) -> bool {
    let bare = word.strip_suffix('.').unwrap_or(word);
    bare.parse::<chrono::Month>().is_ok() || bare.eq_ignore_ascii_case("sept")
}
