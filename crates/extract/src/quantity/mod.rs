//! Reading numbers with their units.
