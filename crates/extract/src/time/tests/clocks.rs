//! Times of day.

use insta::assert_snapshot as snap;

use super::t;

#[test]
fn clock_times() {
    snap!(t("It struck at 7:37 a.m."), @r#""7:37 a.m." TIME 2023-10-17T07:37 [2023-10-17]"#);
    snap!(t("It struck at 7:37 a.m. local time."), @r#""7:37 a.m. local time" TIME 2023-10-17T07:37 [2023-10-17]"#);
    snap!(t("It struck at 0737 GMT."), @r#""0737 GMT" TIME 2023-10-17T07:37 [2023-10-17] +0"#);
    snap!(t("It struck at 4:30 pm Paris time on the coast."), @r#""4:30 pm Paris time" TIME 2023-10-17T16:30 [2023-10-17] +120"#);
    snap!(t("It struck at 2:09 a. m. and again later."), @r#""2:09 a. m." TIME 2023-10-17T02:09 [2023-10-17]"#);
    snap!(t("It struck at 10 p.m. Wednesday."), @r#""10 p.m. Wednesday" TIME 2023-10-11T22:00 [2023-10-11]"#);
    snap!(t("It struck at noon Saturday."), @r#""noon Saturday" TIME 2023-10-14T12:00 [2023-10-14]"#);
    snap!(t("It struck at midnight."), @r#""midnight" TIME 2023-10-17T24:00 [2023-10-17 to 2023-10-18]"#);
    snap!(t("It struck at 10.30am."), @r#""10.30am" TIME 2023-10-17T10:30 [2023-10-17]"#);
    snap!(t("It struck at 14:30."), @r#""14:30" TIME 2023-10-17T14:30 [2023-10-17]"#);
    snap!(t("It struck at 5 p.m. EST, Nov. 6."), @r#""5 p.m. EST, Nov. 6" TIME 2023-11-06T17:00 [2023-11-06] -300"#);
    snap!(t("It struck at 9 o'clock."), @r#""9 o'clock" TIME 2023-10-17T09:00 [2023-10-17]"#);
    snap!(t("It struck at 4 in the morning."), @r#""4 in the morning" TIME 2023-10-17T04:00 [2023-10-17]"#);
    snap!(t("It struck at 1400 hours."), @r#""1400 hours" TIME 2023-10-17T14:00 [2023-10-17]"#);
    snap!(t("It struck at 10:35 a.m. (0735 GMT) Friday."), @r#""10:35 a.m." TIME 2023-10-13T10:35 [2023-10-13]; "0735 GMT" TIME 2023-10-13T07:35 [2023-10-13] +0; "Friday" DATE 2023-10-13 [2023-10-13]"#);
    snap!(t("It struck around 7:15 p.m."), @r#""around 7:15 p.m." TIME 2023-10-17T19:15 APPROX [2023-10-17]"#);
}

#[test]
fn parts_of_the_day() {
    snap!(t("It struck this morning."), @r#""this morning" TIME 2023-10-17TMO [2023-10-17]"#);
    snap!(t("It struck last night."), @r#""last night" TIME 2023-10-16TNI [2023-10-16 to 2023-10-17]"#);
    snap!(t("It will strike tonight."), @r#""tonight" TIME 2023-10-17TNI [2023-10-17 to 2023-10-18]"#);
    snap!(t("It struck Tuesday night."), @r#""Tuesday night" TIME 2023-10-17TNI [2023-10-17 to 2023-10-18]"#);
    snap!(t("It struck on Monday morning."), @r#""Monday morning" TIME 2023-10-16TMO [2023-10-16]"#);
    snap!(t("It struck yesterday afternoon."), @r#""yesterday afternoon" TIME 2023-10-16TAF [2023-10-16]"#);
    snap!(t("It struck late Tuesday."), @r#""late Tuesday" DATE 2023-10-17 END [2023-10-17]"#);
    snap!(t("It struck late Sunday night."), @r#""late Sunday night" TIME 2023-10-15TNI END [2023-10-15 to 2023-10-16]"#);
    snap!(t("It struck overnight."), @r#""overnight" TIME 2023-10-16TNI [2023-10-16 to 2023-10-17]"#);
    snap!(t("It struck in the early hours of Monday."), @r#""the early hours of Monday" TIME 2023-10-16TMO [2023-10-16]"#);
    snap!(t("It struck on the night of June 5."), @r#""the night of June 5" TIME 2023-06-05TNI [2023-06-05 to 2023-06-06]"#);
    snap!(t("It struck by mid-afternoon."), @r#""mid-afternoon" TIME 2023-10-17TAF [2023-10-17]"#);
    snap!(t("It will strike later this afternoon."), @r#""later this afternoon" TIME 2023-10-17TAF [2023-10-17]"#);
}

#[test]
fn no_clock_times() {
    snap!(t("The ratio was 10:35."), @"");
    snap!(t("They won 10.30 points."), @"");
    snap!(t("He quoted John 3:16."), @"");
    snap!(t("Only 5 p of it was left."), @"");
}
