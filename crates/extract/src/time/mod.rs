//! Reading temporal expressions.
