//! Words that bound or blur.

use insta::assert_snapshot as snap;

use super::q;

#[test]
fn about() {
    snap!(q("About 40 people came."), @"about 40 people");
    snap!(q("Some 300 residents left."), @"about 300 resident");
    snap!(q("Roughly $2.11 was paid."), @"about 2.11 US dollar");
    snap!(q("It rose around 5%."), @"about up 5 percent");
    snap!(q("An estimated 5,000 birds died."), @"about 5000 bird");
    snap!(q("It weighs ~45g."), @"about 45 gram");
    snap!(q("It is approximately 661 km."), @"about 661 kilometre");
    snap!(q("20-odd ships left."), @"about 20 ship");
    snap!(q("10 or so ships left."), @"about 10 ship");
    snap!(q("It was somewhere around $50 million."), @"about 50000000 US dollar");
    snap!(q("At about 58km it stopped."), @"about 58 kilometre");
    snap!(q("An approximate 200,000 came."), @"about 200000");
    snap!(q("It took more or less 5 hours."), @"about 5 hour");
    snap!(q("Give or take 5 km, it fits."), @"about 5 kilometre");
}

#[test]
fn nearly() {
    snap!(q("Nearly 40% agreed."), @"about 40 percent");
    snap!(q("Almost 100 people came."), @"about 100 people");
    snap!(q("Close to 25% left."), @"about 25 percent");
    snap!(q("Nearly two years passed."), @"about 2 year");
    snap!(q("Just under 40% agreed."), @"under 40 percent");
    snap!(q("Just over 10 seconds passed."), @"over 10 second");
    snap!(q("It was slightly more than 20 km."), @"over 20 kilometre");
}

#[test]
fn more() {
    snap!(q("More than 6,650 workers left."), @"over 6650 worker");
    snap!(q("Over 14,000 people fled."), @"over 14000 people");
    snap!(q("At least four people came."), @"at least 4 people");
    snap!(q("No fewer than 12 ships left."), @"at least 12 ship");
    snap!(q("Above 5 km it freezes."), @"over 5 kilometre");
    snap!(q("It took in excess of $5m."), @"over 5000000 US dollar");
    snap!(q("20 or more ships left."), @"at least 20 ship");
    snap!(q("50-plus people came."), @"at least 50 people");
    snap!(q("100+ people came."), @"at least 100 people");
    snap!(q("Well over 5 tonnes sank."), @"over 5 metric ton");
    snap!(q("It was higher than 5%."), @"over 5 percent");
    snap!(q("It grew faster than the 0.6% rate."), @"0.6 percent");
    snap!(q("It lasted for over 20 years."), @"over 20 year");
    snap!(q("It will take place over five weeks."), @"5 week");
}

#[test]
fn words_between_two_numbers_are_taken_once() {
    snap!(q("Within two days at least 12 people came."), @"2 day; at least 12 people");
    snap!(q("The two-day at least 12 km walk ended."), @"2 day; at least 12 kilometre");
    snap!(q("It took 5 km at most."), @"at most 5 kilometre");
}

#[test]
fn less() {
    snap!(q("Fewer than 20 minutes passed."), @"under 20 minute");
    snap!(q("Less than 25 km remained."), @"under 25 kilometre");
    snap!(q("Under 5 tonnes sank."), @"under 5 metric ton");
    snap!(q("Up to 400 jobs may go."), @"at most 400 job");
    snap!(q("As many as 12 ships left."), @"at most 12 ship");
    snap!(q("At most 5 people came."), @"at most 5 people");
    snap!(q("No more than 10 came in."), @"at most 10");
    snap!(q("It was below $1.29."), @"under 1.29 US dollar");
    snap!(q("It was lower than 8.90 km."), @"under 8.9 kilometre");
    snap!(q("10 or fewer ships left."), @"at most 10 ship");
    snap!(q("It was as much as 5%."), @"at most 5 percent");
}
