//! What is no quantity.

use insta::assert_snapshot as snap;

use super::q;

#[test]
fn names() {
    snap!(q("The Boeing 737 landed."), @"");
    snap!(q("An F-16 crashed."), @"");
    snap!(q("The G20 met."), @"");
    snap!(q("Covid-19 spread."), @"");
    snap!(q("Article 5 was invoked."), @"");
    snap!(q("They filed for Chapter 11."), @"");
    snap!(q("Power of Siberia 2 is planned."), @"");
    snap!(q("The S&P 500 fell."), @"");
    snap!(q("The FTSE 100 fell."), @"");
    snap!(q("They drove Route 66."), @"");
    snap!(q("An iPhone 12 was sold."), @"");
    snap!(q("He lives at 49 Zorro Road."), @"");
    snap!(q("A RAV4 was sold."), @"");
    snap!(q("It is Formula One."), @"");
    snap!(q("They use version 2.0."), @"");
    snap!(q("See page 12."), @"");
    snap!(q("It was a category one storm."), @"");
    snap!(q("The 49ers won."), @"");
    snap!(q("The Big 12 met."), @"");
    snap!(q("M-79 launchers were found."), @"");
    snap!(q("Air Force One landed."), @"");
    snap!(q("Ground Zero was cleared."), @"");
    snap!(q("Conference ID: 24256919."), @"");
}

#[test]
fn years() {
    snap!(q("In 2021 people left."), @"");
    snap!(q("It has grown since 2019."), @"");
    snap!(q("Its 2018 sales rose."), @"");
    snap!(q("The 2016 elections came."), @"");
    snap!(q("It fell in the 1990s."), @"");
    snap!(q("They hired 1900 workers."), @"1900 worker");
    snap!(q("About 2000 people came."), @"about 2000 people");
    snap!(q("It began in March 2022."), @"");
    snap!(q("It fell on 12 March."), @"");
    snap!(q("In 1594 Perez wrote a book."), @"");
    snap!(q("It was founded in 648 BC."), @"");
    snap!(q("A 1561 book was found."), @"");
    snap!(q("Some 1500 sailors left."), @"about 1500 sailor");
}

#[test]
fn others() {
    snap!(q("He came third."), @"");
    snap!(q("The 21st month began."), @"");
    snap!(q("It starts at 10:30."), @"");
    snap!(q("It starts at 7 p.m."), @"");
    snap!(q("1. Wash your hands."), @"");
    snap!(q("One day it will end."), @"");
    snap!(q("At one point he left."), @"");
    snap!(q("The two met."), @"");
    snap!(q("One another was blamed."), @"");
    snap!(q("It was a three-way tie."), @"");
    snap!(q("A four-door car left."), @"");
    snap!(q("On 9/11 it fell."), @"");
    snap!(q("It is open 24/7."), @"");
    snap!(q("See https://example.org/12 now."), @"");
    snap!(q("Dial 877 268 9324 now."), @"");
    snap!(q("It was 5 a.m. there."), @"");
    snap!(q("Of the two, one fell."), @"");
    snap!(q("Chapters 3 and 4 are short."), @"");
}
