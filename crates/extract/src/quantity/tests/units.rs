//! Units, rates, ages and counted nouns.

use insta::assert_snapshot as snap;

use super::q;

#[test]
fn physical() {
    snap!(q("It runs 40 km."), @"40 kilometre");
    snap!(q("It runs 40km a day."), @"40 kilometre per day");
    snap!(q("The trip is 50 miles."), @"50 mile");
    snap!(q("The field covers 24703m2."), @"24703 square metre");
    snap!(q("They own 12 sq km of land."), @"12 square kilometre");
    snap!(q("The plot has 3923sq m."), @"3923 square metre");
    snap!(q("It covers 45 hectares."), @"45 hectare");
    snap!(q("The tank holds 50 litres."), @"50 litre");
    snap!(q("The tank holds 50 liters."), @"50 litre");
    snap!(q("It weighs 278kg."), @"278 kilogram");
    snap!(q("It weighs 12 metric tons."), @"12 metric ton");
    snap!(q("It weighs 12 tons."), @"12 ton");
    snap!(q("It produces 550 megawatts."), @"550 megawatt");
    snap!(q("It produces 550MW."), @"550 megawatt");
    snap!(q("It uses 5.5kWh."), @"5.5 kilowatt hour");
    snap!(q("The engine gives 536 hp."), @"536 horsepower");
    snap!(q("It ran at 3000 rpm."), @"3000 revolution per minute");
    snap!(q("It hit 74 mph."), @"74 mile per hour");
    snap!(q("It moves 90 km/h."), @"90 kilometre per hour");
    snap!(q("It drove 100 kilometres per hour."), @"100 kilometre per hour");
    snap!(q("The field was 10 kV/cm."), @"10 kilovolt per centimetre");
    snap!(q("Winds of 60 knots blew."), @"60 knot");
    snap!(q("It was 25C in Rome."), @"25 degree Celsius");
    snap!(q("It was 38°C in Rome."), @"38 degree Celsius");
    snap!(q("It fell to 50 degrees Fahrenheit."), @"down level 50 degree Fahrenheit");
    snap!(q("Rotate it 90 degrees."), @"90 degree");
    snap!(q("It stored 50GB."), @"50 gigabyte");
    snap!(q("It sends 30Mbps."), @"30 megabit per second");
    snap!(q("It was 15kHz loud."), @"15 kilohertz");
    snap!(q("Pressure was 8.90 ksi."), @"8.9 kilopound per square inch");
    snap!(q("The hole is 352 μm wide."), @"352 micrometre");
    snap!(q("It is 5ft 10in tall."), @"70 inch");
    snap!(q("It took 3 hours and 20 minutes."), @"200 minute");
    snap!(q("It took 24 hours, 39 minutes and 35 seconds."), @"24 hour; 2375 second");
    snap!(q("He ate 20 (kg) of it."), @"20 kilogram");
    snap!(q("The 2.4Ghz toy was sold."), @"2.4 gigahertz");
    snap!(q("It has 5G data."), @"");
    snap!(q("The 100-metre sprint is next."), @"100 metre");
    snap!(q("It is 25.5″ long."), @"25.5 inch");
    snap!(q("It has 12 page ads."), @"12 page ad");
    snap!(q("It sells 20 EV models."), @"20 EV model");
}

#[test]
fn energy() {
    snap!(q("It ships 55 bcm a year."), @"55000000000 cubic metre per year");
    snap!(q("It ships 55 billion cubic metres a year."), @"55000000000 cubic metre per year");
    snap!(q("It ships 155 billion cubic meters of gas a year."), @"155000000000 cubic metre per year");
    snap!(q("It holds 3 bcf of gas."), @"3000000000 cubic foot");
    snap!(q("It pumps 2.14 million barrels per day (bpd)."), @"2140000 barrel per day");
    snap!(q("It pumps 2.0 million barrels of oil per day."), @"2000000 barrel per day");
    snap!(q("It pumps 325,000 bpd."), @"325000 barrel per day");
    snap!(q("It pumped 1 million barrels of oil."), @"1000000 barrel of oil");
    snap!(q("It pumps 500,000 barrels a day."), @"500000 barrel per day");
    snap!(q("It pumps 5 mb/d."), @"5000000 barrel per day");
    snap!(q("It makes 3 million boe."), @"3000000 barrel of oil equivalent");
    snap!(q("It sold 10 mmt of wheat."), @"10000000 metric ton");
    snap!(q("It sold 10 mt of wheat."), @"10 mt");
    snap!(q("It makes 20 mtpa."), @"20000000 metric ton per year");
    snap!(q("Gas costs $2.24 per mmBtu."), @"2.24 dollar per million British thermal unit");
    snap!(q("It makes 12 TWh."), @"12 terawatt hour");
    snap!(q("It makes 31,200 metric tons of zinc a year."), @"31200 metric ton per year");
}

