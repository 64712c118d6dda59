//! The command line: arguments, streams, exit codes. Everything else is a library.
