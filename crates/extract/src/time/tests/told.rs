//! What rests on the publication date or on what was told before.

use insta::assert_snapshot as snap;

use super::t;

#[test]
fn told_before() {
    snap!(t("He resigned in May 2019. That month the party split."), @r#""May 2019" DATE 2019-05 [2019-05]; "That month" DATE 2019-05 [2019-05]"#);
    snap!(t("He resigned in May 2019. The following month the party split."), @r#""May 2019" DATE 2019-05 [2019-05]; "The following month" DATE 2019-06 [2019-06]"#);
    snap!(t("He resigned in May 2019. The same year the party split."), @r#""May 2019" DATE 2019-05 [2019-05]; "The same year" DATE 2019 [2019]"#);
    snap!(t("He resigned in May 2019. That same day the party split."), @r#""May 2019" DATE 2019-05 [2019-05]; "That same day" DATE 2019-05-XX [2019-05]"#);
    snap!(t("He resigned on 3 May 2019. Two days later the party split."), @r#""3 May 2019" DATE 2019-05-03 [2019-05-03]; "Two days later" DATE 2019-05-05 [2019-05-05]"#);
    snap!(t("He resigned on 3 May 2019. The next day the party split."), @r#""3 May 2019" DATE 2019-05-03 [2019-05-03]; "The next day" DATE 2019-05-04 [2019-05-04]"#);
    snap!(t("He resigned on 3 May 2019. A week earlier the party had split."), @r#""3 May 2019" DATE 2019-05-03 [2019-05-03]; "A week earlier" DATE 2019-04-26 [2019-04-23 to 2019-04-29]"#);
    snap!(t("He resigned on 3 May 2019. That night the party split."), @r#""3 May 2019" DATE 2019-05-03 [2019-05-03]; "That night" TIME 2019-05-03TNI [2019-05-03 to 2019-05-04]"#);
    snap!(t("He resigned in 2019. In October the party split."), @r#""2019" DATE 2019 [2019]; "October" DATE 2019-10 [2019-10]"#);
    snap!(t("He resigned in December 2019. In January the party split."), @r#""December 2019" DATE 2019-12 [2019-12]; "January" DATE 2020-01 [2020-01]"#);
}

#[test]
fn ago_and_from_now() {
    snap!(t("It began two years ago."), @r#""two years ago" DATE 2021 [2021-01-01 to 2022-04-17]"#);
    snap!(t("It began nearly two years ago."), @r#""nearly two years ago" DATE 2021 LESS_THAN [2021-01-01 to 2022-04-17]"#);
    snap!(t("It began ten days ago."), @r#""ten days ago" DATE 2023-10-07 [2023-10-07]"#);
    snap!(t("It began three weeks ago."), @r#""three weeks ago" DATE 2023-W39 [2023-09-23 to 2023-10-01]"#);
    snap!(t("It began a month ago."), @r#""a month ago" DATE 2023-09 [2023-09-01 to 2023-10-03]"#);
    snap!(t("It began six months ago."), @r#""six months ago" DATE 2023-04 [2023-03-29 to 2023-05-16]"#);
    snap!(t("It began a decade ago."), @r#""a decade ago" DATE 2013 [2008-10-15 to 2018-10-17]"#);
    snap!(t("It began several years ago."), @r#""several years ago" DATE PAST_REF [2011-10-08 to 2020-10-17]"#);
    snap!(t("It began a few weeks ago."), @r#""a few weeks ago" DATE PAST_REF [2023-08-15 to 2023-10-03]"#);
    snap!(t("It will end six months from now."), @r#""six months from now" DATE 2024-04 [2024-03-19 to 2024-05-06]"#);
    snap!(t("It will end three years hence."), @r#""three years hence" DATE 2026 [2026-01-01 to 2027-04-20]"#);
    snap!(t("It began an hour ago."), @r#""an hour ago" DATE PAST_REF [2023-10-16 to 2023-10-18]"#);
}

#[test]
fn verbs_a_little_further_off() {
    snap!(super::t("The firm changed to a calendar year in December."), @r#""December" DATE 2022-12 [2022-12]"#);
    snap!(super::at("2023-03-01T09:00:00Z", "It rained last February."), @r#""last February" DATE 2022-02 [2022-02]"#);
    snap!(super::at("2023-04-01T09:00:00Z", "It rained last February."), @r#""last February" DATE 2023-02 [2023-02]"#);
}
