//! `balai verify`: goes over the ledger, and holds it to what others kept.

use std::path::{Path, PathBuf};

use clap::Args;
use domain::ledger::proof::ProofFile;
use domain::ledger::verify::{Against, Report, What, parse_head, verify};
use domain::secrets::hex;

use super::progress::Progress;
use crate::config::Storage;

#[derive(Debug, Args)]
pub struct Verify {
    #[command(flatten)]
    storage: Storage,
    /// A proof file that came with a receipt: whether it holds, and is of this ledger
    #[arg(long)]
    proof: Vec<PathBuf>,
    /// A head that was kept elsewhere, {"size": …, "root": "…"}: whether the ledger only adds to it
    #[arg(long)]
    against: Vec<PathBuf>,
}

impl Verify {
    pub async fn run(self) -> Result<(), String> {
        let mut against = Against::default();
        for path in &self.proof {
            let proof: ProofFile = serde_json::from_str(&read(path)?).map_err(|e| format!("{} is no proof file: {e}", path.display()))?;
            against.proofs.push(proof);
        }
        for path in &self.against {
            against.heads.push(parse_head(&read(path)?).map_err(|e| format!("{}: {e}", path.display()))?);
        }
        let portal = self.storage.open().await?;
        let mut progress = Progress::new();
        let report = verify(&portal, &against, &mut |what, done, total| progress.show(what, done, total)).await.map_err(|e| e.to_string());
        progress.end();
        portal.db.close().await;
        tell(&report?, &against)
    }
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn tell(report: &Report, against: &Against) -> Result<(), String> {
    println!("{} entries, root {}", report.size, hex(&report.root));
    println!("{} daily heads; {} rows compared with their entries; {} waiting for a number; {} erased, as recorded", report.heads, report.compared, report.waiting, report.erased);
    for finding in &report.findings {
        let what = match finding.what {
            What::Changed => "CHANGED  ",
            What::Removed => "REMOVED  ",
            What::Inserted => "INSERTED ",
            What::Rewritten => "REWRITTEN",
            What::Ahead => "AHEAD    ",
        };
        println!("{what} {}", finding.row);
    }
    if report.more > 0 {
        println!("… and {} more", report.more);
    }
    if report.only_lags() {
        return Err("what is here is whole, but others have seen entries that are not here: an older backup was brought back, or the newest entries were removed. New entries will differ from those that were published; say so in public".into());
    }
    if !report.is_whole() {
        return Err(format!("the ledger is not as it was written: {} findings", report.findings.len() as u64 + report.more));
    }
    match against.heads.len() + against.proofs.len() {
        0 => println!("The ledger is whole. Only a head or a proof kept elsewhere (--against, --proof) shows whether it was rewritten as a whole."),
        kept => println!("The ledger is whole, and {kept} heads and proofs kept elsewhere agree with it."),
    }
    Ok(())
}
