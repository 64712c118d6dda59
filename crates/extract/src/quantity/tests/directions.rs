//! Rises and falls.

use insta::assert_snapshot as snap;

use super::q;

#[test]
fn verbs() {
    snap!(q("Shares rose 5%."), @"up 5 percent");
    snap!(q("Shares fell by 5%."), @"down 5 percent");
    snap!(q("Shares dropped sharply by 5%."), @"down 5 percent");
    snap!(q("Shares are up 5%."), @"up 5 percent");
    snap!(q("Shares ended down 1% at 1,463 points."), @"down 1 percent; 1463 point");
    snap!(q("Shares closed 0.5% higher."), @"up 0.5 percent");
    snap!(q("Dow +0.2%."), @"up 0.2 percent");
    snap!(q("Rates fell to 5%."), @"down level 5 percent");
    snap!(q("Rates are down from 5%."), @"earlier 5 percent");
    snap!(q("It lost 190 points, or 0.6%."), @"down 190 point; down 0.6 percent");
    snap!(q("Ross was down 2.3%, Burlington by 2.6%."), @"down 2.3 percent; down 2.6 percent");
    snap!(q("It added 10 users."), @"10 user");
    snap!(q("It rose by 10 flights."), @"up 10 flight");
    snap!(q("It shed $5m."), @"down 5000000 US dollar");
    snap!(q("It made up 5% of sales."), @"5 percent");
    snap!(q("A 19% drop was seen."), @"(a fall) 19 percent");
    snap!(q("It saw an increase of 5%."), @"(a rise) 5 percent");
    snap!(q("It fell 8 km (5 miles)."), @"down 8 kilometre; down 5 mile");
    snap!(q("Exports to Asia soared nearly 40%."), @"about up 40 percent");
    snap!(q("Jobs growth slowed to 5%."), @"level 5 percent");
    snap!(q("It raised $20 million."), @"20000000 US dollar");
    snap!(q("It raised rates by 25 basis points."), @"up 25 basis point");
    snap!(q("It cut its forecast to 3%."), @"3 percent");
    snap!(q("Sales halved."), @"down 0.5 fold");
    snap!(q("It brought up two bills."), @"2 bill");
    snap!(q("Prices went up 5%."), @"up 5 percent");
}