#[test]
fn rates() {
    snap!(q("It earns $5 an hour."), @"5 dollar per hour");
    snap!(q("It costs $14.95 a month."), @"14.95 dollar per month");
    snap!(q("Oil rose to $58 a barrel."), @"up level 58 dollar per barrel");
    snap!(q("Oil cost $58 a barrel a year ago."), @"58 dollar per barrel");
    snap!(q("It paid $5m a year earlier."), @"5000000 US dollar");
    snap!(q("Gold cost $1,271.2 an ounce."), @"1271.2 dollar per ounce");
    snap!(q("Rent is $1,100 per square foot."), @"1100 dollar per square foot");
    snap!(q("It paid 63 cents per share."), @"63 cent per share");
    snap!(q("It runs 50 flights a day."), @"50 flight per day");
    snap!(q("It emits 12 tonnes per capita."), @"12 metric ton per person");
    snap!(q("There are 12 cases per 100,000 people."), @"12 case per 100000 people");
    snap!(q("It earns €5m annually."), @"5000000 euro per year");
    snap!(q("The $70-a-share bid failed."), @"70 dollar per share");
    snap!(q("It is £24 a-year more."), @"24 pound sterling per year");
    snap!(q("It costs $3 per person."), @"3 dollar per person");
    snap!(q("It grows 5% a year."), @"up 5 percent per year");
    snap!(q("He works 40 hours a week."), @"40 hour per week");
    snap!(q("It earns $20 every month."), @"20 dollar per month");
    snap!(q("It moves 9 mm / yr."), @"9 millimetre per year");
    snap!(q("It works 40-60 hours per person."), @"40..60 hour per person");
    snap!(q("He paid £5 a piece."), @"5 pound sterling per piece");
}

#[test]
fn percent() {
    snap!(q("It rose 5%."), @"up 5 percent");
    snap!(q("It rose 5 per cent."), @"up 5 percent");
    snap!(q("It rose 5 percent."), @"up 5 percent");
    snap!(q("It rose 5 percentage points."), @"up 5 percentage point");
    snap!(q("It rose 25 basis points."), @"up 25 basis point");
    snap!(q("It cut rates by 25 bps."), @"down 25 basis point");
    snap!(q("It rose 0.5 pp."), @"up 0.5 percentage point");
    snap!(q("4 ppb of lead was found."), @"4 part per billion");
}

#[test]
fn ages() {
    snap!(q("The 45-year-old farmer left."), @"45 year of age");
    snap!(q("He is 45 years old."), @"45 year of age");
    snap!(q("A woman aged 45 left."), @"45 year of age");
    snap!(q("Men aged 18 to 34 left."), @"18..34 year of age");
    snap!(q("Ann Buckley, 32, left."), @"32 year of age");
    snap!(q("Ann Buckley (32) left."), @"32 year of age");
    snap!(q("Mr Lewis, now 77, left."), @"77 year of age");
    snap!(q("He will be 35 by then."), @"35 year of age");
    snap!(q("She turned 40."), @"40 year of age");
    snap!(q("He died at the age of 61."), @"61 year of age");
    snap!(q("They raised the retirement age to 65."), @"65 year of age");
    snap!(q("A 400 million-year-old rock was found."), @"400000000 year of age");
    snap!(q("The 18-month-old baby slept."), @"18 month of age");
    snap!(q("At 6 weeks of age it walks."), @"6 week of age");
    snap!(q("It is more than 500 years old."), @"over 500 year of age");
    snap!(q("Life expectancy is around 73."), @"about 73 year of age");
}

