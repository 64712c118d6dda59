//! Months.

use insta::assert_snapshot as snap;

use super::t;

#[test]
fn months() {
    snap!(t("Prices rose in September."), @r#""September" DATE 2023-09 [2023-09]"#);
    snap!(t("Prices rose in October."), @r#""October" DATE 2023-10 [2023-10]"#);
    snap!(t("Prices rose in November."), @r#""November" DATE 2022-11 [2022-11]"#);
    snap!(t("Prices will rise in November."), @r#""November" DATE 2023-11 [2023-11]"#);
    snap!(super::at("2023-11-28T09:00:00Z", "The quake hit the town in February."), @r#""February" DATE 2023-02 [2023-02]"#);
    snap!(super::at("2023-11-28T09:00:00Z", "The town opens its bridge in February."), @r#""February" DATE 2024-02 [2024-02]"#);
    snap!(t("Prices will rise in February."), @r#""February" DATE 2024-02 [2024-02]"#);
    snap!(t("Prices rose in June 2021."), @r#""June 2021" DATE 2021-06 [2021-06]"#);
    snap!(t("Prices rose in June, 2021."), @r#""June, 2021" DATE 2021-06 [2021-06]"#);
    snap!(t("Prices rose in June of 2021."), @r#""June of 2021" DATE 2021-06 [2021-06]"#);
    snap!(t("Prices rose in Sept. 2021."), @r#""Sept. 2021" DATE 2021-09 [2021-09]"#);
    snap!(t("Prices rose in June last year."), @r#""June last year" DATE 2022-06 [2022-06]"#);
    snap!(t("Prices rose in January this year."), @r#""January this year" DATE 2023-01 [2023-01]"#);
    snap!(t("Prices will fall in March next year."), @r#""March next year" DATE 2024-03 [2024-03]"#);
    snap!(t("Prices rose last November."), @r#""last November" DATE 2022-11 [2022-11]"#);
    snap!(t("Prices will rise next May."), @r#""next May" DATE 2024-05 [2024-05]"#);
    snap!(t("Prices rose in October and November 2021."), @r#""October" DATE 2021-10 [2021-10]; "November 2021" DATE 2021-11 [2021-11]"#);
    snap!(t("Prices rose from July 2021 to March."), @r#""July 2021" DATE 2021-07 [2021-07]; "March" DATE 2022-03 [2022-03]"#);
    snap!(t("Prices rose in early June."), @r#""early June" DATE 2023-06 START [2023-06-01 to 2023-06-15]"#);
    snap!(t("Prices rose in mid-June."), @r#""mid-June" DATE 2023-06 MID [2023-06-08 to 2023-06-22]"#);
    snap!(t("Prices rose in late October 2021."), @r#""late October 2021" DATE 2021-10 END [2021-10-16 to 2021-10-31]"#);
    snap!(t("Prices rose at the end of August."), @r#""the end of August" DATE 2023-08 END [2023-08-16 to 2023-08-31]"#);
    snap!(t("By the middle of May prices had risen."), @r#""the middle of May" DATE 2023-05 MID [2023-05-08 to 2023-05-23]"#);
}

#[test]
fn months_that_are_words() {
    snap!(t("They may leave."), @"");
    snap!(t("In May they left."), @r#""May" DATE 2023-05 [2023-05]"#);
    snap!(t("The troops march on the town."), @"");
    snap!(t("March was cold."), @r#""March" DATE 2023-03 [2023-03]"#);
    snap!(t("April Jones left."), @"");
    snap!(t("Theresa May said nothing."), @"");
    snap!(t("Judge August Wilson left in August."), @r#""August" DATE 2023-08 [2023-08]"#);
    snap!(t("It was a march of 300 people."), @"");
}
