//! The model: article, span, interval arithmetic, quantity, timex, claim, event, relation, finding, rule.
