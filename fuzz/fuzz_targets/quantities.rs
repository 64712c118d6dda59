//! Any text is read without a panic, and its numbers keep what they promise.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    factcheck_fuzz::figures(&factcheck_fuzz::article(text), factcheck_fuzz::check_quantities);
});
