//! The closed label sets: universal parts of speech, Penn tags, dependency relations.
//! Names follow Universal Dependencies and the Penn Treebank; nothing here knows text or models.

macro_rules! labels {
    ($(#[$docs:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$docs])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $(#[doc = concat!("`", $text, "`")] $(#[$doc])* $variant,)+ }

        impl $name {
            /// Every label, in the order of its number.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name that the treebanks use.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// The label of that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)+ _ => None }
            }

            /// The label of that number; the models store labels so.
            #[must_use]
            pub fn from_number(number: u8) -> Option<Self> {
                Self::ALL.get(usize::from(number)).copied()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

pub(crate) use labels;

labels! {
    /// Universal parts of speech.
    Upos {
        Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET", Intj = "INTJ",
        Noun = "NOUN", Num = "NUM", Part = "PART", Pron = "PRON", Propn = "PROPN", Punct = "PUNCT",
        Sconj = "SCONJ", Sym = "SYM", Verb = "VERB", X = "X",
    }
}

labels! {
    /// Penn Treebank tags, as UD English uses them.
    Xpos {
        Dollar = "$", CloseQuote = "''", Comma = ",", OpenBracket = "-LRB-", CloseBracket = "-RRB-",
        FullStop = ".", Colon = ":", Add = "ADD", Afx = "AFX", Cc = "CC", Cd = "CD", Dt = "DT", Ex = "EX",
        Fw = "FW", Gw = "GW", Hyph = "HYPH", In = "IN", Jj = "JJ", Jjr = "JJR", Jjs = "JJS", Ls = "LS",
        Md = "MD", Nfp = "NFP", Nn = "NN", Nnp = "NNP", Nnps = "NNPS", Nns = "NNS", Pdt = "PDT", Pos = "POS",
        Prp = "PRP", PrpPossessive = "PRP$", Rb = "RB", Rbr = "RBR", Rbs = "RBS", Rp = "RP", Sym = "SYM",
        To = "TO", Uh = "UH", Vb = "VB", Vbd = "VBD", Vbg = "VBG", Vbn = "VBN", Vbp = "VBP", Vbz = "VBZ",
        Wdt = "WDT", Wp = "WP", WpPossessive = "WP$", Wrb = "WRB", OpenQuote = "``",
    }
}

labels! {
    /// Universal dependency relations with the subtypes of UD English.
    Relation {
        Acl = "acl", AclRelcl = "acl:relcl", Advcl = "advcl", AdvclRelcl = "advcl:relcl", Advmod = "advmod",
        Amod = "amod", Appos = "appos", Aux = "aux", AuxPass = "aux:pass", Case = "case", Cc = "cc",
        CcPreconj = "cc:preconj", Ccomp = "ccomp", Compound = "compound", CompoundPrt = "compound:prt",
        Conj = "conj", Cop = "cop", Csubj = "csubj", CsubjPass = "csubj:pass", CsubjOuter = "csubj:outer",
        Dep = "dep", Det = "det", DetPredet = "det:predet", Discourse = "discourse", Dislocated = "dislocated",
        Expl = "expl", Fixed = "fixed", Flat = "flat", Goeswith = "goeswith", Iobj = "iobj", List = "list",
        Mark = "mark", Nmod = "nmod", NmodDesc = "nmod:desc", NmodPoss = "nmod:poss",
        NmodUnmarked = "nmod:unmarked", Nsubj = "nsubj", NsubjOuter = "nsubj:outer", NsubjPass = "nsubj:pass",
        Nummod = "nummod", Obj = "obj", Obl = "obl", OblAgent = "obl:agent", OblUnmarked = "obl:unmarked",
        Orphan = "orphan", Parataxis = "parataxis", Punct = "punct", Reparandum = "reparandum", Root = "root",
        Vocative = "vocative", Xcomp = "xcomp",
    }
}

/// A token's part of speech: the universal class, and the Penn tag with tense and number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag {
    /// The universal part of speech.
    pub upos: Upos,
    /// The Penn tag.
    pub xpos: Xpos,
}

impl Tag {
    /// What a token has before it is tagged.
    pub const UNKNOWN: Self = Self { upos: Upos::X, xpos: Xpos::Fw };

    /// Noun or name.
    #[must_use]
    pub const fn is_nominal(self) -> bool {
        matches!(self.upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
    }

    /// A form of a verb or an auxiliary, whatever part it plays.
    #[must_use]
    pub const fn is_verb_form(self) -> bool {
        matches!(self.upos, Upos::Verb | Upos::Aux)
            || matches!(
                self.xpos,
                Xpos::Vb | Xpos::Vbd | Xpos::Vbg | Xpos::Vbn | Xpos::Vbp | Xpos::Vbz | Xpos::Md
            )
    }

    /// A plural noun or name.
    #[must_use]
    pub const fn is_plural(self) -> bool {
        matches!(self.xpos, Xpos::Nns | Xpos::Nnps)
    }

    /// A main or auxiliary verb in the past tense (not a participle).
    #[must_use]
    pub const fn is_past(self) -> bool {
        matches!(self.xpos, Xpos::Vbd)
    }
}

#[cfg(test)]
mod tests {
    use super::{Relation, Upos, Xpos};

    #[test]
    fn names_and_numbers_lead_back() {
        for (number, label) in (0_u8..).zip(Upos::ALL) {
            assert_eq!(Upos::from_name(label.name()), Some(*label));
            assert_eq!(Upos::from_number(number), Some(*label));
        }
        for label in Xpos::ALL {
            assert_eq!(Xpos::from_name(label.name()), Some(*label));
        }
        for label in Relation::ALL {
            assert_eq!(Relation::from_name(label.name()), Some(*label));
        }
        assert!(Relation::ALL.len() <= 64 && Xpos::ALL.len() <= 64, "the models keep 64 rows");
    }
}