#[test]
fn nouns() {
    snap!(q("14 Indian Navy ships left."), @"14 Indian Navy ship");
    snap!(q("Three armed pirates fled."), @"3 armed pirate");
    snap!(q("About 460 Kia and Hyundai cars were stolen."), @"about 460 Kia Hyundai car");
    snap!(q("Two sides met."), @"2 side");
    snap!(q("20 decently priced coal-fired plants closed."), @"20 priced coal-fired plant");
    snap!(q("Four different bosses met."), @"4 different boss");
    snap!(q("There were 1,307,000 Americans."), @"1307000 American");
    snap!(q("One of Airbnb's earliest investments failed."), @"1 Airbnb early investment");
    snap!(q("One of the cables broke."), @"1 cable");
    snap!(q("They own 35 sections of land."), @"35 section of land");
    snap!(q("It saw 12 cases of measles."), @"12 case of measles");
    snap!(q("It is a 12 page document."), @"12 page");
    snap!(q("Six members of parliament left."), @"6 member of parliament");
    snap!(q("Tesla sold 63,000 Model 3 sedans."), @"63000 Model 3 sedan");
    snap!(q("Five long years passed."), @"5 year");
    snap!(q("Seven European countries agreed."), @"7 European country");
    snap!(q("The 19 Republicans left."), @"19 Republican");
    snap!(q("Two more ships left."), @"2 ship");
    snap!(q("They named 12 people Monday."), @"12 people");
    snap!(q("36,000 staff left."), @"36000 staff");
    snap!(q("Four planeloads of arms vanished."), @"4 planeload of arms");
    snap!(q("He saw several hundred small boats."), @"300..900 small boat");
    snap!(q("One of the two largest unions left."), @"1 large union; 2 large union");
    snap!(q("There are 300 millions of them."), @"300000000");
}

#[test]
fn persons() {
    snap!(q("12 killed, 20 more injured."), @"12 person; 20 person");
    snap!(q("At least 12 were killed."), @"at least 12 person");
    snap!(q("Three dead in blast."), @"3 person");
    snap!(q("80 missing after quake."), @"80 person");
    snap!(q("The blast killed 31,000 and injured 80."), @"31000 person; 80 person");
    snap!(q("The quake killed dozens."), @"24..99 person");
    snap!(q("Five of whom died."), @"5 person");
    snap!(q("12 people died, 7 of them children."), @"12 people; 7 child");
    snap!(q("230 people died, 170 of them in Aceh."), @"230 people; 170 people (lent)");
    snap!(q("It hurt 50 people and 30 others."), @"50 people; 30 person");
    snap!(q("It has a population of 120,000."), @"120000 person");
    snap!(q("The death toll rose to 45."), @"up level 45 person");
    snap!(q("68,400 who lost jobs left."), @"68400 person");
    snap!(q("No one was killed."), @"0 person");
    snap!(q("Nobody was hurt."), @"0 person");
    snap!(q("There were no casualties."), @"0 casualty");
    snap!(q("No injuries were reported."), @"");
    snap!(q("No one knows."), @"");
    snap!(q("There were no reports of deaths."), @"");
    snap!(q("He said 30 of the 80 wounded left."), @"30 person; 80 person");
    snap!(q("1,000 people are housed and another 2,000 are waiting."), @"1000 people; 2000 people (lent)");
    snap!(q("Ground Zero who left."), @"");
    snap!(q("There were 50 fans, including 12 in costume."), @"50 fan; 12 fan (lent)");
}

#[test]
fn attributes() {
    snap!(q("They released a 225-page report."), @"225 page");
    snap!(q("A three-member panel met."), @"3 member");
    // A small number names a kind.
    snap!(q("It has a six-speed gearbox."), @"");
}

#[test]
fn quakes() {
    snap!(q("A 6.1-magnitude quake hit."), @"6.1 magnitude");
    snap!(q("A magnitude 7.6 quake hit."), @"7.6 magnitude");
    snap!(q("It had a magnitude of 5.9."), @"5.9 magnitude");
    snap!(q("A 4.4 quake hit."), @"4.4 magnitude");
    snap!(q("A tremor of 6.4 on the Richter scale hit."), @"6.4 magnitude");
    snap!(q("They put the magnitude at 6.1."), @"6.1 magnitude");
    snap!(q("A 4.6 quake rattles the county."), @"4.6 magnitude");
}
