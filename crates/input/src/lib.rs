//! Files and streams to articles; one file per format.
