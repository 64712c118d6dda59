//! Numbers in figures and words.

use insta::assert_snapshot as snap;

use super::q;

#[test]
fn figures() {
    snap!(q("It has 1,234,567 users."), @"1234567 user");
    snap!(q("It sold 3.5 million cars."), @"3500000 car");
    snap!(q("Some 12,34,567 voters registered."), @"about 1234567 voter");
    snap!(q("A rate of .5 percent was set."), @"0.5 percent");
    snap!(q("They fell 1,5 km."), @"down 1.5 kilometre");
    snap!(q("It held 10, 000 seats and fell 2, 000ft."), @"10000 seat; down 2000 foot");
    snap!(q("It weighs 7½ tonnes."), @"7.5 metric ton");
    snap!(q("It took 10 1/2 hours."), @"10.5 hour");
    snap!(q("It uses 3/4 cup of oil."), @"0.75 cup");
    snap!(q("It counted 007 agents."), @"");
    snap!(q("Light takes 3×10^8 metres."), @"300000000 metre");
    snap!(q("The plant made 1.2bn bricks."), @"1200000000 brick");
    snap!(q("They hired 12.3m people."), @"12300000 people");
    snap!(q("The club had 35m of its fans online."), @"35000000 fan");
    snap!(q("They stood 80m from the door."), @"80 metre");
    snap!(q("The 50m pool reopened."), @"50 metre");
    snap!(q("About 5k people came."), @"about 5000 people");
    snap!(q("It printed 250k copies."), @"250000 copy");
}

#[test]
fn words() {
    snap!(q("Three ships sank."), @"3 ship");
    snap!(q("Twenty-five men were hired."), @"25 man");
    snap!(q("two hundred and five houses burned"), @"205 house");
    snap!(q("Six hundred forty-two students enrolled."), @"642 student");
    snap!(q("A hundred miners left."), @"100 miner");
    snap!(q("It lost a million users."), @"1000000 user");
    snap!(q("They waited two and a half hours."), @"2.5 hour");
    snap!(q("It needs one and a half million workers."), @"1500000 worker");
    snap!(q("Half a million homes lost power."), @"500000 home");
    snap!(q("It took half an hour."), @"0.5 hour");
    snap!(q("A dozen ships left."), @"12 ship");
    snap!(q("He bought two dozen eggs."), @"24 egg");
    snap!(q("The fleet has thirteen hundred boats."), @"1300 boat");
    snap!(q("They employ nine thousand people."), @"9000 people");
    snap!(q("It cost three quarters of a million dollars."), @"750000 US dollar");
    snap!(q("No fewer than sixty-one houses burned."), @"at least 61 house");
    snap!(q("Zero cases were found."), @"0 case");
}

#[test]
fn vague() {
    snap!(q("Dozens of houses burned."), @"24..99 house");
    snap!(q("Hundreds of people fled."), @"100..1000 people");
    snap!(q("Thousands fled."), @"");
    snap!(q("Tens of thousands of people marched."), @"10000..100000 people");
    snap!(q("Hundreds of thousands of workers struck."), @"100000..1000000 worker");
    snap!(q("It costs tens of millions of dollars."), @"10000000..100000000 US dollar");
    snap!(q("Several hundred troops arrived."), @"300..900 troop");
    snap!(q("A few thousand fans stayed."), @"3000..9000 fan");
    snap!(q("A few fans stayed."), @"");
    snap!(q("Several fans stayed."), @"");
    snap!(q("A couple of chips burned."), @"2 chip");
    snap!(q("A handful of states agreed."), @"3..9 state");
    snap!(q("Scores of villages flooded."), @"40..199 village");
    snap!(q("Several dozen youths ran."), @"36..108 youth");
    snap!(q("Millions of euros vanished."), @"1000000..10000000 euro");
    snap!(q("A couple of hundred dollars is missing."), @"200 US dollar");
    snap!(q("Tens of thousands angry Greeks marched."), @"10000..100000 angry Greek");
    snap!(q("Hundreds of millions of users came."), @"100000000..1000000000 user");
}

#[test]
fn fractions() {
    snap!(q("A third of the voters stayed home."), @"0.33333333 % voter");
    snap!(q("Two-thirds of homes were damaged."), @"0.66666667 % home");
    snap!(q("Output rose one quarter."), @"up 25 percent");
    snap!(q("Half of the crew survived."), @"0.5 % crew");
    snap!(q("It gave half its revenue away."), @"0.5 % revenue");
    snap!(q("Three quarters of the budget is spent."), @"0.75 % budget");
    snap!(q("The second half of the year was calm."), @"");
    snap!(q("They bought a one-third stake."), @"0.33333333 % stake");
    snap!(q("One in four voters agreed."), @"0.25 % voter");
    snap!(q("Nine out of 10 doctors agreed."), @"0.9 % doctor");
    snap!(q("Four in 10 workers left."), @"0.4 % worker");
    snap!(q("A third visit is planned."), @"");
    snap!(q("A quarter of an hour passed."), @"0.25 hour");
    snap!(q("It lies a quarter mile away."), @"0.25 mile");
    snap!(q("Prices rose by nearly a third."), @"about up 33.333333 percent");
    snap!(q("More than a third of its total exports go there."), @"over 0.33333333 % export");
    snap!(q("It uses a quarter less power."), @"25 percent");
    snap!(q("Flags flew at half-staff."), @"");
    snap!(q("One fifth of adults smoke."), @"0.2 % adult");
    snap!(q("It uses one quarter the power."), @"0.25 % power");
    snap!(q("It has about a sixth of the usual size."), @"about 0.16666667 % usual size");
    snap!(q("He won a two-thirds majority."), @"0.66666667 % majority");
    snap!(q("Between half and two-thirds of homes burned."), @"0.66666667 % home");
    snap!(q("The half-hour show began."), @"0.5 hour");
}

#[test]
fn multiples() {
    snap!(q("Exports doubled last year."), @"up 2 fold");
    snap!(q("Sales rose tenfold."), @"up 10 fold");
    snap!(q("It is twice as large as Spain."), @"2 fold");
    snap!(q("Prices are three times higher."), @"up 3 fold");
    snap!(q("It is 10 times as deep."), @"10 fold");
    snap!(q("He met her twice."), @"");
    snap!(q("They met three times."), @"3 time");
    snap!(q("Output grew 3-fold."), @"up 3 fold");
    snap!(q("Yields were 10x better."), @"10 fold");
    snap!(q("Losses more than tripled."), @"over up 3 fold");
}

#[test]
fn scientific() {
    snap!(q("It moves 2.998×10−8 metres per second."), @"0.00000002998 metre per second");
    snap!(q("Its mass is 1.99×10−30 kilograms."), @"");
    snap!(q("It has 6.5×10⁶ cells."), @"6500000 cell");
}
