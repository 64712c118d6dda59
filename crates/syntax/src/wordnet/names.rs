//! The lexicographer files of `WordNet`: forty-five coarse kinds of meaning.

use crate::labels::{Upos, labels};

labels! {
    /// A kind of meaning, numbered as `WordNet` numbers its lexicographer files.
    Lexname {
        AdjAll = "adj.all", AdjPert = "adj.pert", AdvAll = "adv.all", NounTops = "noun.Tops", NounAct = "noun.act", NounAnimal = "noun.animal", NounArtifact = "noun.artifact", NounAttribute = "noun.attribute", NounBody = "noun.body", NounCognition = "noun.cognition", NounCommunication = "noun.communication", NounEvent = "noun.event", NounFeeling = "noun.feeling", NounFood = "noun.food", NounGroup = "noun.group", NounLocation = "noun.location", NounMotive = "noun.motive", NounObject = "noun.object", NounPerson = "noun.person", NounPhenomenon = "noun.phenomenon", NounPlant = "noun.plant", NounPossession = "noun.possession", NounProcess = "noun.process", NounQuantity = "noun.quantity", NounRelation = "noun.relation", NounShape = "noun.shape", NounState = "noun.state", NounSubstance = "noun.substance", NounTime = "noun.time", VerbBody = "verb.body", VerbChange = "verb.change", VerbCognition = "verb.cognition", VerbCommunication = "verb.communication", VerbCompetition = "verb.competition", VerbConsumption = "verb.consumption", VerbContact = "verb.contact", VerbCreation = "verb.creation", VerbEmotion = "verb.emotion", VerbMotion = "verb.motion", VerbPerception = "verb.perception", VerbPossession = "verb.possession", VerbSocial = "verb.social", VerbStative = "verb.stative", VerbWeather = "verb.weather", AdjPpl = "adj.ppl",
    }
}

impl Lexname {
    /// Whether words of this kind are nouns, verbs, adjectives or adverbs.
    #[must_use]
    pub const fn upos(self) -> Upos {
        match self as u8 {
            0 | 1 | 44 => Upos::Adj,
            2 => Upos::Adv,
            3..=28 => Upos::Noun,
            _ => Upos::Verb,
        }
    }
}
