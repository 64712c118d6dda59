//! N101.

use factcheck_align::claims::{ClaimRef, Group, Link, Slip};
use factcheck_core::{
    declare_rule,
    finding::{Finding, Severity},
};

use crate::{Story, aligned::describe, conflict, rules::NumberRule};

declare_rule! {
    /// Two accounts give values of one thing that cannot both be right.
    ///
    /// ## Why
    ///
    /// A printed number is the range that its words allow: 2.14 is 2.135 to 2.145, "about 20" is 18 to 22, "more
    /// than 20" is open upwards. Where the ranges of two claims of one thing cannot meet, they cannot both hold, and
    /// neither can a rise and a fall. Tolls and other counts that are brought up to date make a note only, and so does
    /// a power of ten that may be the other figure to its first digit ("$1 million" of 1.3 million).
    ///
    /// ## Flagged
    ///
    /// ```text
    /// The old line to Ravel has a length of 140 miles, the company said.
    /// ---
    /// The old line to Ravel has a length of 180 miles, the company said.
    /// ```
    ///
    /// ## Clean
    ///
    /// ```text
    /// The old line to Ravel has a length of about 150 miles, the company said.
    /// ---
    /// The old line to Ravel has a length of 145 miles, the company said.
    /// ```
    pub(crate) static VALUE_CONFLICT: NumberRule = { code: "N101", name: "value-conflict", check: check };
}

fn check(story: &Story, findings: &mut Vec<Finding>) {
    for group in &story.groups {
        findings.extend(conflict::agreeing(story, group).iter().map(|side| agreement(story, group, side)));
    }
    conflict::report(story, &VALUE_CONFLICT, is_wanted, words, findings);
}

fn is_wanted(slip: Option<Slip>) -> bool {
    matches!(slip, None | Some(Slip::Digits | Slip::Direction))
}

fn words(slip: Slip) -> &'static str {
    match slip {
        Slip::Direction => "one says that it rose, the other that it fell",
        _ => "they differ in one or two digits",
    }
}

