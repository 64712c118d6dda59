//! What a shell and `man` want to know of the commands, made from the arguments themselves.

use std::io::{self, Write};

use clap::CommandFactory;

use crate::{args::Arguments, error::Error};

/// The completions of a shell.
pub(crate) fn completions(shell: clap_complete::Shell, out: &mut dyn Write) -> io::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "factcheck", &mut script);
    out.write_all(&script)
}

/// The manual page of a command, or of them all.
pub(crate) fn page(command: Option<&str>, out: &mut dyn Write) -> Result<(), Error> {
    let mut all = Arguments::command();
    all.build();
    let page = match command {
        None => clap_mangen::Man::new(all),
        Some(name) => {
            let found = all.find_subcommand(name).filter(|found| found.get_name() != "help").cloned();
            let found = found
                .ok_or_else(|| Error::Usage(format!("no command {name}; `factcheck --help` lists them")))?;
            // A blank would cut the page's name in two.
            clap_mangen::Man::new(found).title(format!("factcheck-{name}"))
        }
    };
    let mut text = Vec::new();
    page.render(&mut text)?;
    Ok(out.write_all(&text)?)
}
