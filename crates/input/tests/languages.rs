//! What is surely not English is named and not read; what may be English is read.

use factcheck_input::load;
use insta::assert_snapshot as snap;

/// Why a text is not read, "" where it is.
fn r(text: &str) -> String {
    let mut stdin = text.as_bytes();
    let loaded = load(&["-".into()], &mut stdin, factcheck_input::formats::named("text")).unwrap_or_default();
    assert_eq!(loaded.articles.len() + loaded.skipped.len(), 1);
    loaded.skipped.first().map(|skipped| skipped.reason.clone()).unwrap_or_default()
}

const GERMAN: &str = "Ein Sturm hat am Sonntag drei Kräne in den Hafen von Ravel geworfen und vier Arbeiter getötet, wie die Verwaltung \
    am Montag mitteilte. Der Hafen bleibt bis zum Ende des Monats geschlossen, und die Schiffe werden nach Tarn umgeleitet. \
    Der Schaden beträgt nach ersten Schätzungen 42 Millionen Euro; der Rat entscheidet in der nächsten Woche über eine Hilfe. \
    Im Februar wurden dort 5120 Behälter umgeschlagen, ein Fünftel weniger als im gleichen Monat des Vorjahres.";
const FRENCH: &str = "Une tempête a jeté dimanche trois grues dans le port de Ravel et tué quatre ouvriers, a annoncé lundi la direction. \
    Le port restera fermé jusqu'à la fin du mois et les navires seront envoyés vers Tarn. Les dégâts sont estimés à 42 millions \
    d'euros, et le conseil régional décidera la semaine prochaine d'une aide. En février, 5120 conteneurs y avaient été chargés, \
    un cinquième de moins que l'année précédente.";
const SPANISH: &str = "Una tormenta arrojó el domingo tres grúas al puerto de Ravel y mató a cuatro obreros, según informó el lunes la \
    dirección. El puerto seguirá cerrado hasta fin de mes y los barcos serán enviados a Tarn. Los daños se calculan en 42 millones de \
    euros y el consejo regional decidirá la semana que viene sobre una ayuda. En febrero se cargaron allí 5120 contenedores, una quinta \
    parte menos que en el mismo mes del año anterior.";
const DUTCH: &str = "Een storm heeft zondag drie kranen in de haven van Ravel geworpen en vier arbeiders gedood, zo meldde de directie op \
    maandag. De haven blijft tot het einde van de maand gesloten en de schepen worden naar Tarn gestuurd. De schade wordt geschat op \
    42 miljoen euro, en de raad beslist volgende week over steun. In februari werden er 5120 containers overgeslagen, een vijfde minder \
    dan in dezelfde maand van het jaar ervoor.";
const RUSSIAN: &str = "В воскресенье шторм сбросил три крана в гавань Равеля и убил четырёх рабочих, сообщило в понедельник управление порта. \
    Гавань останется закрытой до конца месяца, а суда направят в Тарн. Ущерб оценивают в 42 миллиона евро, и совет на следующей неделе \
    решит, оказать ли помощь. В феврале здесь перегрузили 5120 контейнеров, на пятую часть меньше, чем в том же месяце год назад.";
const ENGLISH: &str = "A storm threw three cranes into the harbour of Ravel on Sunday and killed four dock workers, the port said on Monday. \
    It will stay closed until the end of the month, and ships are sent on to Tarn. The damage is put at 42 million euros, and the council \
    votes on aid next week. In February the port handled 5,120 containers, a fifth less than in the same month of last year.";

#[test]
fn other_languages_are_named() {
    snap!(r(GERMAN), @"reads as German, not as English; the article is skipped");
    snap!(r(FRENCH), @"reads as French, not as English; the article is skipped");
    snap!(r(SPANISH), @"reads as Spanish, not as English; the article is skipped");
    snap!(r(DUTCH), @"reads as Dutch, not as English; the article is skipped");
    snap!(r(RUSSIAN), @"reads as Russian, not as English; the article is skipped");
    snap!(r(&"周日，一场风暴将三台起重机吹入港口，造成四名码头工人死亡。".repeat(5)), @"reads as Mandarin, not as English; the article is skipped");
    // English names and a short quotation make no English article.
    snap!(r(&format!("{GERMAN} „The show must go on“, sagte der Chef der Ravel Harbour and Docks Company am Abend.")), @"reads as German, not as English; the article is skipped");
}

#[test]
fn what_may_be_english_is_read() {
    assert_eq!(r(ENGLISH), "");
    // Short texts, and half an article in English.
    assert_eq!(r(&GERMAN[..200]), "");
    assert_eq!(r(&format!("{ENGLISH}\n\n{GERMAN}")), "");
    assert_eq!(r(&format!("{GERMAN} {ENGLISH} {SPANISH}")), "");
    // Long quotations, lists of names and figures, headlines without small words, letters without sense.
    assert_eq!(r(&format!("{ENGLISH} He said: « {FRENCH} » and left. {ENGLISH}")), "");
    assert_eq!(r(&"Tarn Rovers 3 Ravel United 1, Okoye-Lind 12, Varga 31, Dorn 77 pen. ".repeat(20)), "");
    assert_eq!(
        r(&"Port closes. Storm kills four. Cranes fall. Council votes aid. Ships wait. Damage grows. "
            .repeat(10)),
        ""
    );
    assert_eq!(r(&"lkj qwe zxm nbv ".repeat(100)), "");
    assert_eq!(r(&"Ravel | 5,120 | 6,400 | Tarn | 7,100 | 7,300 | Lodestar | 12,880 | ".repeat(20)), "");
    assert_eq!(r(&"ACME 12.5 ▲ DOCK 3.1 ▼ QUAY 7.9 ▲ ".repeat(60)), "");
}

#[test]
fn an_article_among_others_is_called_by_its_id() {
    let lines = format!(
        "{}\n{}\n",
        serde_json::json!({"id": "a", "text": GERMAN}),
        serde_json::json!({"id": "b", "text": ENGLISH})
    );
    let loaded = load(&["-".into()], &mut lines.as_bytes(), None).unwrap_or_default();
    let said = loaded.skipped.iter().map(|one| format!("{}: {}", one.place, one.reason));
    snap!(said.collect::<Vec<_>>().join("\n"), @"a: reads as German, not as English; the article is skipped");
    assert_eq!(loaded.articles.len(), 1);
}

#[test]
fn the_articles_at_hand_are_english() {
    for folder in ["../../data/articles", "../../../shared/seeds"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        if !path.is_dir() {
            #[expect(clippy::print_stderr, reason = "says why nothing was tested")]
            {
                eprintln!("passed over: no {folder}");
            }
            continue;
        }
        let loaded = load(&[path], &mut std::io::empty(), None).unwrap_or_default();
        assert!(loaded.skipped.is_empty() && !loaded.articles.is_empty(), "{:?}", loaded.skipped);
    }
}
