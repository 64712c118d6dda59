//! Days, and ranges of them.

use insta::assert_snapshot as snap;

use super::{n, t, u};

#[test]
fn full_dates() {
    snap!(t("It began on October 7, 2023."), @r#""October 7, 2023" DATE 2023-10-07 [2023-10-07]"#);
    snap!(t("It began on 7 October 2023."), @r#""7 October 2023" DATE 2023-10-07 [2023-10-07]"#);
    snap!(t("It began on the 7th of October, 2023."), @r#""the 7th of October, 2023" DATE 2023-10-07 [2023-10-07]"#);
    snap!(t("It began on Oct. 7, 2023, at sea."), @r#""Oct. 7, 2023" DATE 2023-10-07 [2023-10-07]"#);
    snap!(t("It began on 7th October 2023."), @r#""7th October 2023" DATE 2023-10-07 [2023-10-07]"#);
    snap!(t("It began on Oct 7th 2023."), @r#""Oct 7th 2023" DATE 2023-10-07 [2023-10-07]"#);
    snap!(t("It began on Saturday, October 7, 2023."), @r#""Saturday, October 7, 2023" DATE 2023-10-07 [2023-10-07]"#);
    snap!(t("It began on Saturday 7 October 2023."), @r#""Saturday 7 October 2023" DATE 2023-10-07 [2023-10-07]"#);
    snap!(t("The file is dated 2023-10-07."), @r#""2023-10-07" DATE 2023-10-07 [2023-10-07]"#);
    snap!(t("The file is dated 07.10.2023."), @r#""07.10.2023" DATE 2023-10-07 [2023-10-07]"#);
    snap!(t("The file is dated 10/07/2023."), @r#""10/07/2023" DATE 2023-10-07 [2023-10-07]"#);
    snap!(t("The file is dated 23/10/2023."), @r#""23/10/2023" DATE 2023-10-23 [2023-10-23]"#);
    snap!(t("The file is dated 7-Oct-2023."), @r#""7-Oct-2023" DATE 2023-10-07 [2023-10-07]"#);
    snap!(t("The treaty of 28 June 1919 ended it."), @r#""28 June 1919" DATE 1919-06-28 [1919-06-28]"#);
    snap!(t("The city fell on 29 May 1453."), @r#""29 May 1453" DATE 1453-05-29 [1453-05-29]"#);
}

#[test]
fn impossible_dates() {
    snap!(t("It was signed on February 30, 2023."), @r#""February 30, 2023" DATE 2023-02-30"#);
    snap!(t("It was signed on 31 June."), @r#""31 June" DATE XXXX-06-31"#);
    snap!(t("It was signed on February 29, 2023."), @r#""February 29, 2023" DATE 2023-02-29"#);
}

#[test]
fn days_without_a_year() {
    snap!(t("Troops left on Aug. 7."), @r#""Aug. 7" DATE 2023-08-07 [2023-08-07]"#);
    snap!(t("Troops left on 7 August."), @r#""7 August" DATE 2023-08-07 [2023-08-07]"#);
    snap!(t("The fund opened on Nov. 20."), @r#""Nov. 20" DATE 2022-11-20 [2022-11-20]"#);
    snap!(t("The plant will open on Nov. 20."), @r#""Nov. 20" DATE 2023-11-20 [2023-11-20]"#);
    snap!(t("The plant will open on Feb. 3."), @r#""Feb. 3" DATE 2024-02-03 [2024-02-03]"#);
    snap!(t("The bonds are due Jan. 15."), @r#""Jan. 15" DATE 2024-01-15 [2024-01-15]"#);
    snap!(t("The Sept. 2 attack killed four people."), @r#""Sept. 2" DATE 2023-09-02 [2023-09-02]"#);
    snap!(t("The Sept. 2 attack was followed by another on the 5th."), @r#""Sept. 2" DATE 2023-09-02 [2023-09-02]; "the 5th" DATE 2023-09-05 [2023-09-05]"#);
    snap!(t("A vote is scheduled for March 12."), @r#""March 12" DATE 2024-03-12 [2024-03-12]"#);
    snap!(t("He has been in prison since Dec. 14."), @r#""Dec. 14" DATE 2022-12-14 [2022-12-14]"#);
    snap!(t("Polls open on Monday, Nov. 6."), @r#""Monday, Nov. 6" DATE 2023-11-06 [2023-11-06]"#);
}

#[test]
fn ranges_of_days() {
    snap!(t("The fair ran from Oct 3-8."), @r#""Oct 3" DATE 2023-10-03 [2023-10-03]; "8" DATE 2023-10-08 [2023-10-08]"#);
    snap!(t("The fair ran from 3 to 8 October."), @r#""3" DATE 2023-10-03 [2023-10-03]; "8 October" DATE 2023-10-08 [2023-10-08]"#);
    snap!(t("The fair ran on May 6 and 7."), @r#""May 6" DATE 2023-05-06 [2023-05-06]; "7" DATE 2023-05-07 [2023-05-07]"#);
    snap!(t("The fair ran on 14 and 15 August 2022."), @r#""14" DATE 2022-08-14 [2022-08-14]; "15 August 2022" DATE 2022-08-15 [2022-08-15]"#);
    snap!(t("The strike lasted from Dec. 22, 2022 to Jan. 25."), @r#""Dec. 22, 2022" DATE 2022-12-22 [2022-12-22]; "Jan. 25" DATE 2023-01-25 [2023-01-25]"#);
    snap!(t("The strike lasted from Dec. 22 through Jan. 25, 2023."), @r#""Dec. 22" DATE 2022-12-22 [2022-12-22]; "Jan. 25, 2023" DATE 2023-01-25 [2023-01-25]"#);
    snap!(t("The siege lasted from 30 November to 5 December 1941."), @r#""30 November" DATE 1941-11-30 [1941-11-30]; "5 December 1941" DATE 1941-12-05 [1941-12-05]"#);
    snap!(t("Between 1 and 3 September 2023 it rained."), @r#""1" DATE 2023-09-01 [2023-09-01]; "3 September 2023" DATE 2023-09-03 [2023-09-03]"#);
}

#[test]
fn around_today() {
    snap!(t("It rained today."), @r#""today" DATE 2023-10-17 [2023-10-17]"#);
    snap!(t("It rained yesterday."), @r#""yesterday" DATE 2023-10-16 [2023-10-16]"#);
    snap!(t("It will rain tomorrow."), @r#""tomorrow" DATE 2023-10-18 [2023-10-18]"#);
    snap!(t("He left the day before Christmas."), @r#""the day before Christmas" DATE 2022-12-24 [2022-12-24]"#);
    snap!(t("He will leave the day after next Friday's hearing."), @r#""the day after next Friday" DATE 2023-10-21 [2023-10-21]"#);
    snap!(t("He left on the day after 3 May 2019."), @r#""the day after 3 May 2019" DATE 2019-05-04 [2019-05-04]"#);
    snap!(t("He left the day before the vote."), @"");
    snap!(t("He left the day before yesterday."), @r#""the day before yesterday" DATE 2023-10-15 [2023-10-15]"#);
    snap!(t("He will leave the day after tomorrow."), @r#""the day after tomorrow" DATE 2023-10-19 [2023-10-19]"#);
}

#[test]
fn a_day_of_doubt_without_a_zone() {
    snap!(u("It rained today."), @r#""today" DATE 2023-10-17 [2023-10-16 to 2023-10-18]"#);
    snap!(u("It rained yesterday, a day after the storm of Oct. 3."), @r#""yesterday" DATE 2023-10-16 [2023-10-15 to 2023-10-17]; "a day" DURATION P1D [1 days]; "Oct. 3" DATE 2023-10-03 [2023-10-03]"#);
    snap!(u("It rained two days ago."), @r#""two days ago" DATE 2023-10-15 [2023-10-14 to 2023-10-16]"#);
    snap!(u("It rained on Friday."), @r#""Friday" DATE 2023-10-13 [2023-10-13]"#);
}

#[test]
fn nothing_without_a_publication_date() {
    snap!(n("It rained yesterday."), @r#""yesterday" DATE XXXX-XX-XX"#);
    snap!(n("It rained on Friday."), @r#""Friday" DATE XXXX-WXX-5"#);
    snap!(n("It rained last week."), @r#""last week" DATE XXXX-WXX"#);
    snap!(n("It rained in October."), @r#""October" DATE XXXX-10"#);
    snap!(n("It rained on October 7."), @r#""October 7" DATE XXXX-10-07"#);
    snap!(n("It rained two years ago."), @r#""two years ago" DATE XXXX"#);
    snap!(n("The crop failed in 1998, and in May the rains came."), @r#""1998" DATE 1998 [1998]; "May" DATE 1998-05 [1998-05]"#);
    snap!(n("He spoke on 3 May 1998. Two days later he left."), @r#""3 May 1998" DATE 1998-05-03 [1998-05-03]; "Two days later" DATE 1998-05-05 [1998-05-05]"#);
    snap!(n("It rained on Christmas Day."), @r#""Christmas Day" DATE XXXX-12-25"#);
    snap!(n("It rained this weekend."), @r#""this weekend" DATE XXXX-WXX-WE"#);
}