fn agreement(story: &Story, group: &Group, members: &[ClaimRef]) -> Finding {
    let mut finding = story.finding(&VALUE_CONFLICT, Severity::Agreement);
    let within = |link: &&Link| link.agrees && members.contains(&link.a) && members.contains(&link.b);
    let links = story.links_of(group).filter(within);
    finding.confidence = links.map(|link| link.confidence).fold(1.0, f64::min);
    let first = story.claim(members[0]);
    finding.topic = conflict::topic(first);
    finding.period = conflict::period(first);
    finding.message = format!("{} accounts of {} agree", members.len(), finding.topic);
    (finding.sides, finding.claims) = describe(story, &[members.to_vec()]);
    finding.arithmetic = conflict::allowed(story, members);
    finding
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot as snap;

    use crate::rules::testing::{run, run_undated};

    #[test]
    fn flags_what_cannot_meet() {
        let check = |a: &str, b: &str| run(&super::VALUE_CONFLICT, &format!("{a}\n---\n{b}"));
        let quake = "Schools in Ravel stayed shut after the 6.6 magnitude quake cracked their walls.";
        let felt =
            "An earthquake of magnitude 6.5 woke the valley at dawn; a weaker one of 6.2 came at noon.";
        snap!(check(quake, felt), @"conflict magnitude: “6.6 magnitude” (Paper 1) and “6.5” (Paper 2) cannot both hold: 6.55 to 6.65 | 6.45 to 6.55 magnitudes");
        snap!(check(quake, "A quake of magnitude 6.2 shut the port in 1987."), @"");
        let first = "The quake of magnitude 5.5 near Ravel was initially put at 5.8.";
        snap!(check(first, "The quake near Ravel had a magnitude of 5.8."), @"conflict magnitude: “5.5” (Paper 1) and “5.8” (Paper 2) cannot both hold: 5.45 to 5.55 | 5.75 to 5.85 magnitudes");
        let bridge = "The bridge at Ravel is to cost $1 million, the company said.";
        snap!(check(bridge, "The bridge at Ravel is to cost $1.2 million, the company said."), @"note price (US dollar): “$1 million” (Paper 1) and “$1.2 million” (Paper 2) cannot both hold: 950,000 to 1.05 million | 1.15 million to 1.25 million US dollars");
        snap!(check(bridge, "The bridge at Ravel is to cost $1.7 million, the company said."), @"conflict price (US dollar): “$1 million” (Paper 1) and “$1.7 million” (Paper 2) cannot both hold: 950,000 to 1.05 million | 1.65 million to 1.75 million US dollars");
        let storm = "The storm killed 12 people in the town of Ravel, police said.";
        snap!(check(storm, "The storm killed 21 people in the town of Ravel, police said."), @"conflict death (people): “12 people” (Paper 1) and “21 people” (Paper 2) cannot both hold; they differ in one or two digits: 12 | 21 people");
        snap!(check(storm, "The storm killed about 12 people in the town of Ravel, police said."), @"agreement 2 accounts of death (people) agree: 12 | 10.8 to 13.2 people");
        // A toll of one day is brought up to date on that day.
        snap!(check(storm, "The storm killed about 40 people in the town of Ravel, police said."), @"note death (people): “12 people” (Paper 1) and “about 40 people” (Paper 2) cannot both hold: 12 | 36 to 44 people");
        let line = "The old line to Ravel has a length of 140 miles, the company said.";
        // Soft words make a warning.
        snap!(check(line, "The old line to Ravel has a length of about 180 miles, the company said."), @"warning length (mile): “140 miles” (Paper 1) and “about 180 miles” (Paper 2) cannot both hold: 135 to 145 | 162 to 198 miles");
        // A rise is no fall.
        snap!(check("Prices of bread in Ravel rose 3.7% in March.", "Prices of bread in Ravel fell 3.7% in March."), @"conflict inflation (percent): “3.7%” (Paper 1) and “3.7%” (Paper 2) cannot both hold; one says that it rose, the other that it fell: 3.65 to 3.75 | 3.65 to 3.75 percent");
        // Another measure, in another unit.
        snap!(check(storm, "The storm destroyed 21 homes in the town of Ravel, police said."), @"");
        // What two firms take in may differ.
        let revenue =
            |firm: &str, sum: &str| format!("The revenue of {firm} was {sum} million dollars in 2020.");
        snap!(check(&revenue("Harlow Mills", "340"), &revenue("Tarn Works", "310")), @"");
        snap!(check(&revenue("Harlow Mills", "340"), &revenue("Harlow", "310")), @"conflict revenue (US dollar): “340 million dollars” (Paper 1) and “310 million dollars” (Paper 2) cannot both hold: 335 million to 345 million | 305 million to 315 million US dollars");
        // How much longer is not how long.
        snap!(check("The ship of Sele is 27 metres long.", "The ship of Sele is three metres longer."), @"");
        // Possible is not stated.
        snap!(check(storm, "The storm could kill 21 people in the town of Ravel, police said."), @"");
    }

    #[test]
    fn finds_what_other_words_tell() {
        let check = |a: &str, b: &str| run(&super::VALUE_CONFLICT, &format!("{a}\n---\n{b}"));
        // Exchanged digits alone do not tell that it is one thing.
        snap!(check("The tunnel of Ravel cost 4,630 dollars to dig.", "Digging in Ravel was done for 4,360 dollars."), @"");
        // Numbers that are rounded to neighbours meet in no true one.
        snap!(check("The quake struck 3 miles west of Ravel.", "The quake struck 4 miles west of Ravel."), @"conflict distance (mile): “3 miles” (Paper 1) and “4 miles” (Paper 2) cannot both hold: 2.5 to 3.5 | 3.5 to 4.5 miles");
        // There is but one highest gust.
        snap!(check("The storm hit Ravel with gusts of up to 110 mph.", "The storm hit Ravel with gusts of as much as 150 mph."), @"warning speed (mile per hour): “up to 110 mph” (Paper 1) and “as much as 150 mph” (Paper 2) cannot both hold: at most 110 | at most 150 miles per hour");
        // Denied and told.
        snap!(check("No one was killed in the raid on Ravel.", "The raid on Ravel killed 12 people."), @"warning death (person): “No one” (Paper 1) and “12 people” (Paper 2) cannot both hold: 0 | 12 people");
        // None of either, against either.
        snap!(check("No one was killed or hurt in the raid on Ravel.", "The raid on Ravel left 15 people hurt."), @"warning injury (person): “No one” (Paper 1) and “15 people” (Paper 2) cannot both hold: 0 | 15 people");
        // What a named year brought is over, and what all countries lost is not what one lost.
        let flood = "The flood of 2004 killed 31,000 people in Sele.";
        let undated = |text: &str| run_undated(&super::VALUE_CONFLICT, &format!("{flood}\n---\n{text}"));
        snap!(undated("The flood killed over 34,000 people in Sele."), @"conflict death (people): “31,000 people” (Paper 1) and “over 34,000 people” (Paper 2) cannot both hold: 30,500 to 31,500 | more than 34,000 people");
        snap!(undated("The flood killed 46,000 people in Sele, Qarn and other countries."), @"");
        // By how much is not how much.
        let tunnel = "The tunnel will cut the journey from Ravel to Qarn";
        snap!(check(&format!("{tunnel} by 95 minutes."), &format!("{tunnel} to 70 minutes.")), @"");
        // "They" are the drivers of the sentence before.
        snap!(check("Drivers will strike in Ravel. They earn 33,500 euros.", "Drivers of Ravel earn 35,300 euros."), @"conflict profit (euro): “33,500 euros” (Paper 1) and “35,300 euros” (Paper 2) cannot both hold; they differ in one or two digits: 33,450 to 33,550 | 35,250 to 35,350 euros");
        // What one person asks for is one sum, whoever writes it, and "millions" are no other one.
        let insists = "Ada Brandt insists that the council pay $8.4 million.";
        let wants = "Ada Brandt asked for millions. “We want $8.3” million, Brandt said.";
        snap!(check(insists, wants), @"note demand (US dollar): “$8.4 million” (Paper 1) and “$8.3” million” (Paper 2) cannot both hold: 8.35 million to 8.45 million | 8.25 million to 8.35 million US dollars");
        // An article tells which value was given up.
        let rated = |value: &str| format!("A quake with a magnitude of {value} struck near Ravel on Monday.");
        snap!(check(&rated("5.8"), &rated("5.5")), @"conflict magnitude: “5.8” (Paper 1) and “5.5” (Paper 2) cannot both hold: 5.75 to 5.85 | 5.45 to 5.55 magnitudes");
        let told = "A 5.5-magnitude quake shook Ravel, by the count of the survey, which initially put it at 5.8 in magnitude.";
        let all = check(&rated("5.8"), &format!("{}\n---\n{told}", rated("5.5")));
        snap!(all.lines().last().unwrap_or_default(), @"note magnitude: “5.8” (Paper 1) and “5.5” (Paper 2) cannot both hold: 5.75 to 5.85 | 5.45 to 5.55 magnitudes");
        // The record so far is no quake of today, and hides none.
        let record = "The biggest quake ever measured there was 5.6.";
        snap!(check(&rated("5.8"), &format!("Ravel was shaken on Monday. {record}")), @"");
        snap!(check(&rated("5.8"), &format!("A 5.5 quake is no small one for Ravel. {record}")), @"conflict magnitude: “5.8” (Paper 1) and “5.5” (Paper 2) cannot both hold: 5.75 to 5.85 | 5.45 to 5.55 magnitudes");
        // All but one of a list agree.
        let two = |second: &str| format!("Ravel was shaken by two quakes, measuring 6.8 and {second}.");
        let told = check(&two("6.3"), "The 6.8 and 6.2 magnitude quakes shook Ravel.");
        snap!(told.lines().last().unwrap_or_default(), @"conflict magnitude: “6.3” (Paper 1) and “6.2 magnitude” (Paper 2) cannot both hold: 6.25 to 6.35 | 6.15 to 6.25 magnitudes");
        // Both are the others, whatever else is said of where they fell.
        let fell =
            |others: &str| format!("Rockets hit the school of Ravel, and {others} the old airfield of Sele.");
        snap!(check(&fell("the other two rockets hit"), &fell("three other rockets outside hit")), @"note damage (rocket): “two rockets” (Paper 1) and “three other rockets” (Paper 2) cannot both hold: 2 | 3 rockets");
        // Persons of one sort that are counted but once, and a word that can only be another's.
        let hit = |school: &str| format!("The rocket hit {school} in Ravel but did not explode.");
        snap!(check(&hit("a 60-student schoolhouse"), &hit("a school where 90 students sat an exam")), @"conflict schoolhouse (student): “60-student” (Paper 1) and “90 students” (Paper 2) cannot both hold: 60 | 90 students");
        // The quake of the sentence before was another one.
        let quake = |miles: u32| format!("The quake struck {miles} miles west of Ravel.");
        snap!(check(&quake(3), &format!("{} In June 2012, a quake struck Sele. {}", quake(4), quake(6))), @"conflict distance (mile): “3 miles” (Paper 1) and “4 miles” (Paper 2) cannot both hold: 2.5 to 3.5 | 3.5 to 4.5 miles");
        // Of two places.
        snap!(check("The town of Qarn, home to 120,000 people, was shaken.", "Ravel, a city of 500,000 people near Qarn, was shaken."), @"");
    }

    #[test]
    fn holds_a_headline_against_its_text() {
        let check = |text: &str| run(&super::VALUE_CONFLICT, text);
        let text = "The council of Ravel said on Monday that prices of bread in Ravel rose 3.7% in March.";
        snap!(check(&format!("Prices of bread in Ravel fell 3.7% in March\n\n{text}")), @"conflict inflation (percent): “3.7%” (Paper 1) and “3.7%” (Paper 1) cannot both hold; one says that it rose, the other that it fell: 3.65 to 3.75 | 3.65 to 3.75 percent");
        snap!(check(&format!("Prices of bread in Ravel rose 3.7% in March\n\n{text}")), @"agreement 2 accounts of inflation (percent) agree: 3.65 to 3.75 | 3.65 to 3.75 percent");
    }

    #[test]
    fn takes_a_monthly_sum_for_one_a_month() {
        let check = |a: &str, b: &str| run(&super::VALUE_CONFLICT, &format!("{a}\n---\n{b}"));
        let monthly = "The council said that the change means a monthly rise of $92 for the average tenant.";
        let each =
            |sum: &str| format!("The change means {sum} a month for the average tenant, the council said.");
        snap!(check(monthly, &each("$92")), @"agreement 2 accounts of monthly rise (US dollar) agree: 92 | 92 dollars per month");
        let once = "The change means $92 for the average tenant, the council said.";
        snap!(check(&each("$29"), once), @"");
    }
}
