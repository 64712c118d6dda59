//! What a tale or a report of results told before, and dates that stand in pairs.

use insta::assert_snapshot as snap;

use super::t;

#[test]
fn a_tale_goes_on_past_what_it_mentions() {
    snap!(t("On 10 March 1975 the siege began. A new campaign was planned for 1976. The wall fell on 11 March."), @r#""10 March 1975" DATE 1975-03-10 [1975-03-10]; "1976" DATE 1976 [1976]; "11 March" DATE 1975-03-11 [1975-03-11]"#);
    snap!(t("In April 1812 the town was taken. A study of 2005 doubts it. In May the army left."), @r#""April 1812" DATE 1812-04 [1812-04]; "2005" DATE 2005 [2005]; "May" DATE 1812-05 [1812-05]"#);
    snap!(t("In May 1944 the troops advanced against those who had come in late 1943. By June they held the port."), @r#""May 1944" DATE 1944-05 [1944-05]; "late 1943" DATE 1943 END [1943-07-02 to 1943-12-31]; "June" DATE 1944-06 [1944-06]"#);
    snap!(t("The harbour opened in June 1906. It was enlarged after the council of December 1905. In July a storm broke it."), @r#""June 1906" DATE 1906-06 [1906-06]; "December 1905" DATE 1905-12 [1905-12]; "July" DATE 1906-07 [1906-07]"#);
    snap!(t("In November 1777 they took the fort. They stayed there for the winter. In the spring they left."), @r#""November 1777" DATE 1777-11 [1777-11]; "the winter" DATE 1778-WI [1777-12-01 to 1779-03-20]; "the spring" DATE 1778-SP [1778-03-01 to 1778-06-20]"#);
    snap!(t("He resigned in October 1911. Two years earlier he had married. In November the party split."), @r#""October 1911" DATE 1911-10 [1911-10]; "Two years earlier" DATE 1909 [1909-01-01 to 1910-04-01]; "November" DATE 1911-11 [1911-11]"#);
    snap!(t("On 3 June 1921 the bridge opened. The next year it was closed. That day is forgotten."), @r#""3 June 1921" DATE 1921-06-03 [1921-06-03]; "The next year" DATE 1922 [1922]; "That day" DATE XXXX-XX-XX"#);
    snap!(t("It fought from October 1944 to March, then it rested. By May it was home."), @r#""October 1944" DATE 1944-10 [1944-10]; "March" DATE 1945-03 [1945-03]; "May" DATE 1945-05 [1945-05]"#);
    snap!(t("Prices are the highest since August 2008. They rose last month."), @r#""August 2008" DATE 2008-08 [2008-08]; "last month" DATE 2023-09 [2023-09]"#);
    snap!(t("Its army grew from 1981's 500,000 men to 1985's million."), @r#""1981" DATE 1981 [1981]"#);
    snap!(t("Opposition to the war: 1962-1975"), @r#""1962" DATE 1962 [1962]; "1975" DATE 1975 [1975]"#);
}

#[test]
fn results_of_a_quarter() {
    snap!(t("Third-quarter profit rose to $3 million from $2 million a year earlier."), @r#""Third-quarter" DATE 2023-Q3 [2023-07-01 to 2023-09-30]; "a year earlier" DATE 2022-Q3 [2022-04-16 to 2023-04-18]"#);
    snap!(t("Second-quarter profit rose. In the first nine months it was $9 million, up from $8 million a year earlier."), @r#""Second-quarter" DATE 2023-Q2 [2023-04-01 to 2023-06-30]; "the first nine months" DURATION P9M [238 to 294.5 days]; "a year earlier" DATE 2022 [2022-01-01 to 2023-04-18]"#);
    snap!(t("Profit for the quarter ended July 31 rose from $2 million a year earlier."), @r#""the quarter" DATE 2023-Q2 [2023-04-01 to 2023-06-30]; "July 31" DATE 2023-07-31 [2023-07-31]; "a year earlier" DATE 2022-Q2 [2022-04-01 to 2023-04-18]"#);
    snap!(t("Third-quarter profit rose. The company expects a loss in the fourth quarter. Sales in the latest quarter fell."), @r#""Third-quarter" DATE 2023-Q3 [2023-07-01 to 2023-09-30]; "the fourth quarter" DATE 2023-Q4 [2023-10-01 to 2023-12-31]; "the latest quarter" DATE 2023-Q3 [2023-07-01 to 2023-09-30]"#);
    snap!(t("Third-quarter profit rose. After a flat second quarter this was good. Sales rose from a year ago."), @r#""Third-quarter" DATE 2023-Q3 [2023-07-01 to 2023-09-30]; "second quarter" DATE 2023-Q2 [2023-04-01 to 2023-06-30]; "a year ago" DATE 2022-Q3 [2022-04-16 to 2023-04-18]"#);
    snap!(t("Sales were flat in last year's third quarter. Sales for last year's quarter fell."), @r#""last year's third quarter" DATE 2022-Q3 [2022-07-01 to 2022-09-30]; "last year's quarter" DATE 2022-Q3 [2022-07-01 to 2022-09-30]"#);
    snap!(t("Sales in the year-earlier nine months were higher."), @r#""the year-earlier nine months" DURATION P9M [238 to 294.5 days]"#);
    snap!(t("Sales rose in the year to March 2023 and in the last quarter of 2022."), @r#""the year" DURATION P1Y [365 to 366 days]; "March 2023" DATE 2023-03 [2023-03]; "the last quarter of 2022" DATE 2022-Q4 [2022-10-01 to 2022-12-31]"#);
    snap!(t("It posted its first quarterly loss."), @"");
}

#[test]
fn joined_dates() {
    snap!(t("The fair ran Oct 12-15."), @r#""Oct 12" DATE 2023-10-12 [2023-10-12]; "15" DATE 2023-10-15 [2023-10-15]"#);
    snap!(t("The fair runs from Dec. 22 through Jan. 25."), @r#""Dec. 22" DATE 2023-12-22 [2023-12-22]; "Jan. 25" DATE 2024-01-25 [2024-01-25]"#);
    snap!(t("The fair ran from Dec. 22 through Jan. 25."), @r#""Dec. 22" DATE 2022-12-22 [2022-12-22]; "Jan. 25" DATE 2023-01-25 [2023-01-25]"#);
    snap!(t("They met on the 3rd and 4th of May."), @r#""the 3rd" DATE 2023-05-03 [2023-05-03]; "4th of May" DATE 2023-05-04 [2023-05-04]"#);
    snap!(t("It rained in November and December."), @r#""November" DATE 2022-11 [2022-11]; "December" DATE 2022-12 [2022-12]"#);
    snap!(t("It rained at Christmas and New Year."), @r#""Christmas" DATE 2022-12-25 [2022-12-25]; "New Year" DATE 2023-01-01 [2023-01-01]"#);
    snap!(t("It rained from Oct. 30, 2022, to Nov. 2."), @r#""Oct. 30, 2022" DATE 2022-10-30 [2022-10-30]; "Nov. 2" DATE 2022-11-02 [2022-11-02]"#);
    snap!(t("Sales fell in the fiscal year 2022-23."), @r#""fiscal year 2022-23" DATE 2022 [2021-02-01 to 2023-11-30]"#);
}

#[test]
fn parts_of_months_and_years() {
    snap!(t("It rained in the first week of May."), @r#""the first week of May" DATE 2023-W18 [2023-05-01 to 2023-05-07]"#);
    snap!(t("It rained in the last week of September."), @r#""the last week of September" DATE 2023-W39 [2023-09-24 to 2023-10-01]"#);
    snap!(t("It rained on the last day of the month."), @r#""the last day of the month" DATE 2023-10-31 [2023-10-31]"#);
    snap!(t("It rained on the second weekend of August 2022."), @r#""the second weekend of August 2022" DATE 2022-W32-WE [2022-08-13 to 2022-08-14]"#);
    snap!(t("It rained in the final month of 2021."), @r#""the final month of 2021" DATE 2021-12 [2021-12]"#);
    snap!(t("It rained in the last month of the war."), @"");
    snap!(t("The hearing is set for the week of Nov. 6."), @r#""the week of Nov. 6" DATE 2023-W45 [2023-11-05 to 2023-11-12]"#);
    snap!(t("It rained in the fifth week of February 2023."), @r#""the fifth week of February 2023" DATE XXXX-WXX"#);
}

#[test]
fn hours() {
    snap!(t("It struck in the small hours of Thursday morning."), @r#""the small hours of Thursday morning" TIME 2023-10-12TMO [2023-10-12]"#);
    snap!(t("It struck in the early morning hours of 30 April."), @r#""the early morning hours of 30 April" TIME 2023-04-30TMO [2023-04-30]"#);
    snap!(t("It struck at dawn on Thursday."), @r#""dawn" TIME 2023-10-12TMO [2023-10-12]; "Thursday" DATE 2023-10-12 [2023-10-12]"#);
    snap!(t("It struck at half past five."), @r#""half past five" TIME 2023-10-17T05:30 [2023-10-17]"#);
    snap!(t("It struck at quarter to nine p.m."), @r#""quarter to nine p.m." TIME 2023-10-17T20:45 [2023-10-17]"#);
    snap!(t("It struck on May 8, 1:00 AM."), @r#""May 8, 1:00 AM" TIME 2023-05-08T01:00 [2023-05-08]"#);
    snap!(t("It struck earlier in the day."), @r#""earlier in the day" DATE 2023-10-17 [2023-10-17]"#);
    snap!(t("It struck on Sunday. Rescuers came at 7 a.m."), @r#""Sunday" DATE 2023-10-15 [2023-10-15]; "7 a.m." TIME 2023-10-15T07:00 [2023-10-15]"#);
    snap!(t("He spoke on the show Larry Tonight."), @"");
}

#[test]
fn looking_forward() {
    snap!(t("The measures are to be voted on Thursday."), @r#""Thursday" DATE 2023-10-19 [2023-10-19]"#);
    snap!(t("They prepared for the bill to be signed on Thursday."), @r#""Thursday" DATE 2023-10-19 [2023-10-19]"#);
    snap!(t("He asked the leaders to return on Friday."), @r#""Friday" DATE 2023-10-20 [2023-10-20]"#);
    snap!(t("She is in line to be named treasurer on Thursday."), @r#""Thursday" DATE 2023-10-19 [2023-10-19]"#);
    snap!(t("The goal is passage by Friday."), @r#""Friday" DATE 2023-10-20 [2023-10-20]"#);
    snap!(t("The ministers meet Thursday with the bank."), @r#""Thursday" DATE 2023-10-19 [2023-10-19]"#);
    snap!(t("No reason was given for the Nov. 14 deadline."), @r#""Nov. 14" DATE 2023-11-14 [2023-11-14]"#);
    snap!(t("They planned a large march in the old town on Saturday."), @r#""Saturday" DATE 2023-10-21 [2023-10-21]"#);
    snap!(t("It had been due to expire Friday."), @r#""Friday" DATE 2023-10-13 [2023-10-13]"#);
    snap!(t("They were delayed due to fog on Saturday."), @r#""Saturday" DATE 2023-10-14 [2023-10-14]"#);
    snap!(t("It will one day be sold."), @r#""one day" DATE FUTURE_REF"#);
    snap!(t("It will be paid in five years' time."), @r#""five years' time" DATE 2028 [2028-01-01 to 2029-04-21]"#);
    snap!(t("He may march in May."), @r#""May" DATE 2024-05 [2024-05]"#);
}

#[test]
fn lengths_in_words() {
    snap!(t("It lasted a quarter of a century."), @r#""a quarter of a century" DURATION P25Y [4,565.5 to 13,696.875 days]"#);
    snap!(t("It lasted two-and-a-half years."), @r#""two-and-a-half years" DURATION P2Y6M [730 to 1,098 days]"#);
    snap!(t("It may take an additional year."), @r#""an additional year" DURATION P1Y [182.5 to 549 days]"#);
    snap!(t("It has grown in recent months."), @r#""recent months" DURATION PXM [60 to 729 days]"#);
    snap!(t("It will grow in the coming weeks."), @r#""the coming weeks" DURATION PXW [14 to 59 days]"#);
    snap!(t("It was only a matter of days."), @"");
    snap!(t("The blasts came minutes apart."), @"");
    snap!(t("It was argued in some quarters."), @"");
}

#[test]
fn before_and_after() {
    snap!(t("The vote was set for Tuesday and was moved to Friday."), @r#""Tuesday" DATE 2023-10-17 [2023-10-17]; "Friday" DATE 2023-10-20 [2023-10-20]"#);
    snap!(t("Prices fell in the week ending Oct. 14."), @r#""the week ending Oct. 14" DATE 2023-W41 [2023-10-06 to 2023-10-18]"#);
    snap!(t("Prices rose 3% the year before."), @r#""the year before" DATE 2022 [2022]"#);
    snap!(t("They had met the night before."), @r#""the night before" TIME 2023-10-16TNI [2023-10-16 to 2023-10-17]"#);
    snap!(t("It met at 10.30 on Tuesday."), @r#""10.30" TIME 2023-10-17T10:30 [2023-10-17]; "Tuesday" DATE 2023-10-17 [2023-10-17]"#);
    snap!(t("It fell over the next day and for the following year."), @r#""the next day" DATE 2023-10-18 [2023-10-18]; "the following year" DATE 2024 [2024]"#);
    snap!(t("It fell in the latter half of 2022."), @r#""the latter half of 2022" DATE 2022-H2 [2022-07-01 to 2022-12-31]"#);
    snap!(t("It held out for close to two years."), @r#""close to two years" DURATION P2Y APPROX [547.5 to 915 days]"#);
}

#[test]
fn no_times() {
    snap!(t("The march on the capital, the March on Rome, was long."), @"");
    snap!(t("The fall broke his leg. He survived the fall."), @"");
    snap!(t("She spoke on \"This Week\" and to USA Today."), @"");
    snap!(t("They broke the truce of the Lunar New Year."), @"");
    snap!(t("The Model 2010 and Flight 1990 are no years; ISO 2022 is none."), @"");
    snap!(t("They may sell the 1,998 units and the A320-2000."), @"");
}

#[test]
fn seasons_by_themselves() {
    snap!(t("They left before the onset of winter."), @r#""winter" DATE 2023-WI [2022-12-01 to 2024-03-20]"#);
    snap!(t("It rained in the summer and autumn of 2022."), @r#""the summer" DATE 2022-SU [2022-06-01 to 2022-09-22]; "autumn of 2022" DATE 2022-FA [2022-09-01 to 2022-12-20]"#);
    snap!(t("It launched a spring offensive."), @r#""spring" DATE 2023-SP [2023-03-01 to 2023-06-20]"#);
    snap!(t("The Winter Games were cold."), @"");
}
