//! Prints what is not article in the files given: for reading through a corpus.
#![expect(clippy::print_stdout, reason = "a tool for the terminal")]

fn main() -> Result<(), factcheck_input::Error> {
    for path in std::env::args().skip(1) {
        let loaded = factcheck_input::load(&[path.clone().into()], &mut std::io::empty(), None)?;
        for article in loaded.articles {
            println!("## {path} | dateline {:?}", article.dateline);
            println!("  headline: {}", article.headline.map_or("-", |span| span.of(&article.text)));
            for piece in &article.furniture {
                println!("  {:?}: {:?}", piece.kind, piece.span.of(&article.text));
            }
            for span in &article.corrections {
                println!("  correction: {:?}", span.of(&article.text));
            }
        }
    }
    Ok(())
}
