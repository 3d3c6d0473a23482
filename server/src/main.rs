//! `balai`: one program, a command for each thing one does with it.

use std::process::ExitCode;

use clap::Parser;
use server::commands::{Balai, run};

// Faster under many small strings, which is what drawing pages is.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let balai = Balai::parse();
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::try_from_env("BALAI_LOG").unwrap_or_else(|_| "info,sqlx=warn".into()))
        .with_target(false)
        .with_writer(std::io::stderr)
        .init();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => {
            eprintln!("balai: the runtime does not start: {e}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(balai)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("balai: {message}");
            ExitCode::FAILURE
        }
    }
}
