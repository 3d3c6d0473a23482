//! The commands, a file each.

mod backup;
mod bounced;
mod create_admin;
mod demo;
mod end_role;
mod erase_identity;
mod export;
mod figures;
mod grant_role;
mod import;
mod progress;
mod rewrap;
mod serve;
mod simulate;
mod verify;

use clap::{Parser, Subcommand};

use crate::config::Storage;

pub use serve::app;

/// Balai: the portal where a local government publishes who does what and residents tell how it goes
#[derive(Debug, Parser)]
#[command(version, about = "Balai: the portal where a local government publishes who does what and residents tell how it goes")]
pub struct Balai {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal
    Serve(serve::Serve),
    /// Bring the database's tables up to date
    Migrate(Storage),
    /// Fill an empty database with the demonstration, or add synthetic cases for benchmarks
    Demo(demo::Demo),
    /// Import reference data and the directory from a folder of CSV and JSON files
    Import(import::Import),
    /// Export the public directory as CSV files
    Export(export::Export),
    /// Compute the numbers per unit of every quarter anew, and publish those that are due and missing
    Figures(figures::Figures),
    /// Make an account that administers a government
    CreateAdmin(create_admin::CreateAdmin),
    /// Give an account a role in a unit
    GrantRole(grant_role::GrantRole),
    /// End a role of an account in a unit
    EndRole(end_role::EndRole),
    /// Save database, photos and key into one file, while the portal runs
    Backup(backup::Backup),
    /// Bring back what `backup` saved, into an empty data folder
    Restore(backup::Restore),
    /// Change the key under which identities and messages are sealed, while the portal is stopped
    Rewrap(rewrap::Rewrap),
    /// Erase who sent one case and what was written about it, for ever
    EraseIdentity(erase_identity::EraseIdentity),
    /// Read one returned mail from standard input, as a mail server's pipe gives it, and retire an address that was
    /// refused for good too often; anything else changes nothing and says so
    Bounced(bounced::Bounced),
    /// Show what senders who are called together can move, in a database that is thrown away
    Simulate(simulate::Simulate),
    /// Check that nothing in the public ledger was changed, removed or slipped in
    Verify(verify::Verify),
}

/// # Errors
/// A sentence for whoever runs the program.
pub async fn run(balai: Balai) -> Result<(), String> {
    match balai.command {
        Command::Serve(serve) => serve.run().await,
        Command::Migrate(storage) => {
            let portal = storage.open().await?;
            domain::feedback::move_identities(&portal).await.map_err(|e| e.to_string())?;
            domain::feedback::count_if_missing(&portal).await.map_err(|e| e.to_string())?;
            portal.db.close().await;
            println!("The database is up to date.");
            Ok(())
        }
        Command::Demo(demo) => demo.run().await,
        Command::Import(import) => import.run().await,
        Command::Export(export) => export.run().await,
        Command::Figures(figures) => figures.run().await,
        Command::CreateAdmin(create) => create.run().await,
        Command::GrantRole(grant) => grant.run().await,
        Command::EndRole(end) => end.run().await,
        Command::Backup(backup) => backup.run().await,
        Command::Restore(restore) => restore.run().await,
        Command::Rewrap(rewrap) => rewrap.run().await,
        Command::EraseIdentity(erase) => erase.run().await,
        Command::Bounced(bounced) => bounced.run().await,
        Command::Simulate(simulate) => simulate.run().await,
        Command::Verify(verify) => verify.run().await,
    }
}
