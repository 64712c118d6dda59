//! Weekdays and weekends.

use insta::assert_snapshot as snap;

use super::t;

#[test]
fn weekdays() {
    snap!(t("The minister said on Friday that he would go."), @r#""Friday" DATE 2023-10-13 [2023-10-13]"#);
    snap!(t("The minister said Monday he would go."), @r#""Monday" DATE 2023-10-16 [2023-10-16]"#);
    snap!(t("The minister said on Tuesday."), @r#""Tuesday" DATE 2023-10-17 [2023-10-17]"#);
    snap!(t("The minister will speak on Friday."), @r#""Friday" DATE 2023-10-20 [2023-10-20]"#);
    snap!(t("The minister is to speak on Friday."), @r#""Friday" DATE 2023-10-20 [2023-10-20]"#);
    snap!(t("The minister is expected to arrive on Thursday."), @r#""Thursday" DATE 2023-10-19 [2023-10-19]"#);
    snap!(t("Talks are set to resume Monday."), @r#""Monday" DATE 2023-10-23 [2023-10-23]"#);
    snap!(t("The offer expires on Friday."), @r#""Friday" DATE 2023-10-20 [2023-10-20]"#);
    snap!(t("They had met on Wednesday before the vote."), @r#""Wednesday" DATE 2023-10-11 [2023-10-11]"#);
    snap!(t("A meeting scheduled for Thursday was moved."), @r#""Thursday" DATE 2023-10-19 [2023-10-19]"#);
    snap!(t("Voters did not turn out Sunday."), @r#""Sunday" DATE 2023-10-15 [2023-10-15]"#);
}

#[test]
fn pointed_weekdays() {
    snap!(t("They met last Friday."), @r#""last Friday" DATE 2023-10-13 [2023-10-13]"#);
    snap!(t("They met last Tuesday."), @r#""last Tuesday" DATE 2023-10-10 [2023-10-10]"#);
    snap!(t("They will meet next Monday."), @r#""next Monday" DATE 2023-10-23 [2023-10-23]"#);
    snap!(t("They will meet this Friday."), @r#""this Friday" DATE 2023-10-20 [2023-10-20]"#);
    snap!(t("They met this past Saturday."), @r#""this past Saturday" DATE 2023-10-14 [2023-10-14]"#);
    snap!(t("They meet this coming Sunday."), @r#""this coming Sunday" DATE 2023-10-22 [2023-10-22]"#);
    snap!(t("They met on Thursday last week."), @r#""Thursday last week" DATE 2023-10-12 [2023-10-12]"#);
    snap!(t("They will meet on Wednesday of next week."), @r#""Wednesday of next week" DATE 2023-10-25 [2023-10-25]"#);
    snap!(t("They met on Friday, Oct. 6. The previous Monday they had quarrelled."), @r#""Friday, Oct. 6" DATE 2023-10-06 [2023-10-06]; "The previous Monday" DATE 2023-10-02 [2023-10-02]"#);
}

#[test]
fn weekends() {
    snap!(t("They met over the weekend."), @r#""the weekend" DATE 2023-W41-WE [2023-10-14 to 2023-10-15]"#);
    snap!(t("They will meet at the weekend."), @r#""the weekend" DATE 2023-W42-WE [2023-10-21 to 2023-10-22]"#);
    snap!(t("They met last weekend."), @r#""last weekend" DATE 2023-W41-WE [2023-10-14 to 2023-10-15]"#);
    snap!(t("They will meet next weekend."), @r#""next weekend" DATE 2023-W42-WE [2023-10-21 to 2023-10-22]"#);
}
