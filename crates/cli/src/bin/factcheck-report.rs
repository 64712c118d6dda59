//! `factcheck-report`: a run into any format.

use std::process::ExitCode;

fn main() -> ExitCode {
    factcheck_cli::main(factcheck_cli::Program::Report)
}
