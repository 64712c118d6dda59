//! Lengths of time.

use insta::assert_snapshot as snap;

use super::t;

#[test]
fn lengths() {
    snap!(t("It lasted two years."), @r#""two years" DURATION P2Y [547.5 to 915 days]"#);
    snap!(t("It lasted nearly two years."), @r#""nearly two years" DURATION P2Y LESS_THAN [547.5 to 732 days]"#);
    snap!(t("It lasted more than two years."), @r#""more than two years" DURATION P2Y MORE_THAN [more than 730 days]"#);
    snap!(t("It lasted less than two years."), @r#""less than two years" DURATION P2Y LESS_THAN [0 to 732 days]"#);
    snap!(t("It lasted at least 30 days."), @r#""at least 30 days" DURATION P30D EQUAL_OR_MORE [at least 30 days]"#);
    snap!(t("It lasted up to 180 days."), @r#""up to 180 days" DURATION P180D EQUAL_OR_LESS [0 to 180 days]"#);
    snap!(t("It lasted about a decade."), @r#""about a decade" DURATION P10Y APPROX [1,826 to 5,479.5 days]"#);
    snap!(t("It lasted two and a half years."), @r#""two and a half years" DURATION P2Y6M [730 to 1,098 days]"#);
    snap!(t("It lasted 2 1/2 hours."), @r#""2 1/2 hours" DURATION PT2H30M [0.083333333 to 0.125 days]"#);
    snap!(t("It lasted a year and a half."), @r#""a year and a half" DURATION P1Y6M [365 to 732 days]"#);
    snap!(t("It lasted half an hour."), @r#""half an hour" DURATION PT30M [0.010416667 to 0.03125 days]"#);
    snap!(t("It lasted a few days."), @r#""a few days" DURATION PXD [2 to 9 days]"#);
    snap!(t("It lasted several weeks."), @r#""several weeks" DURATION PXW [21 to 84 days]"#);
    snap!(t("It lasted a couple of months."), @r#""a couple of months" DURATION P2M [42 to 108.5 days]"#);
    snap!(t("It lasted 12 to 18 months."), @r#""12 to 18 months" DURATION PXM [336 to 558 days]"#);
    snap!(t("It lasted two or three weeks."), @r#""two or three weeks" DURATION PXW [14 to 21 days]"#);
    snap!(t("It lasted twenty-four hours."), @r#""twenty-four hours" DURATION PT24H [0.97916667 to 1.0208333 days]"#);
    snap!(t("It lasted two hundred years."), @r#""two hundred years" DURATION P200Y [72,817.5 to 73,383 days]"#);
    snap!(t("It lasted a fortnight."), @r#""a fortnight" DURATION P2W [7 to 21 days]"#);
    snap!(t("It lasted three decades."), @r#""three decades" DURATION P30Y [9,130 to 12,785.5 days]"#);
    snap!(t("It lasted 90 minutes."), @r#""90 minutes" DURATION PT90M [0.062152774 to 0.062847227 days]"#);
    snap!(t("It lasted five trading days."), @r#""five trading days" DURATION P5D [5 days]"#);
    snap!(t("It lasted a year or two."), @r#""a year or two" DURATION P1Y [182.5 to 549 days]"#);
    snap!(t("It is over within 48 hours."), @r#""48 hours" DURATION PT48H [1.9791667 to 2.0208333 days]"#);
}

#[test]
fn bare_plurals() {
    snap!(t("It went on for minutes."), @r#""minutes" DURATION PTXM [0.0013888889 to 0.040277778 days]"#);
    snap!(t("It went on for hours."), @r#""hours" DURATION PTXH [0.083333333 to 2 days]"#);
    snap!(t("It went on for days."), @r#""days" DURATION PXD [2 to 13 days]"#);
    snap!(t("It went on for weeks."), @r#""weeks" DURATION PXW [14 to 59 days]"#);
    snap!(t("It went on for months."), @r#""months" DURATION PXM [60 to 729 days]"#);
    snap!(t("It went on for years."), @r#""years" DURATION PXY [730 to 7,304 days]"#);
    snap!(t("It went on for decades."), @r#""decades" DURATION PXY [7,305 to 36,524 days]"#);
    snap!(t("It went on for centuries."), @r#""centuries" DURATION PXCE [73,048 to 365,242 days]"#);
    snap!(t("It took just weeks."), @r#""weeks" DURATION PXW [14 to 59 days]"#);
    snap!(t("It happens within weeks or months."), @r#""weeks or months" DURATION PXW [14 to 59 days]"#);
}

#[test]
fn attributive_lengths() {
    snap!(t("The two-day visit began."), @r#""two-day" DURATION P2D [2 days]"#);
    snap!(t("The eight-year war ended."), @r#""eight-year" DURATION P8Y [2,920 to 2,928 days]"#);
    snap!(t("A 30-day rate rose."), @r#""30-day" DURATION P30D [30 days]"#);
    snap!(t("A decades-long feud ended."), @r#""decades-long" DURATION PXY [7,305 to 36,524 days]"#);
    snap!(t("A year-long trial ended."), @r#""year-long" DURATION P1Y [365 to 366 days]"#);
    snap!(t("The 8-month-old truce held."), @r#""8-month-old" DURATION P8M [224 to 248 days]"#);
    snap!(t("The three hour meeting ended."), @r#""three hour" DURATION PT3H [0.10416667 to 0.14583333 days]"#);
}

#[test]
fn lengths_beside_today() {
    snap!(t("It grew in the past three years."), @r#""the past three years" DURATION P3Y [912.5 to 1,281 days]"#);
    snap!(t("It will grow in the next two weeks."), @r#""the next two weeks" DURATION P2W [10.5 to 17.5 days]"#);
    snap!(t("It grew in the first nine months of 2023."), @r#""the first nine months" DURATION P9M [238 to 294.5 days]; "2023" DATE 2023 [2023]"#);
    snap!(t("It grew in recent years."), @r#""recent years" DATE PAST_REF"#);
    snap!(t("It will grow in coming months."), @r#""coming months" DATE FUTURE_REF"#);
    snap!(t("It grew over the last several quarters."), @r#""the last several quarters" DURATION PXQ [270 to 1,104 days]"#);
    snap!(t("The bridge closed for the next 10 days."), @r#""the next 10 days" DURATION P10D [10 days]"#);
}

#[test]
fn counted_units() {
    snap!(t("The war entered its 21st month."), @r#""21st month" DURATION P21M [588 to 651 days]"#);
    // An occasion that returns each year does not last for ten.
    snap!(t("They marked the 10th anniversary."), @"");
    snap!(t("It was the 100th day of the siege."), @r#""100th day" DURATION P100D [100 days]"#);
}

#[test]
fn open_plurals() {
    snap!(t("Prices may fall in the weeks ahead."), @r#""the weeks ahead" DURATION PXW [14 to 59 days]"#);
    snap!(t("In the years that followed, the mill was sold twice."), @r#""the years" DURATION PXY [730 to 7,304 days]"#);
    snap!(t("More rain is due in the days to come."), @r#""the days to come" DURATION PXD [2 to 13 days]"#);
    snap!(t("He told of the hours that followed."), @"");
    snap!(t("They spent the months following moves."), @"");
}

#[test]
fn ages_and_rates() {
    snap!(t("A 17-year-old girl left."), @"");
    snap!(t("She is three years old."), @"");
    snap!(t("A man of 40 years of age left."), @"");
    snap!(t("It earns $5 million a year."), @"");
    snap!(t("It makes four flights a week."), @"");
    snap!(t("The first years of the war were hard."), @r#""The first years" DURATION PXY [730 to 7,304 days]"#);
}

#[test]
fn what_is_measured_by_its_length() {
    snap!(t("It holds 75 hours of video."), @"");
    snap!(t("They were offered six months of base pay."), @"");
    snap!(t("He spoke on the programme \"60 Minutes\"."), @"");
    snap!(t("It took six months of work."), @r#""six months" DURATION P6M [154 to 201.5 days]"#);
    snap!(t("Guards stood there 24 hours a day."), @"");
    snap!(t("They came with their 6-month-old son."), @"");
    snap!(t("Output grew by 8% annually."), @"");
    snap!(t("They meet here annually."), @r#""annually" SET P1Y"#);
}
