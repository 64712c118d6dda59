//! Ends of weeks, months, quarters and years, where "last" and "next" are easily a step off.

use insta::assert_snapshot as snap;

use super::at;

/// A Friday.
fn friday(text: &str) -> String {
    at("2024-03-15T12:00:00Z", text)
}

/// A Monday, the first of a month.
fn monday(text: &str) -> String {
    at("2024-04-01T12:00:00Z", text)
}

/// A Sunday, the last day of a quarter.
fn sunday(text: &str) -> String {
    at("2024-03-31T12:00:00Z", text)
}

/// A Wednesday, the 31st.
fn last_of_month(text: &str) -> String {
    at("2024-01-31T12:00:00Z", text)
}

/// A Friday of the last ISO week of its year, which has 53.
fn new_year(text: &str) -> String {
    at("2021-01-01T12:00:00Z", text)
}

#[test]
fn on_a_friday() {
    snap!(friday("They met last Friday."), @r#""last Friday" DATE 2024-03-08 [2024-03-08]"#);
    snap!(friday("They met on Friday."), @r#""Friday" DATE 2024-03-15 [2024-03-15]"#);
    snap!(friday("They will meet on Friday."), @r#""Friday" DATE 2024-03-15 [2024-03-15]"#);
    snap!(friday("They will meet next Friday."), @r#""next Friday" DATE 2024-03-22 [2024-03-22]"#);
    snap!(friday("They met on Thursday."), @r#""Thursday" DATE 2024-03-14 [2024-03-14]"#);
    snap!(friday("They will meet on Saturday."), @r#""Saturday" DATE 2024-03-16 [2024-03-16]"#);
    snap!(friday("They will meet this weekend."), @r#""this weekend" DATE 2024-W11-WE [2024-03-16 to 2024-03-17]"#);
    snap!(friday("They met last weekend."), @r#""last weekend" DATE 2024-W10-WE [2024-03-09 to 2024-03-10]"#);
    snap!(friday("They met earlier this week."), @r#""earlier this week" DATE 2024-W11 START [2024-03-10 to 2024-03-13]"#);
}

#[test]
fn on_a_monday_the_first() {
    snap!(monday("They met on Sunday."), @r#""Sunday" DATE 2024-03-31 [2024-03-31]"#);
    snap!(monday("They met on Friday."), @r#""Friday" DATE 2024-03-29 [2024-03-29]"#);
    snap!(monday("They will meet on Sunday."), @r#""Sunday" DATE 2024-04-07 [2024-04-07]"#);
    snap!(monday("They met this weekend."), @r#""this weekend" DATE 2024-W13-WE [2024-03-30 to 2024-03-31]"#);
    snap!(monday("They met over the weekend."), @r#""the weekend" DATE 2024-W13-WE [2024-03-30 to 2024-03-31]"#);
    snap!(monday("They met last week."), @r#""last week" DATE 2024-W13 [2024-03-24 to 2024-03-31]"#);
    snap!(monday("They met last month."), @r#""last month" DATE 2024-03 [2024-03]"#);
    snap!(monday("They met earlier this month."), @r#""earlier this month" DATE 2024-04 START [2024-04-01 to 2024-04-15]"#);
    snap!(monday("Profit rose in the last quarter."), @r#""the last quarter" DATE 2024-Q1 [2024-01-01 to 2024-03-31]"#);
    snap!(monday("Profit rose in the first quarter."), @r#""the first quarter" DATE 2024-Q1 [2024-01-01 to 2024-03-31]"#);
    snap!(monday("It snowed in March."), @r#""March" DATE 2024-03 [2024-03]"#);
    snap!(monday("It will rain in April."), @r#""April" DATE 2024-04 [2024-04]"#);
}

#[test]
fn on_a_sunday_at_the_end_of_a_quarter() {
    snap!(sunday("They met on Saturday."), @r#""Saturday" DATE 2024-03-30 [2024-03-30]"#);
    snap!(sunday("They will meet on Monday."), @r#""Monday" DATE 2024-04-01 [2024-04-01]"#);
    snap!(sunday("They will meet next week."), @r#""next week" DATE 2024-W14 [2024-03-31 to 2024-04-07]"#);
    snap!(sunday("They will meet tomorrow."), @r#""tomorrow" DATE 2024-04-01 [2024-04-01]"#);
    snap!(sunday("They will meet next month."), @r#""next month" DATE 2024-04 [2024-04]"#);
    snap!(sunday("Profit will rise in the second quarter."), @r#""the second quarter" DATE 2024-Q2 [2024-04-01 to 2024-06-30]"#);
    snap!(sunday("They met this weekend."), @r#""this weekend" DATE 2024-W13-WE [2024-03-30 to 2024-03-31]"#);
}

#[test]
fn on_the_last_of_a_month() {
    snap!(last_of_month("They will meet next month."), @r#""next month" DATE 2024-02 [2024-02]"#);
    snap!(last_of_month("They met a month ago."), @r#""a month ago" DATE 2023-12 [2023-12-01 to 2024-01-17]"#);
    snap!(last_of_month("They met last month."), @r#""last month" DATE 2023-12 [2023-12]"#);
    snap!(last_of_month("They met a month earlier."), @r#""a month earlier" DATE 2023-12 [2023-12-01 to 2024-01-17]"#);
    snap!(last_of_month("They will meet tomorrow."), @r#""tomorrow" DATE 2024-02-01 [2024-02-01]"#);
    snap!(last_of_month("They will meet by the end of the month."), @r#""the end of the month" DATE 2024-01 END [2024-01-16 to 2024-01-31]"#);
    snap!(last_of_month("They will meet on Feb. 29."), @r#""Feb. 29" DATE 2024-02-29 [2024-02-29]"#);
    snap!(last_of_month("Profit rose in the fourth quarter."), @r#""the fourth quarter" DATE 2023-Q4 [2023-10-01 to 2023-12-31]"#);
}

#[test]
fn around_new_year() {
    snap!(new_year("They met this week."), @r#""this week" DATE 2020-W53 [2020-12-27 to 2021-01-03]"#);
    snap!(new_year("They met last week."), @r#""last week" DATE 2020-W52 [2020-12-20 to 2020-12-27]"#);
    snap!(new_year("They will meet next week."), @r#""next week" DATE 2021-W01 [2021-01-03 to 2021-01-10]"#);
    snap!(new_year("They met on Thursday."), @r#""Thursday" DATE 2020-12-31 [2020-12-31]"#);
    snap!(new_year("They met in December."), @r#""December" DATE 2020-12 [2020-12]"#);
    snap!(new_year("They met on Dec. 30."), @r#""Dec. 30" DATE 2020-12-30 [2020-12-30]"#);
    snap!(new_year("They will meet on Jan. 4."), @r#""Jan. 4" DATE 2021-01-04 [2021-01-04]"#);
    snap!(new_year("They met last year."), @r#""last year" DATE 2020 [2020]"#);
    snap!(new_year("They will meet later this year."), @r#""later this year" DATE 2021 END [2021-07-02 to 2021-12-31]"#);
    snap!(new_year("The week of Dec. 28 was cold."), @r#""The week of Dec. 28" DATE 2020-W53 [2020-12-27 to 2021-01-03]"#);
    snap!(new_year("It rained on the last day of 2020."), @r#""the last day of 2020" DATE 2020-12-31 [2020-12-31]"#);
    snap!(new_year("It rained in the last week of December."), @r#""the last week of December" DATE 2020-W53 [2020-12-25 to 2021-01-03]"#);
    snap!(new_year("They met on New Year's Eve."), @r#""New Year's Eve" DATE 2020-12-31 [2020-12-31]"#);
}
