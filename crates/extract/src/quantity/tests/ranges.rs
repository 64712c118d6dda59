//! Ranges, lists and what only looks like them.

use insta::assert_snapshot as snap;

use super::q;

#[test]
fn ranges() {
    snap!(q("It takes 10 to 15 days."), @"10..15 day");
    snap!(q("It takes 10-15 days."), @"10..15 day");
    snap!(q("It costs $4.3-4.5bn."), @"4300000000..4500000000 US dollar");
    snap!(q("It costs $4.3bn-$4.5bn."), @"4300000000..4500000000 US dollar");
    snap!(q("It costs $10 to $15 billion."), @"10000000000..15000000000 US dollar");
    snap!(q("It costs between 3 and 5 percent."), @"3..5 percent");
    snap!(q("It costs between $62 and $68 per share."), @"62..68 dollar per share");
    snap!(q("It costs from $250,000 to $1 million."), @"250000..1000000 US dollar");
    snap!(q("It weighs 25 – 40kg."), @"25..40 kilogram");
    snap!(q("It is between 15kHz and 17kHz."), @"15..17 kilohertz");
    snap!(q("It needs seven to 10 years."), @"7..10 year");
    snap!(q("It saw 10-15 people."), @"10..15 people");
    snap!(q("It was 5-10W."), @"5..10 watt");
    snap!(q("It goes 0-to-60 mph in 3 seconds."), @"0..60 mile per hour; 3 second");
    snap!(q("It goes from 0 to 62 mph."), @"0..62 mile per hour");
    snap!(q("It fell by 1 to 1.5 degrees Celsius."), @"down 1..1.5 degree Celsius");
    snap!(q("About 920 to 1,730 people came."), @"about 920..1730 people");
    snap!(q("It took one to two years."), @"1..2 year");
    snap!(q("Flats run from 350 sq ft up to 800 sq ft."), @"350..800 square foot");
    snap!(q("Prices range from $5 to $9."), @"5..9 US dollar");
    snap!(q("The temperature was 10 to 12C."), @"10..12 degree Celsius");
    snap!(q("It grew 43% to 44%."), @"up 43..44 percent");
    snap!(q("He gave at least 5 to 10 dollars."), @"at least 5..10 US dollar");
}

#[test]
fn movements() {
    snap!(q("It rose from 240 to 273."), @"level 240 then 273");
    snap!(q("It climbed from 21 mpg combined to 23."), @"level 21 then 23 mile per gallon");
    snap!(q("It fell from 5 to 3 million."), @"level 5000000 then 3000000");
    snap!(q("It shrank to 121,460 lots from 198,305 lots."), @"level 198305 then 121460 lot");
    snap!(q("It grew from 24.2 to 33-35 billion euros."), @"level 24200000000 then 35000000000 euro");
    snap!(q("It rose from 5% to 6%."), @"level 5 then 6 percent");
}

#[test]
fn lists() {
    snap!(q("It took 12, 14 and 17 percent."), @"12 percent; 14 percent; 17 percent");
    snap!(q("It cost eight or nine euros."), @"8 euro; 9 euro");
    snap!(q("It has 30 or 40 members."), @"30 member; 40 member");
    snap!(q("It sold 2 or 3 million cars."), @"2000000 car; 3000000 car");
}

#[test]
fn scores() {
    snap!(q("They won 3-1."), @"");
    snap!(q("The game ended 2-2."), @"");
    snap!(q("It was an 11-2 victory."), @"");
    snap!(q("The vote was 6-3."), @"");
    snap!(q("A 40-to-39 edge stood."), @"");
    snap!(q("The 2014-15 season ended."), @"");
    snap!(q("Call 555-1234 now."), @"");
}

#[test]
fn levels() {
    snap!(q("It rose 6.5% to 164p."), @"up 6.5 percent; level 164 p");
    snap!(q("It rose 64.06 points to 4,577.10."), @"up 64.06 point; level 4577.1 point (lent)");
    snap!(q("It fell 7% to $2.3 billion."), @"down 7 percent; level 2300000000 US dollar");
    snap!(q("It rose 20 to 1,350."), @"up 20; level 1350");
}
