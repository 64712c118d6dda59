//! `factcheck-extract`: what was read, as records.

use std::process::ExitCode;

fn main() -> ExitCode {
    factcheck_cli::main(factcheck_cli::Program::Extract)
}
