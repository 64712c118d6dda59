//! What recurs, what is only near the present, named days, and what is no time at all.

use insta::assert_snapshot as snap;

use super::t;

#[test]
fn sets() {
    snap!(t("They meet every two weeks."), @r#""every two weeks" SET P2W"#);
    snap!(t("They meet annually."), @r#""annually" SET P1Y"#);
    snap!(t("They meet every day."), @r#""every day" SET P1D"#);
    snap!(t("They meet each July."), @r#""each July" SET XXXX-07"#);
    snap!(t("They meet every other month."), @r#""every other month" SET P2M"#);
    snap!(t("They meet twice a week."), @r#""twice a week" SET P1W"#);
    snap!(t("They meet on Mondays."), @r#""Mondays" SET XXXX-WXX-1"#);
    snap!(t("They meet every Monday morning."), @r#""every Monday morning" SET XXXX-WXX-1TMO"#);
    snap!(t("They meet weekly."), @r#""weekly" SET P1W"#);
    snap!(t("They meet on Tuesday nights."), @r#""Tuesday nights" SET XXXX-WXX-2TNI"#);
    snap!(t("They meet every few months."), @r#""every few months" SET PXM"#);
    snap!(t("The annual report came."), @"");
    snap!(t("They publish quarterly."), @r#""quarterly" SET P1Q"#);
    snap!(t("They meet every spring."), @r#""every spring" SET XXXX-SP"#);
    snap!(t("They meet three times a year."), @r#""three times a year" SET P1Y"#);
}

#[test]
fn references() {
    snap!(t("He is now rich."), @r#""now" DATE PRESENT_REF"#);
    snap!(t("It is currently closed."), @r#""currently" DATE PRESENT_REF"#);
    snap!(t("Its current chief left."), @r#""current" DATE PRESENT_REF"#);
    snap!(t("He recently left."), @r#""recently" DATE PAST_REF"#);
    snap!(t("He will soon leave."), @r#""soon" DATE FUTURE_REF"#);
    snap!(t("He soon left."), @"");
    snap!(t("In the past it was closed."), @r#""the past" DATE PAST_REF"#);
    snap!(t("In the future it will be closed."), @r#""the future" DATE FUTURE_REF"#);
    snap!(t("In the near future it will be closed."), @r#""the near future" DATE FUTURE_REF"#);
    snap!(t("These days it is closed."), @r#""These days" DATE PRESENT_REF"#);
    snap!(t("At the moment it is closed."), @r#""the moment" DATE PRESENT_REF"#);
    snap!(t("The recent sale failed."), @r#""recent" DATE PAST_REF"#);
    snap!(t("More recently it was closed."), @r#""More recently" DATE PAST_REF"#);
    snap!(t("He left as soon as he could."), @"");
}

#[test]
fn holidays() {
    snap!(t("They met on Christmas Day."), @r#""Christmas Day" DATE 2022-12-25 [2022-12-25]"#);
    snap!(t("They met at Christmas 2007."), @r#""Christmas 2007" DATE 2007-12-25 [2007-12-25]"#);
    snap!(t("They will meet on Good Friday."), @r#""Good Friday" DATE 2024-03-29 [2024-03-29]"#);
    snap!(t("They met on Thanksgiving."), @r#""Thanksgiving" DATE 2022-11-24 [2022-11-24]"#);
    snap!(t("They met last Easter."), @r#""last Easter" DATE 2023-04-09 [2023-04-09]"#);
    snap!(t("They vote on Election Day."), @r#""Election Day" DATE 2023-11-07 [2023-11-07]"#);
    snap!(t("They met on New Year's Eve."), @r#""New Year's Eve" DATE 2022-12-31 [2022-12-31]"#);
    snap!(t("They marched on May Day."), @r#""May Day" DATE 2023-05-01 [2023-05-01]"#);
    snap!(t("They met on the Fourth of July."), @r#""the Fourth of July" DATE 2023-07-04 [2023-07-04]"#);
    snap!(t("They met on Labor Day."), @r#""Labor Day" DATE 2023-09-04 [2023-09-04]"#);
    snap!(t("They met on St. Patrick's Day."), @r#""St. Patrick's Day" DATE 2023-03-17 [2023-03-17]"#);
}

#[test]
fn no_times() {
    snap!(t("He read The Times."), @"");
    snap!(t("The second man left."), @"");
    snap!(t("Give him a second."), @"");
    snap!(t("The Sun said so."), @"");
    snap!(t("The force sat down."), @"");
    snap!(t("The dam will fall."), @"");
    snap!(t("He bought 40-60 shares."), @"");
    snap!(t("In the 1-0 win he scored."), @"");
    snap!(t("A March of Dimes gift came."), @"");
    snap!(t("The day was long."), @"");
    snap!(t("It was a Boeing 707."), @"");
    snap!(t("The 40-year-old left."), @"");
    snap!(t("Once more he left."), @"");
}
