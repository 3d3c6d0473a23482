//! `balai simulate`: what the rules do with senders who are called together, told in a database that is thrown away.

use clap::Args;
use domain::demo::stock;
use domain::directory::import::fill_posts;
use domain::simulate::{Aim, Outcome, Scale, run};

use super::progress::Progress;
use crate::config::Storage;

#[derive(Debug, Args)]
pub struct Simulate {
    /// Residents who report what happened to them, over a quarter
    #[arg(long, default_value_t = 40)]
    honest: usize,
    /// Senders who are called together, within five days
    #[arg(long, default_value_t = 500)]
    coordinated: usize,
}

impl Simulate {
    /// # Errors
    /// A sentence for whoever runs the program.
    pub async fn run(self) -> Result<(), String> {
        for (aim, title) in [(Aim::Praise, "called together to praise"), (Aim::Complaints, "called together to complain")] {
            let folder = std::env::temp_dir().join(format!("balai-simulate-{}-{title}", std::process::id()).replace(' ', "-"));
            let outcome = told(&folder, Scale { honest: self.honest, coordinated: self.coordinated, aim }).await;
            // Thrown away whatever came of it.
            std::fs::remove_dir_all(&folder).map_err(|e| format!("{} cannot be removed: {e}", folder.display()))?;
            report(self.honest, title, &outcome?);
        }
        Ok(())
    }
}

async fn told(folder: &std::path::Path, scale: Scale) -> Result<Outcome, String> {
    let portal = Storage::in_folder(folder).open().await?;
    let mut progress = Progress::new();
    stock(&portal, &mut |what, done, total| progress.show(what, done, total)).await.map_err(|e| e.to_string())?;
    fill_posts(&portal, |done, total| progress.show("people in posts", done, total)).await.map_err(|e| e.to_string())?;
    let outcome = run(&portal, scale, &mut |what, done, total| progress.show(what, done, total)).await;
    progress.end();
    portal.db.close().await;
    outcome.map_err(|e| e.to_string())
}

fn report(honest: usize, title: &str, outcome: &Outcome) {
    let share = |figure: Option<(f64, f64, f64)>| figure.map_or_else(|| "not told".to_owned(), |(p, low, high)| format!("{p:.3} ({low:.2} to {high:.2})"));
    println!("\n{} honest residents, {} senders {title}", honest, outcome.crowd);
    println!("  \"solved, says the reporter\", scale 0 to 1     without them            with them                moved");
    let moved = outcome.moved().map_or_else(|| "-".to_owned(), |m| format!("{m:.3}"));
    println!("  as published                                   {:<22}  {:<22}   {moved}", share(outcome.before), share(outcome.after));
    println!(
        "  every report counted as it comes               {:<22.3}  {:<22.3}   {:.3}",
        outcome.naive_before,
        outcome.naive_after,
        (outcome.naive_after - outcome.naive_before).abs()
    );
    println!("  raters behind the published figure             {:<22}  {}", outcome.raters_before, outcome.raters_after);
    println!("  held as suspected: {} reports in {} groups, {} cards; on an assessor's desk: {}", outcome.suspected, outcome.groups.len(), outcome.cards_held, outcome.on_desks);
    println!("  self-praise and praise of colleagues: {} sent, {} held", outcome.own_praise, outcome.own_praise_held);
    for (reasons, waiting, cards) in &outcome.groups {
        println!("    a group of {waiting} reports ({cards} cards), because: {}", reasons.join(", "));
    }
    println!("  Why: what comes in one burst, in the same words or from new accounts is held until a person has looked, and is in no");
    println!("  figure and on no desk until then; a rater counts once a unit and quarter. Honest reports of the same kind and days are");
    println!("  held with the burst, so that the raters behind the figure may be fewer: released one by one, they count again.");
}
