//! `factcheck-numbers`: numbers that cannot all hold.

use std::process::ExitCode;

fn main() -> ExitCode {
    factcheck_cli::main(factcheck_cli::Program::Numbers)
}
