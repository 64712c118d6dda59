//! A run to a format; one file each.
