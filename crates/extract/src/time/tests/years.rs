//! Years, decades and centuries.

use insta::assert_snapshot as snap;

use super::t;

#[test]
fn years() {
    snap!(t("It was built in 1998."), @r#""1998" DATE 1998 [1998]"#);
    snap!(t("The 1998 accord failed."), @r#""1998" DATE 1998 [1998]"#);
    snap!(t("Since 1985 it has grown."), @r#""1985" DATE 1985 [1985]"#);
    snap!(t("It grew between 1994 and 1997."), @r#""1994" DATE 1994 [1994]; "1997" DATE 1997 [1997]"#);
    snap!(t("He was born in 1815."), @r#""1815" DATE 1815 [1815]"#);
    snap!(t("The war of 1914-18 ended it."), @r#""1914" DATE 1914 [1914]; "18" DATE 1918 [1918]"#);
    snap!(t("The war of 1914-1918 ended it."), @r#""1914" DATE 1914 [1914]; "1918" DATE 1918 [1918]"#);
    snap!(t("The 2019/20 season was short."), @r#""2019/20" DATE 2019 [2018-02-01 to 2020-11-29]"#);
    snap!(t("It fell in 480 BC."), @r#""480 BC" DATE BC0480 [-479]"#);
    snap!(t("The war (490-479 BC) was long."), @r#""490" DATE BC0490 [-489]; "479 BC" DATE BC0479 [-478]"#);
    snap!(t("It was founded in AD 79."), @r#""AD 79" DATE 0079 [0079]"#);
    snap!(t("In nineteen ninety-six he was convicted."), @r#""nineteen ninety-six" DATE 1996 [1996]"#);
    snap!(t("By the year two thousand it was done."), @r#""the year two thousand" DATE 2000 [2000]"#);
    snap!(t("By the year 2000 it was done."), @r#""the year 2000" DATE 2000 [2000]"#);
    snap!(t("In the summer of '98 he left."), @r#""the summer of '98" DATE 1998-SU [1998-06-01 to 1998-09-22]"#);
    snap!(t("It grew in mid-1996."), @r#""mid-1996" DATE 1996 MID [1996-04-01 to 1996-09-30]"#);
    snap!(t("It grew in early 2024."), @r#""early 2024" DATE 2024 START [2024-01-01 to 2024-07-01]"#);
    snap!(t("It grew in late 2022."), @r#""late 2022" DATE 2022 END [2022-07-02 to 2022-12-31]"#);
    snap!(t("By the end of 1994 it had grown."), @r#""the end of 1994" DATE 1994 END [1994-07-02 to 1994-12-31]"#);
}

#[test]
fn decades_and_centuries() {
    snap!(t("It was built in the 1990s."), @r#""the 1990s" DATE 199 [1990-01-01 to 1999-12-31]"#);
    snap!(t("It was built in the late 1970s."), @r#""the late 1970s" DATE 197 END [1974-12-31 to 1979-12-31]"#);
    snap!(t("It was built in the mid-1990s."), @r#""the mid-1990s" DATE 199 MID [1992-07-01 to 1997-07-01]"#);
    snap!(t("It was built in the '80s."), @r#""the '80s" DATE 198 [1980-01-01 to 1989-12-31]"#);
    snap!(t("It was built in the nineties."), @r#""the nineties" DATE 199 [1990-01-01 to 1999-12-31]"#);
    snap!(t("It was built in the early nineteen-eighties."), @r#""the early nineteen-eighties" DATE 198 START [1980-01-01 to 1984-12-31]"#);
    snap!(t("It was built in the 20th century."), @r#""the 20th century" DATE 19 [1900-01-01 to 1999-12-31]"#);
    snap!(t("It was built in the late eighteenth century."), @r#""the late eighteenth century" DATE 17 END [1749-12-31 to 1799-12-31]"#);
    snap!(t("It is a fifth-century temple."), @r#""fifth-century" DATE 04 [0400-01-01 to 0499-12-31]"#);
    snap!(t("It was built in the second century BC."), @r#""the second century BC" DATE BC01 [-0200-01-01 to -0101-12-31]"#);
    snap!(t("It was built in the 470s BC."), @r#""the 470s BC" DATE BC047 [-0480-01-01 to -0471-12-31]"#);
}

#[test]
fn no_years() {
    snap!(t("The 1,998 workers left."), @"");
    snap!(t("About 2000 people came."), @"");
    snap!(t("The fine was $2000."), @"");
    snap!(t("Some 1900 homes burned."), @"");
    snap!(t("Flight 1990 was late."), @"");
    snap!(t("He ran 1500 metres."), @"");
    snap!(t("Boeing 747-400s flew."), @"");
    snap!(t("The score was 24-7."), @"");
    snap!(t("It is open 24/7."), @"");
    snap!(t("It stands at 1600 Pennsylvania Avenue."), @"");
}
