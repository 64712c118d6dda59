//! Tokens, sentences, parts of speech, lemmas and dependencies: small, trained by us, deterministic.
