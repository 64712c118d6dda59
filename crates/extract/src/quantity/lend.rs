//! Units, directions and bounds that a number takes from elsewhere in its sentence.

use factcheck_core::quantity::{Amount, Approximation, Direction};
use factcheck_core::range::{Bound as End, Range};
use rust_decimal::Decimal;

use super::context::Context;
use super::measure::{Measure, MeasureKind};
use super::numeral::Form;
use super::piece::Piece;
use super::{Found, Role, bounds, people};

/// A bare number with a unit that the sentence gives elsewhere, or an age.
pub(super) fn lend_unit(context: &Context, pieces: &mut [Piece], index: usize) {
    let piece = &pieces[index];
    if people::is_age(context, piece) {
        let piece = &mut pieces[index];
        piece.end = piece.number.end;
        let measure = lent("year of age", MeasureKind::Age, piece.end);
        pieces[index].measure = Some(measure);
        return;
    }
    if people::is_magnitude(context, piece) {
        let piece = &mut pieces[index];
        let end = piece.number.end;
        piece.end = end;
        piece.measure = Some(lent("magnitude", MeasureKind::Physical, end));
        return;
    }
    if people::counts_persons(context, piece) {
        let others = usize::from(context.lower(piece.end) == "others");
        let piece = &mut pieces[index];
        piece.end += others;
        piece.measure = Some(lent("person", MeasureKind::Person, piece.end));
        return;
    }
    if !piece.is_bare() || !matches!(piece.numeral.form, Form::Figures | Form::Words) {
        return;
    }
    let mut before = (0..index).rev().take(MOST_BEFORE);
    let Some(lender) = before.find(|lender| lends(context, &pieces[*lender], piece)) else {
        return;
    };
    let measure = pieces[lender].measure.clone();
    let piece = &mut pieces[index];
    piece.measure = measure.map(|mut measure| {
        measure.end = piece.end;
        measure.head = None;
        measure
    });
    piece.is_anaphoric = true;
}

/// So many numbers before one are asked for their unit: more stand in no sentence, but in a table without its line ends.
const MOST_BEFORE: usize = 100;

/// A unit that the words around the number give.
fn lent(name: &str, kind: MeasureKind, end: usize) -> Measure {
    Measure { name: name.to_owned(), factor: Decimal::ONE, kind, head: None, end, is_hyphenated: false }
}

/// Whether the bare number `piece` is told in the unit of `lender`: it is compared with it, continues an index,
/// or looks alike ("80.5 cents, and the lowest is 71.2").
fn lends(context: &Context, lender: &Piece, piece: &Piece) -> bool {
    let Some(measure) = lender.measure.as_ref().filter(|_| lender.ends.is_none() && !lender.is_anaphoric)
    else {
        return false;
    };
    if matches!(
        measure.kind,
        MeasureKind::Share | MeasureKind::Age | MeasureKind::Multiple | MeasureKind::Person
    ) {
        return false;
    }
    let (Some(a), Some(b)) = (lender.value(), piece.value()) else { return false };
    let within = |times: u32| {
        let times = Decimal::from(times);
        a > Decimal::ZERO
            && b > Decimal::ZERO
            && a.checked_mul(times).is_none_or(|most| b <= most)
            && b.checked_mul(times).is_none_or(|most| a <= most)
    };
    let start = bounds::before(context, piece.start, false).map_or(piece.start, |(_, start)| start);
    let word = context.lower_before(start, 1);
    // "6 million homes, including 1.5 million in Los Angeles", "230 people, 170 of them in Aceh".
    let of_them =
        context.lower(piece.end) == "of" && matches!(context.lower(piece.end + 1), "them" | "which");
    if (word == "including" || of_them) && measure.is_noun() {
        return b < a && a > Decimal::ZERO;
    }
    let compares = matches!(word, "versus" | "vs" | "vs." | "than" | "against")
        || (word == "from" && piece.start < lender.end + 12)
        || (matches!(word, "with" | "to") && context.lower_before(start, 2) == "compared");
    // "1,000 people are housed and another 2,000 are waiting", "88,000 jobs to 938,000".
    let continues_count =
        word == "another" || (word == "to" && lender.end + 1 == start && piece.numeral.is_grouped);
    if continues_count && measure.is_noun() {
        return within(50);
    }
    if compares && measure.name != "percent" {
        return within(50);
    }
    let continues = matches!(word, "to" | "at" | "of");
    if measure.name == "point" && continues {
        return piece.numeral.decimals > 0 || b >= Decimal::ONE_HUNDRED;
    }
    let ends_here = context.at(piece.end).is_none_or(|item| !item.is_word());
    let alike = lender.numeral.decimals == piece.numeral.decimals
        && (piece.numeral.decimals > 0 || (piece.numeral.is_grouped && lender.numeral.is_grouped));
    alike && ends_here && within(3) && !continues
}

/// "$5 (€4)", "lower than 8.9 ksi (61.4 MPa)": the same amount in another unit has the same direction and bounds.
pub(super) fn inherit(context: &Context, found: &mut [Found]) {
    for index in 1..found.len() {
        let (before, after) = found.split_at_mut(index);
        let (Some(first), Some(second)) = (before.last(), after.first_mut()) else { continue };
        let between: Vec<&str> = context
            .items
            .iter()
            .filter(|item| item.start >= first.span.end as usize && item.end <= second.span.start as usize)
            .map(|item| item.lower)
            .collect();
        let in_brackets = between == ["("];
        let apposed = matches!(between.as_slice(), [",", "or"] | ["or"]);
        if between.last() == Some(&"by")
            && first.role == Role::Change
            && first.amount.unit == second.amount.unit
        {
            // "Ross was down 2.3%, Burlington by 2.6%".
            if second.role == Role::Plain && second.amount.direction == Direction::None {
                second.amount.direction = first.amount.direction;
                second.role = Role::Change;
            }
            continue;
        }
        let differs = first.amount.unit != second.amount.unit && !first.amount.unit.name.is_empty();
        if !differs || second.amount.unit.name.is_empty() || !(in_brackets || apposed) {
            continue;
        }
        if second.amount.direction == Direction::None && second.role == Role::Plain {
            second.amount.direction = first.amount.direction;
            second.role = first.role;
        }
        let converts = in_brackets && first.amount.unit.is_comparable(&second.amount.unit);
        if converts && second.amount.approximation == Approximation::Exact && !second.amount.is_range {
            inherit_bound(&first.amount, &mut second.amount);
        }
    }
}

fn inherit_bound(first: &Amount, second: &mut Amount) {
    let Some(value) = second.value else { return };
    let allowed = match first.approximation {
        Approximation::MoreThan if first.allowed.high == End::Unbounded => Range::more_than(value),
        Approximation::LessThan if first.allowed.low == End::Unbounded => Range::less_than(value),
        Approximation::AtLeast => Range::at_least(value),
        Approximation::AtMost => Range::at_most(value),
        _ => return,
    };
    second.allowed = allowed;
    second.approximation = first.approximation;
}
