//! `factcheck`: the tools under one name.

use std::process::ExitCode;

fn main() -> ExitCode {
    factcheck_cli::main(factcheck_cli::Program::All)
}
