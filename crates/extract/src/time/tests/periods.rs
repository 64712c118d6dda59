//! Seasons, quarters, weeks and what is pointed at.

use insta::assert_snapshot as snap;

use super::t;

#[test]
fn seasons() {
    snap!(t("He left in the spring of 2023."), @r#""the spring of 2023" DATE 2023-SP [2023-03-01 to 2023-06-20]"#);
    snap!(t("He left in summer 2022."), @r#""summer 2022" DATE 2022-SU [2022-06-01 to 2022-09-22]"#);
    snap!(t("He left last summer."), @r#""last summer" DATE 2023-SU [2023-06-01 to 2023-09-22]"#);
    snap!(t("He will leave next spring."), @r#""next spring" DATE 2024-SP [2024-03-01 to 2024-06-20]"#);
    snap!(t("He left this past winter."), @r#""this past winter" DATE 2022-WI [2021-12-01 to 2023-03-20]"#);
    snap!(t("He left in the summer."), @r#""the summer" DATE 2023-SU [2023-06-01 to 2023-09-22]"#);
    snap!(t("Prices fall in winter."), @r#""winter" DATE 2023-WI [2022-12-01 to 2024-03-20]"#);
    snap!(t("Prices fall again."), @"");
}

#[test]
fn quarters_and_halves() {
    snap!(t("Profit rose in the third quarter."), @r#""the third quarter" DATE 2023-Q3 [2023-07-01 to 2023-09-30]"#);
    snap!(t("The third-quarter loss grew."), @r#""third-quarter" DATE 2023-Q3 [2023-07-01 to 2023-09-30]"#);
    snap!(t("Profit rose in the third quarter of 2021."), @r#""the third quarter of 2021" DATE 2021-Q3 [2021-07-01 to 2021-09-30]"#);
    snap!(t("Profit rose in Q3 2021."), @r#""Q3 2021" DATE 2021-Q3 [2021-07-01 to 2021-09-30]"#);
    snap!(t("Profit rose in the second half of 2022."), @r#""the second half of 2022" DATE 2022-H2 [2022-07-01 to 2022-12-31]"#);
    snap!(t("Profit rose in the first half of last year."), @r#""the first half of last year" DATE 2022-H1 [2022-01-01 to 2022-06-30]"#);
    snap!(t("Profit rose in the fiscal first quarter."), @r#""the fiscal first quarter" DATE 2023-Q1 [2022-02-01 to 2024-02-28]"#);
    snap!(t("Profit will rise in the fourth quarter."), @r#""the fourth quarter" DATE 2023-Q4 [2023-10-01 to 2023-12-31]"#);
    snap!(t("Profit rose in last year's fourth quarter."), @r#""last year's fourth quarter" DATE 2022-Q4 [2022-10-01 to 2022-12-31]"#);
    snap!(t("Third-quarter profit rose to $2 from $1 a year earlier."), @r#""Third-quarter" DATE 2023-Q3 [2023-07-01 to 2023-09-30]; "a year earlier" DATE 2022-Q3 [2022-04-16 to 2023-04-18]"#);
    snap!(t("Third-quarter profit rose. The year-ago quarter had a loss."), @r#""Third-quarter" DATE 2023-Q3 [2023-07-01 to 2023-09-30]; "The year-ago quarter" DATE 2022-Q3 [2022-04-16 to 2023-04-18]"#);
    snap!(t("Third-quarter profit rose from a loss in the 2022 period."), @r#""Third-quarter" DATE 2023-Q3 [2023-07-01 to 2023-09-30]; "the 2022 period" DATE 2022-Q3 [2022-07-01 to 2022-09-30]"#);
    snap!(t("The first half of the match was dull."), @"");
}

#[test]
fn fiscal_years() {
    snap!(t("Sales rose in fiscal 2022."), @r#""fiscal 2022" DATE 2022 [2021-02-01 to 2023-11-30]"#);
    snap!(t("Sales rose in FY2022."), @r#""FY2022" DATE 2022 [2021-02-01 to 2023-11-30]"#);
    snap!(t("Sales rose in the current fiscal year."), @r#""the current fiscal year" DATE 2023 [2022-02-01 to 2024-11-29]"#);
    snap!(t("Sales rose in the year ended March 31."), @r#""the year" DURATION P1Y [365 to 366 days]; "March 31" DATE 2023-03-31 [2023-03-31]"#);
}

#[test]
fn this_last_next() {
    snap!(t("It rained last week."), @r#""last week" DATE 2023-W41 [2023-10-08 to 2023-10-15]"#);
    snap!(t("It rained this week."), @r#""this week" DATE 2023-W42 [2023-10-15 to 2023-10-22]"#);
    snap!(t("It will rain next week."), @r#""next week" DATE 2023-W43 [2023-10-22 to 2023-10-29]"#);
    snap!(t("It rained last month."), @r#""last month" DATE 2023-09 [2023-09]"#);
    snap!(t("It rained earlier this month."), @r#""earlier this month" DATE 2023-10 START [2023-10-01 to 2023-10-16]"#);
    snap!(t("It will rain later this month."), @r#""later this month" DATE 2023-10 END [2023-10-16 to 2023-10-31]"#);
    snap!(t("It rained last year."), @r#""last year" DATE 2022 [2022]"#);
    snap!(t("It will rain next year."), @r#""next year" DATE 2024 [2024]"#);
    snap!(t("It rained late last month."), @r#""late last month" DATE 2023-09 END [2023-09-15 to 2023-09-30]"#);
    snap!(t("It rained early this year."), @r#""early this year" DATE 2023 START [2023-01-01 to 2023-07-02]"#);
    snap!(t("By the end of the year it will be built."), @r#""the end of the year" DATE 2023 END [2023-07-02 to 2023-12-31]"#);
    snap!(t("By year-end it will be built."), @r#""year-end" DATE 2023-12-31 END [2023-12-31]"#);
    snap!(t("By year end it will be built."), @r#""year end" DATE 2023 END [2023-07-02 to 2023-12-31]"#);
    snap!(t("By the year's end it will be built."), @r#""the year's end" DATE 2023 END [2023-07-02 to 2023-12-31]"#);
    snap!(t("It grew over the past year."), @r#""the past year" DURATION P1Y [182.5 to 549 days]"#);
    snap!(t("It grew in the last decade."), @r#""the last decade" DATE 201 [2010-01-01 to 2019-12-31]"#);
    snap!(t("It was the worst storm this century."), @r#""this century" DATE 20 [2000-01-01 to 2099-12-31]"#);
}

#[test]
fn the_period_before_is_compared() {
    snap!(t("Third-quarter profit rose from the corresponding period last year."), @r#""Third-quarter" DATE 2023-Q3 [2023-07-01 to 2023-09-30]; "the corresponding period last year" DATE 2022-Q3 [2022-07-01 to 2022-09-30]"#);
    snap!(t("Third-quarter profit rose from the same quarter a year earlier."), @r#""Third-quarter" DATE 2023-Q3 [2023-07-01 to 2023-09-30]; "the same quarter a year earlier" DATE 2022-Q3 [2022-07-01 to 2022-09-30]"#);
    snap!(t("Third-quarter profit rose. In the comparable year-ago quarter it fell."), @r#""Third-quarter" DATE 2023-Q3 [2023-07-01 to 2023-09-30]; "the comparable year-ago quarter" DATE 2022-Q3 [2022-07-01 to 2022-09-30]"#);
    snap!(t("Third-quarter profit rose. For the quarter a year ago it was small."), @r#""Third-quarter" DATE 2023-Q3 [2023-07-01 to 2023-09-30]; "the quarter a year ago" DATE 2022-Q3 [2022-07-01 to 2022-09-30]"#);
}

#[test]
fn some_time_ahead_or_behind() {
    snap!(t("It rained in recent years."), @r#""recent years" DATE PAST_REF"#);
    snap!(t("It rained in past years."), @r#""past years" DATE PAST_REF"#);
    snap!(t("It will rain in coming months."), @r#""coming months" DATE FUTURE_REF"#);
    snap!(t("It will rain in the coming months."), @r#""the coming months" DURATION PXM [60 to 729 days]"#);
    snap!(t("It will rain in the short term."), @r#""the short term" DATE FUTURE_REF"#);
    snap!(t("It will rain at a later date."), @r#""a later date" DATE FUTURE_REF"#);
}

#[test]
fn an_age_is_no_day() {
    snap!(t("He saw the most recent model."), @"");
    snap!(t("Now, nobody is surprised."), @"");
    snap!(t("Now nobody is surprised."), @r#""Now" DATE PRESENT_REF"#);
    snap!(t("He spoke of today's youth."), @"");
    snap!(t("He spoke of many of today's computers."), @"");
    snap!(t("He spoke of the people of tomorrow."), @"");
    snap!(t("He spoke of today's talks."), @r#""today" DATE 2023-10-17 [2023-10-17]"#);
    snap!(t("It was high noon for the party."), @"");
    snap!(t("He joined the annual March for Peace."), @"");
}

#[test]
fn christmas_and_new_year_are_one_season() {
    snap!(t("Sales grew over the Christmas and New Year break."), @r#""Christmas and New Year" DATE 2022-12-25 [2022-12-25]"#);
    snap!(t("It will close on Christmas Day and New Year's Day."), @r#""Christmas Day" DATE 2023-12-25 [2023-12-25]; "New Year's Day" DATE 2024-01-01 [2024-01-01]"#);
}
